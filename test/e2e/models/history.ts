import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';

const KEYS = { undo: 'Control+z', redo: 'Control+Shift+z' } as const;
const TOLD = { undo: 'Undone', redo: 'Redone' } as const;
export type Direction = keyof typeof KEYS;

/** The history of the workspace, by its keys, its names in the Edit menu, and its list. English. */
export class History {
  constructor(readonly recount: RecountWindow) {}

  /** By the keys, from whatever screen is open; waits until the window has said which step it was. */
  async move(direction: Direction, step: string): Promise<void> {
    await this.recount.page.keyboard.press(KEYS[direction]);
    await expect(this.recount.part('notice')).toContainText(`${TOLD[direction]}: ${step}`);
  }

  /** What undo and redo are called in the menu of the program; null: they are about nothing. */
  async inMenu(direction: Direction): Promise<string | null> {
    const plain = direction === 'undo' ? 'Undo' : 'Redo';
    const label = await this.recount.app.evaluate(({ Menu }, start) => {
      const edit = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Edit');
      return edit?.submenu?.items.find(({ label }) => label.startsWith(start))?.label;
    }, plain);
    expect(label).toBeDefined();
    return label === plain ? null : (label ?? '').replace(`${plain} “`, '').replace(/”$/, '');
  }

  /** The steps in the list, newest first, and closes it again. */
  async listed(): Promise<{ name: string; state: string }[]> {
    await this.recount.part('open-workspace-history').click();
    await expect(this.steps.first()).toBeVisible();
    const steps = await this.steps.evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('.history-name')?.textContent ?? '',
        state: row.getAttribute('data-state') ?? '',
      })),
    );
    await this.recount.page.keyboard.press('Escape');
    await expect(this.recount.part('history')).toBeHidden();
    return steps;
  }

  get steps(): Locator {
    return this.recount.part('history-step');
  }
}
