import { expect, type Locator } from '@playwright/test';
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

  get refused(): Locator {
    return this.readings.locator('.reading-refused');
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

  /** Rows of quarantine that were not read yet. */
  get moreQuarantined(): Locator {
    return this.recount.part('more-quarantined');
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

  /**
   * From now on a job is cancelled by its button as soon as the window shows it, before a person could. Answers what
   * the window said it was doing then; empty where nothing was cancelled.
   */
  async cancelAtFirstWord(): Promise<() => Promise<string>> {
    await this.recount.page.evaluate(() => {
      const heard = globalThis as unknown as { cancelled?: string };
      heard.cancelled = '';
      const watch = new MutationObserver(() => {
        const job = document.querySelector('[data-testid="job-status"]');
        const cancel = job?.querySelector<HTMLElement>('[data-testid="job-cancel"]');
        if (!cancel) return;
        heard.cancelled = job?.textContent ?? '';
        watch.disconnect();
        cancel.click();
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    return () =>
      this.recount.page.evaluate(
        () => (globalThis as unknown as { cancelled?: string }).cancelled ?? '',
      );
  }

  /** The table of all files, the newest first. */
  get history(): Locator {
    return this.recount.part('imports-list');
  }

  get rows(): Locator {
    return this.recount.part('import-row');
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  /** How many files fit the search, of how many; where there are more than a page. */
  get found(): Locator {
    return this.recount.part('imports-count');
  }

  /** English. */
  async search(text: string): Promise<void> {
    await this.recount.page.getByRole('textbox', { name: 'Search files' }).fill(text);
  }

  /** Files that were not read yet. */
  get more(): Locator {
    return this.recount.part('more-imports');
  }

  /** English. */
  async takeBack(name: string): Promise<void> {
    await this.row(name).getByRole('button', { name: 'Undo', exact: true }).click();
  }

  async bringBack(name: string): Promise<void> {
    await this.row(name).getByRole('button', { name: 'Redo', exact: true }).click();
  }

  /** What is known of a file, below its line. */
  async openFile(name: string): Promise<void> {
    await this.row(name).getByRole('button', { name }).click();
    await expect(this.details).toBeVisible();
  }

  get details(): Locator {
    return this.recount.part('import-details');
  }

  /** In the open file: rows that stand somewhere else too, a range of lines each. */
  get repeats(): Locator {
    return this.details.getByTestId('repeat');
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

  /** Moves the calendar by hand, away from the cell that the keys are at. */
  async scrollCalendarTo(top: number): Promise<void> {
    await this.calendarScroller.evaluate((element, place) => element.scrollTo(0, place), top);
  }

  calendarTop(): Promise<number> {
    return this.calendarScroller.evaluate((element) => element.scrollTop);
  }

  /** Pixels, rounded. */
  calendarHeight(): Promise<number> {
    return this.calendar.evaluate((table) => Math.round(table.getBoundingClientRect().height));
  }

  /** What the engine holds, asked the way the window asks. */
  async inEngine(): Promise<ImportSummary[]> {
    return [...(await this.recount.ask('imports.list', { offset: 0, limit: 1000 })).rows];
  }
}
