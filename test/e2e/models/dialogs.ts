import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';

/** What lies over a screen and takes all keys, by any way that opens it. */
export class Dialogs {
  constructor(readonly recount: RecountWindow) {}

  /** Whatever dialog is open. */
  get open(): Locator {
    return this.recount.page.locator('dialog[open], [role=dialog]:visible');
  }

  get palette(): Locator {
    return this.recount.part('palette');
  }

  get found(): Locator {
    return this.recount.part('palette-entry');
  }

  async openPalette(typed = ''): Promise<void> {
    await this.recount.page.keyboard.press('Control+k');
    await expect(this.palette).toBeVisible();
    await this.recount.page.keyboard.type(typed);
  }

  get shortcuts(): Locator {
    return this.recount.part('shortcuts');
  }

  /** What each of the keys does. */
  get keyTitles(): Locator {
    return this.shortcuts.locator('dt');
  }

  /** The keys of one entry of the list. English. */
  keysOf(title: string): Locator {
    const entry = this.shortcuts.locator('dl > div');
    return entry.filter({ hasText: title }).locator('dd');
  }

  /** Switches letters alone off, or on again. */
  get letterKeys(): Locator {
    return this.recount.part('letter-keys');
  }

  async openShortcuts(): Promise<void> {
    await this.recount.page.keyboard.press('?');
    await expect(this.shortcuts.locator('dt').first()).toBeVisible();
  }

  /** One that was closed may still stand in the page, hidden. */
  get history(): Locator {
    return this.recount.part('history').filter({ visible: true });
  }

  async openHistory(): Promise<void> {
    await this.recount.part('open-workspace-history').click();
    await expect(this.history).toBeVisible();
  }

  /** The form of a report, from the top bar. */
  get export(): Locator {
    return this.recount.page.getByRole('dialog').filter({ has: this.exportForm });
  }

  private get exportForm(): Locator {
    return this.recount.page.locator('.export-form');
  }

  async openExport(): Promise<void> {
    await this.recount.part('export-report').first().click();
    await expect(this.exportForm).toBeVisible();
  }

  /** Beside the format that is chosen from the start. */
  async alsoExport(...formats: readonly string[]): Promise<void> {
    for (const format of formats) await this.exportForm.locator(`input[value="${format}"]`).check();
  }

  /** The button that does what a dialog is for. */
  get confirm(): Locator {
    return this.recount.page.getByRole('dialog').locator('.ant-btn-primary');
  }

  async escape(): Promise<void> {
    await this.recount.page.keyboard.press('Escape');
    await expect(this.open).toHaveCount(0);
  }
}
