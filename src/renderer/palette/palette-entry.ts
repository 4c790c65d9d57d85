/** One thing that can be gone to or done from the palette. */
export interface PaletteEntry {
  readonly id: string;
  /** Key of the group's title in `palette:groups`. */
  readonly group:
    | 'screens'
    | 'parts'
    | 'months'
    | 'applications'
    | 'causes'
    | 'prices'
    | 'terms'
    | 'books'
    | 'rules'
    | 'imports'
    | 'differences'
    | 'lines'
    | 'actions'
    | 'looks';
  readonly title: string;
  /** Beside the title, quieter. */
  readonly detail?: string;
  /** Found by these too, though they are not shown. */
  readonly also?: string;
  readonly run: () => void;
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * How well an entry fits: lower is better, null not at all. Every word has to be found; a title that
 * begins with what was typed goes first, then one where a word begins so, then the rest.
 */
export function fitOf(
  entry: Pick<PaletteEntry, 'title' | 'detail' | 'also'>,
  typed: string,
): number | null {
  const wanted = folded(typed).trim();
  if (wanted === '') return 0;
  const title = folded(entry.title);
  const all = [title, folded(entry.detail ?? ''), folded(entry.also ?? '')].join(' ');
  if (!wanted.split(/\s+/).every((word) => all.includes(word))) return null;
  if (title.startsWith(wanted)) return 1;
  return ` ${title}`.includes(` ${wanted}`) ? 2 : 3;
}

/** The entries that fit, best first; those that fit alike stay in their order. At most `most`. */
export function fitting(
  entries: readonly PaletteEntry[],
  typed: string,
  most: number,
): readonly PaletteEntry[] {
  return entries
    .flatMap((entry) => {
      const fit = fitOf(entry, typed);
      return fit === null ? [] : [{ entry, fit }];
    })
    .toSorted((a, b) => a.fit - b.fit)
    .slice(0, most)
    .map(({ entry }) => entry);
}
