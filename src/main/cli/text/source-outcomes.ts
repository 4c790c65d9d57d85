import type { MinuteSourceRow } from '../../../shared/contract/packages';
import { countText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { oneLine, textTable } from './text-table';
import type { Terminal } from '../session/terminal';

/** A source by the name its owner knows it by; packages with their id, as the draw-downs name them. */
export function sourceName(
  { source, kind, name }: Pick<MinuteSourceRow, 'source' | 'kind' | 'name'>,
  { language }: Terminal,
): string {
  if (kind === 'trial') return name ?? term(language, 'sources', kind);
  return `${name ?? term(language, 'sources', kind)} ${source}`;
}

/** One line for each source: how much of it went, what is left, and from when on something else took over. */
export function sourceOutcomes(
  sources: readonly MinuteSourceRow[],
  /** null: of all time. */
  period: { readonly to: string } | null,
  terminal: Terminal,
): string {
  const { language } = terminal;
  const column = (key: string, align: 'left' | 'right') => ({
    heading: sentence(language, `burn-down:columns/${key}`),
    align,
  });
  return textTable(
    [
      column('source', 'left'),
      column('drawn', 'right'),
      column('left', 'right'),
      column('outcome', 'left'),
    ],
    sources.map((row) => [
      oneLine(sourceName(row, terminal)),
      countText(row.deducted),
      row.left === null ? '' : countText(row.left),
      outcome(row, sources, period, terminal),
    ]),
  );
}

function outcome(
  { usedUpOn, through, takenOver, deducted }: MinuteSourceRow,
  sources: readonly MinuteSourceRow[],
  period: { readonly to: string } | null,
  terminal: Terminal,
): string {
  const say = (key: string, params = {}) => sentence(terminal.language, `burn-down:${key}`, params);
  const what =
    usedUpOn !== null
      ? say('what/usedUp', { day: usedUpOn })
      : period !== null && through < period.to
        ? say('what/ended', { day: through })
        : deducted === 0
          ? say('what/notDrawn')
          : say('what/left', { day: through });
  if (takenOver === null) return what;
  const { by, on } = takenOver;
  const next = sources.find(({ source }) => source === by);
  const taker = by === null ? say('payAsYouGo') : next ? sourceName(next, terminal) : by;
  return say(usedUpOn !== null && on < usedUpOn ? 'before' : 'then', { what, taker, day: on });
}
