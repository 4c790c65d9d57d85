import type { BridgePartRow } from '../../../../shared/contract/bridges';
import type { Language } from '../../../../shared/contract/fields';
import {
  BRIDGE_DIMENSIONS,
  type BridgeDimension,
} from '../../../../shared/reconcile/bridge/bridge-by';
import { sentence, term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** One bar of one part: what was expected, what a cause moved, or what was billed. */
interface BridgeRow {
  readonly by: BridgeDimension;
  readonly part: BridgePartRow;
  readonly bar: string;
  readonly amount: string;
  /** null for the two whole bars. */
  readonly comparisons: number | null;
}

/** The way from expected to billed of every month, application and item, or of those asked for. */
export function bridgeTable(
  source: ReportSource,
  dimensions: readonly BridgeDimension[] = BRIDGE_DIMENSIONS,
): ReportTable<BridgeRow> {
  return {
    name: 'bridge',
    rows: function* () {
      for (const by of dimensions) for (const part of source.bridges(by)) yield* barsOf(by, part);
    },
    columns: [
      {
        heading: 'bridgeBy',
        kind: 'text',
        width: 16,
        value: ({ by }, language) => sentence(language, `bridge:${by}`),
      },
      {
        heading: 'bridgePart',
        kind: 'text',
        width: 30,
        value: ({ by, part }, language) => bridgePartName(part, by, language),
      },
      {
        heading: 'bar',
        kind: 'text',
        width: 32,
        value: ({ bar }, language) =>
          bar === 'expected' || bar === 'billed'
            ? term(language, 'headline', bar)
            : term(language, 'causes', bar),
      },
      { heading: 'amount', kind: 'amount', width: 18, value: ({ amount }) => amount },
      { heading: 'comparisons', kind: 'count', width: 10, value: ({ comparisons }) => comparisons },
    ],
  };
}

function* barsOf(by: BridgeDimension, part: BridgePartRow): Generator<BridgeRow> {
  yield { by, part, bar: 'expected', amount: part.expected, comparisons: null };
  for (const { cause, amount, comparisons } of part.steps)
    yield { by, part, bar: cause, amount, comparisons };
  yield { by, part, bar: 'billed', amount: part.billed, comparisons: null };
}

/** What a part is called: its month, its application with its name, its item. */
export function bridgePartName(
  { key, name }: Pick<BridgePartRow, 'key' | 'name'>,
  by: BridgeDimension,
  language: Language,
): string {
  if (key === null) return sentence(language, 'bridge:noneNamed');
  if (by === 'item') return term(language, 'items', key);
  return name === null ? key : `${key} ${name}`;
}
