import { z } from 'zod';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { allPages, type PageRequest } from '../session/all-pages';
import type { Terminal } from '../session/terminal';

/** Which rows of a list are asked for; without `limit` all of them from `offset` on. */
export interface PagesAsked {
  readonly offset: number;
  readonly limit?: number | undefined;
}

/** `--limit` and `--offset` as they are given: whole numbers, the one from 1 and the other from 0 on. */
export const wholePages = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).optional(),
};

export function pagesOption(language: Terminal['language'], option: 'limit' | 'offset'): string {
  return sentence(language, `imports:pages/${option}Option`);
}

interface PageOf<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** These rows of a list that the engine answers in pages, and how many there are in all. */
export async function rowsOf<Row>(
  { offset, limit = Number.MAX_SAFE_INTEGER }: PagesAsked,
  fetch: (page: PageRequest) => Promise<PageOf<Row>>,
): Promise<{ readonly total: number; readonly rows: Row[] }> {
  const rows: Row[] = [];
  let total = 0;
  const pages = allPages(async (page) => {
    const found = await fetch({
      offset: offset + page.offset,
      limit: Math.min(page.limit, limit - page.offset),
    });
    total = found.total;
    return found;
  });
  for await (const row of pages) {
    rows.push(row);
    if (rows.length === limit) break;
  }
  return { total, rows };
}

/** "Rows 101 to 200 of 5,000", below the rows; where none is so far down, how many there are. */
export function pagesText(
  { total, rows }: { readonly total: number; readonly rows: readonly unknown[] },
  { offset }: PagesAsked,
  language: Terminal['language'],
): string {
  const text =
    rows.length === 0
      ? sentence(language, 'imports:pages/total', { total: countText(total) })
      : sentence(language, 'imports:pages/shown', {
          from: countText(offset + 1),
          to: countText(offset + rows.length),
          total: countText(total),
        });
  return `${text}\n`;
}
