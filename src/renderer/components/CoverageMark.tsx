import type { CoverageCell } from '../../shared/contract/coverage';

/** Each status has its own shape, so that it is told apart without colour. */
const PATHS: Readonly<Record<CoverageCell['status'], string>> = {
  present: 'M4 4h8v8H4z',
  missing: 'M4 4l8 8M12 4l-8 8',
  double: 'M3 3h7v7H3zM6 6h7v7H6z',
  'not-final': 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.2l2.2 1.6',
  none: 'M7.2 8h1.6',
};

export function CoverageMark({ status }: { readonly status: CoverageCell['status'] }) {
  return (
    <svg viewBox="0 0 16 16" className={`coverage-mark coverage-${status}`} aria-hidden="true">
      <path d={PATHS[status]} />
    </svg>
  );
}
