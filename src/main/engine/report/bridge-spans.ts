import { decimal, type Decimal } from '../../../shared/money/decimal';
import type { ReportSource } from './report-source';

/** One bar of the waterfall: where it begins and ends, as shares (0 to 1) of the width of the picture. */
export interface BridgeSpan {
  /** `expected`, `billed`, or a cause. */
  readonly name: string;
  readonly amount: string;
  /** Null for the two whole bars. */
  readonly comparisons: number | null;
  readonly from: number;
  readonly to: number;
  readonly tone: 'whole' | 'over' | 'under';
}

export interface BridgePicture {
  readonly spans: readonly BridgeSpan[];
  /** False: the picture begins above zero, which has to be said beside it. */
  readonly fromZero: boolean;
}

/** From the expected amount over each cause to the billed one; for drawing only, amounts stay exact text. */
export function bridgePicture(run: ReportSource['run']): BridgePicture {
  const steps: { start: Decimal; end: Decimal; step: Omit<BridgeSpan, 'from' | 'to'> }[] = [];
  const zero = decimal(0);
  let at = decimal(run.totals.expected);
  const whole = (name: 'expected' | 'billed') => ({
    start: zero,
    end: decimal(run.totals[name]),
    step: { name, amount: run.totals[name], comparisons: null, tone: 'whole' } as const,
  });
  steps.push(whole('expected'));
  for (const { cause, amount, comparisons } of run.bridge) {
    const end = at.plus(decimal(amount));
    const tone = end.lessThan(at) ? 'under' : 'over';
    steps.push({ start: at, end, step: { name: cause, amount, comparisons, tone } });
    at = end;
  }
  steps.push(whole('billed'));
  const ends = steps.flatMap(({ start, end }) => [Number(start), Number(end)]);
  const inner = steps.slice(1, -1).flatMap(({ start, end }) => [Number(start), Number(end)]);
  const high = Math.max(0, ...ends);
  const low = cutBelow(inner, Math.min(0, ...ends), high);
  const place = (value: Decimal) =>
    high === low ? 0 : Math.min(1, Math.max(0, (Number(value) - low) / (high - low)));
  const spans = steps.map(({ start, end, step }) => {
    const [from, to] = [place(start), place(end)].toSorted((a, b) => a - b) as [number, number];
    return { ...step, from, to };
  });
  return { spans, fromZero: low <= 0 };
}

/** Small steps on a large bill would be hairlines: the axis then begins just below the lowest of them. */
function cutBelow(inner: readonly number[], low: number, high: number): number {
  if (low < 0 || inner.length === 0) return low;
  const lowest = Math.min(...inner);
  const reach = Math.max(...inner) - lowest;
  return reach > 0 && reach < high / 4 ? Math.max(0, lowest - reach) : low;
}
