import { savedViewSchema, type SavedView } from '../../../shared/contract/views';
import type { ReadableDb, WritableDb } from './workspace/connection';

export interface NamedView {
  readonly name: string;
  readonly view: SavedView;
}

/** Views of a grid by name. One that this version does not understand is left where it is and not shown. */
export function savedViews(db: ReadableDb, grid: string): NamedView[] {
  return db
    .prepare<{ name: string; view: string }>(
      'SELECT name, view FROM saved_views WHERE grid = ? ORDER BY name',
    )
    .all(grid)
    .flatMap(({ name, view }) => {
      const read = savedViewSchema.safeParse(JSON.parse(view));
      return read.success ? [{ name, view: read.data }] : [];
    });
}

export function saveView(db: WritableDb, name: string, view: SavedView): void {
  // No replacing insert: it would take a row away without the triggers that record it.
  db.prepare(
    `INSERT INTO saved_views (grid, name, view) VALUES (?, ?, ?)
     ON CONFLICT (grid, name) DO UPDATE SET view = excluded.view`,
  ).run(view.grid, name, JSON.stringify(view));
}

export function removeView(db: WritableDb, grid: string, name: string): void {
  db.prepare('DELETE FROM saved_views WHERE grid = ? AND name = ?').run(grid, name);
}
