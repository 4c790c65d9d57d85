import { useQuery, skipToken } from '@tanstack/react-query';
import { ask } from '../client/engine-query';
import { formatStretch } from '../format/day-text';
import { formatAmount, formatId, formatSignedAmount } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { useMonth } from '../state/month';
import { useNavigation } from '../state/navigation';
import type { PaletteEntry } from './palette-entry';

const MOST = 6;
const LEAST_LETTERS = 2;

/** What the engine found, and whether it is still looking. */
export interface FoundRows {
  readonly entries: readonly PaletteEntry[];
  readonly pending: boolean;
}

/** Differences and lines of the month's bill that hold what was typed, found by the engine. */
export function useFoundRows(typed: string): FoundRows {
  const { t, term } = useWords();
  const { month, audit } = useMonth();
  const { go } = useNavigation();
  const runId = audit.state === 'ready' ? audit.run.id : null;
  const text = typed.trim();
  const asked = text.length >= LEAST_LETTERS && month !== null;
  const page = { offset: 0, limit: MOST };
  const differences = useQuery({
    queryKey: ['audits.comparisons', 'palette', runId, text],
    queryFn:
      asked && runId !== null
        ? () =>
            ask('audits.comparisons', {
              ...{ runId, ...page },
              filter: { onlyDiscrepancies: false, text },
              sort: { by: 'magnitude', descending: true },
            })
        : skipToken,
  });
  const lines = useQuery({
    queryKey: ['bills.page', 'palette', runId, month?.from, text],
    queryFn: asked
      ? () =>
          ask('bills.page', {
            ...{ runId, ...page, period: month },
            filter: { onlyFindings: false, text },
            sort: { by: 'file', descending: false },
          })
      : skipToken,
  });
  if (!asked) return { entries: [], pending: false };
  const entries = [
    ...(differences.data?.rows ?? []).map((row) => ({
      id: `difference-${row.id}`,
      group: 'differences' as const,
      title: row.item ? term('items', row.item) : t('item/none'),
      detail: [
        formatStretch(row.periodStart, row.periodEnd),
        row.appName ?? (row.sdkAppId === null ? '' : formatId(row.sdkAppId)),
        formatSignedAmount(row.difference),
      ].join(' · '),
      run: () =>
        go({
          screen: 'differences',
          comparisonId: row.id,
          filter: { onlyDiscrepancies: false, text },
        }),
    })),
    ...(lines.data?.rows ?? []).map(({ line }) => ({
      id: `line-${line.id}`,
      group: 'lines' as const,
      title: line.componentName || line.product,
      detail: [
        t('palette:line', { line: line.origin.line ?? '' }),
        formatId(line.resourceId),
        formatAmount(line.amount),
      ].join(' · '),
      run: () => go({ screen: 'bills', billLineId: line.id }),
    })),
  ];
  return { entries, pending: lines.isPending || (runId !== null && differences.isPending) };
}
