import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

/** The lines of the bill, one of them beside the grid, and the form that places it by hand. */
export class Bills extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'bills');
  }

  get rows(): Locator {
    return this.recount.part('bill-row');
  }

  get line(): Locator {
    return this.recount.part('bill-line');
  }

  /** What the line stands for, and why. */
  get match(): Locator {
    return this.recount.part('line-match');
  }

  /** What was said by hand about it. */
  get pin(): Locator {
    return this.recount.part('line-pin');
  }

  get words(): Locator {
    return this.recount.page.getByRole('search').getByRole('textbox');
  }

  async openLine(index: number): Promise<void> {
    await this.rows.nth(index).click();
    await expect(this.line).toBeVisible();
  }

  /** The only line with these words. */
  async openOnly(words: string): Promise<void> {
    await this.words.fill(words);
    await expect(this.rows).toHaveCount(1);
    await this.openLine(0);
  }

  /** This line alone, out of its match. English. */
  async takeOut(): Promise<void> {
    await this.match.getByRole('button', { name: 'Take this line out' }).click();
  }

  get placeOpen(): Locator {
    return this.recount.part('place-open');
  }

  get charge(): Locator {
    return this.recount.part('place-charge');
  }

  get firstDay(): Locator {
    return this.recount.part('place-firstDay');
  }

  get lastDay(): Locator {
    return this.recount.part('place-lastDay');
  }

  get placeSave(): Locator {
    return this.recount.part('place-save');
  }

  /** Of the last day. */
  async openCalendar(): Promise<void> {
    await this.lastDay.focus();
    await this.recount.page.keyboard.press('Tab');
    await this.recount.page.keyboard.press('Enter');
    await expect(this.recount.page.locator('[data-day]:focus')).toBeVisible();
  }

  /** A day of the calendar that is open. */
  calendarDay(day: string): Locator {
    return this.recount.page.locator(`[data-day="${day}"]`);
  }

  /** The comparison that the line stands in. */
  async showDifference(): Promise<void> {
    await this.recount.part('line-show').click();
  }
}
