import type { DrawComparisonRow } from '../../../shared/contract/packages';
import { countText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { textTable, type TextColumn } from './text-table';
import type { Terminal } from '../session/terminal';

const TEXT_COLUMNS = ['status', 'day', 'package', 'application', 'item'] as const;
const NUMBERS = ['minutes', 'ratio', 'deducted', 'left'] as const;

const written = (value: string | number | null) => (value === null ? '–' : countText(value));

/** Two numbers of one thing: the provider's, then ours; once where they are the same. */
function both(stated: string | number | null, drawn: string | number | null): string {
  const [theirs, ours] = [written(stated), written(drawn)];
  return theirs === ours ? theirs : `${theirs} | ${ours}`;
}

/** The provider's deductions beside the draw-down, as a table: `provider | draw-down` where they differ. */
export function deductionsText(
  rows: readonly DrawComparisonRow[],
  { language }: Pick<Terminal, 'language'>,
): string {
  const say = (key: string) => sentence(language, `deductions:${key}`);
  const columns: TextColumn[] = [
    ...TEXT_COLUMNS.map((key) => ({
      heading: key === 'package' ? say('package') : say(`columns/${key}`),
      align: 'left' as const,
    })),
    ...NUMBERS.map((key) => ({ heading: say(`columns/${key}`), align: 'right' as const })),
    { heading: say('difference'), align: 'right' },
  ];
  return textTable(
    columns,
    rows.map((row) => [
      term(language, 'drawStatuses', row.status),
      row.day,
      row.source,
      row.sdkAppId,
      row.item === null ? '–' : term(language, 'items', row.item),
      both(row.statedRaw, row.drawnRaw),
      both(row.statedRatio, row.drawnRatio),
      both(row.statedDeducted, row.drawnDeducted),
      both(row.statedBalance, row.drawnBalance),
      countText(row.difference),
    ]),
  );
}
