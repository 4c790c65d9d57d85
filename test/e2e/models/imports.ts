import { expect, type Locator } from '@playwright/test';
import type { RecountBridge } from '../../../src/shared/contract/desktop';
import type { ImportSummary } from '../../../src/shared/contract/imports';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

/** Files before and after they are brought in: how they were read, their columns, and the rows that could not be. */
export class Imports extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'imports');
  }

  /** Each file that was offered, and how it was read. */
  get readings(): Locator {
    return this.recount.part('import-readings');
  }

  get reading(): Locator {
    return this.recount.part('reading');
  }

  get forecasts(): Locator {
    return this.recount.part('forecasts');
  }

  get commit(): Locator {
    return this.recount.part('import-commit');
  }

  /** Brings the offered files in, and waits until the program has left them: where all is well it goes to Overview. */
  async bringIn(): Promise<void> {
    await this.commit.click();
    await expect(this.readings).toHaveCount(0, { timeout: 60_000 });
  }

  /** Takes the offered files back, unread. */
  async discard(): Promise<void> {
    await this.recount.page.locator('.readings-actions button').last().click();
    await expect(this.readings).toHaveCount(0);
  }

  /** The way to the columns, where nobody knows them yet. */
  get mappingOpen(): Locator {
    return this.recount.part('mapping-open');
  }

  async openMapping(): Promise<void> {
    await this.mappingOpen.first().click();
    await expect(this.recount.part('mapping-editor')).toBeVisible();
  }

  get mappingMissing(): Locator {
    return this.recount.part('mapping-missing');
  }

  mappingColumn(name: string): Locator {
    return this.recount.part('mapping-column').filter({ hasText: name });
  }

  mappingField(index: number): Locator {
    return this.recount.part('mapping-field').nth(index);
  }

  async saveMapping(name: string): Promise<void> {
    await this.recount.part('mapping-name').fill(name);
    await this.recount.part('mapping-save').click();
  }

  /** Rows that could not be read. */
  get quarantine(): Locator {
    return this.recount.part('quarantine-row');
  }

  quarantined(state: 'open' | 'corrected'): Locator {
    return this.recount.part(`quarantine-${state}`);
  }

  async editFirstRow(): Promise<void> {
    await this.recount.part('quarantine-edit').first().click();
    await expect(this.suspectCell).toBeFocused();
  }

  get suspectCell(): Locator {
    return this.recount.part('suspect-cell');
  }

  async saveRow(cell: string): Promise<void> {
    await this.suspectCell.fill(cell);
    await this.recount.part('quarantine-save').click();
  }

  get alert(): Locator {
    return this.recount.page.getByRole('alert');
  }

  /** Of the import that runs. */
  async cancelJob(): Promise<void> {
    await this.recount.part('job-cancel').click({ timeout: 30_000 });
  }

  /** The table of all files. */
  get history(): Locator {
    return this.recount.page.locator('table.ledger').first();
  }

  /** Takes the first file of the table back. English. */
  async undoFirst(): Promise<void> {
    await this.history.getByRole('button', { name: 'Undo', exact: true }).first().click();
  }

  async redoFirst(): Promise<void> {
    await this.history.getByRole('button', { name: 'Redo', exact: true }).first().click();
  }

  /** What is known of a file, below the table. */
  async openFile(name: string): Promise<void> {
    await this.recount.page.getByRole('button', { name }).click();
  }

  /** Whose use the open file is of. */
  get application(): Locator {
    return this.recount.part('import-application');
  }

  async sayApplication(sdkAppId: string): Promise<void> {
    await this.recount.part('say-application').fill(sdkAppId);
    await this.recount.page.keyboard.press('Enter');
  }

  /** English. */
  async takeApplicationBack(): Promise<void> {
    await this.recount.page.getByRole('button', { name: 'Take the assignment back' }).click();
  }

  get calendar(): Locator {
    return this.recount.part('coverage-grid');
  }

  /** Counted as screen readers count: the titles are row 1. */
  calendarRow(index: number): Locator {
    return this.calendar.locator(`[aria-rowindex="${index}"]`);
  }

  get calendarScroller(): Locator {
    return this.recount.page.locator('.coverage-scroll');
  }

  /** The sentence about the day that the keys are at. */
  get daySaid(): Locator {
    return this.recount.part('coverage-said');
  }

  /** What the engine holds, asked the way the window asks. */
  inEngine(): Promise<ImportSummary[]> {
    return this.recount.page.evaluate(async () => {
      const { transport } = (globalThis as unknown as { recount: RecountBridge }).recount;
      const answer = await transport.invoke('imports.list', {});
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    });
  }
}
