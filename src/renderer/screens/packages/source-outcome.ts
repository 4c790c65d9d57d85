import type { MinuteSourceRow } from '../../../shared/contract/packages';
import { formatId } from '../../format/decimal-text';
import type { Words } from '../../i18n/use-words';

/** A source by the name its owner knows it by. */
export function sourceName(
  { source, kind, name }: Pick<MinuteSourceRow, 'source' | 'kind' | 'name'>,
  { term }: Words,
): string {
  return (
    name ??
    (kind === 'trial' ? term('sources', kind) : `${term('sources', kind)} ${formatId(source)}`)
  );
}

/** Who came after a source, by name; `pay-as-you-go` has one too. */
export function takerName(
  by: string | null,
  sources: readonly MinuteSourceRow[],
  words: Words,
): string {
  if (by === null) return words.t('burn-down:payAsYouGo');
  const taker = sources.find(({ source }) => source === by);
  return taker ? sourceName(taker, words) : formatId(by);
}

/** What became of a source in the period, and what took over; in one sentence. */
export function outcomeText(
  row: MinuteSourceRow,
  sources: readonly MinuteSourceRow[],
  /** null: of all time. */
  period: { readonly to: string } | null,
  words: Words,
): string {
  const { t } = words;
  const { usedUpOn, through, takenOver, deducted } = row;
  const what =
    usedUpOn !== null
      ? t('burn-down:what/usedUp', { day: usedUpOn })
      : period !== null && through < period.to
        ? t('burn-down:what/ended', { day: through })
        : deducted === 0
          ? t('burn-down:what/notDrawn')
          : t('burn-down:what/left', { day: through });
  if (takenOver === null) return what;
  const taker = takerName(takenOver.by, sources, words);
  const { on } = takenOver;
  // What is left may be less than a minute of a dearer tier takes, so that the next source begins before this one ends.
  const key = usedUpOn !== null && on < usedUpOn ? 'before' : 'then';
  return t(`burn-down:${key}`, { what, taker, day: on });
}
