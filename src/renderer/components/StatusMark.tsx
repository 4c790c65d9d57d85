import type { ComparisonRow } from '../../shared/contract/audits';
import type { CellLook } from './grid/cell-look';
import './StatusMark.css';

type Status = ComparisonRow['status'];
type Tone = 'over' | 'under' | 'even' | 'open';

/** Each status has its own shape, so that it is told apart without colour. */
const MARKS: Readonly<Record<Status, { readonly tone: Tone; readonly path: string }>> = {
  matched: { tone: 'even', path: 'M3 8.5 6.5 12 13 4.5' },
  'within-tolerance': { tone: 'even', path: 'M3 6.5c2-2 3 2 5 0s3 2 5 0M3 11c2-2 3 2 5 0s3 2 5 0' },
  'over-billed': { tone: 'over', path: 'M8 13V3M4 7l4-4 4 4' },
  'under-billed': { tone: 'under', path: 'M8 3v10M4 9l4 4 4-4' },
  'not-billed': { tone: 'under', path: 'M3.5 8h9' },
  'not-expected': { tone: 'over', path: 'M3.5 8h9M8 3.5v9' },
  duplicate: { tone: 'over', path: 'M3 3h7v7H3zM6 6h7v7H6z' },
  unsettled: { tone: 'open', path: 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.2l2.2 1.6' },
  'cannot-compare': {
    tone: 'open',
    path: 'M5.5 6a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.7M8 12.6v.1',
  },
};

/** The same in a cell of a grid. */
export function statusLook(status: Status, label: string): CellLook {
  const { tone, path } = MARKS[status];
  return { text: label, tone: `status-${tone}`, sign: { path, box: 16, pixels: 14 } };
}

export function StatusMark({ status, label }: { readonly status: Status; readonly label: string }) {
  const { tone, path } = MARKS[status];
  return (
    <span className={`status status-${tone}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={path} />
      </svg>
      <span>{label}</span>
    </span>
  );
}
