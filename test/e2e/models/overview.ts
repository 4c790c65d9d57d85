import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

type Sum = 'billed' | 'expected' | 'difference' | 'unexplained';

/** The month at a glance: its sums, its pictures, and who signed for it. */
export class Overview extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'overview');
  }

  headline(sum: Sum): Locator {
    return this.recount.part(`headline-${sum}`);
  }

  /** The month is audited. */
  async audited(): Promise<void> {
    await expect(this.headline('billed')).toContainText(/\d/);
  }

  get burnDown(): Locator {
    return this.recount.part('month-burn-down');
  }

  get trend(): Locator {
    return this.recount.part('month-trend');
  }

  async showBurnDownAs(kind: 'picture' | 'table'): Promise<void> {
    await this.recount.part('burn-down-kind').selectOption(kind);
  }

  /** What became of each source, below the picture. */
  get outcomes(): Locator {
    return this.recount.part('source-outcomes');
  }

  /** The rows of the burn-down as a table. */
  get burnDownDays(): Locator {
    return this.recount.part('burn-down-days').locator('tbody tr');
  }

  /** The rows of the months as a table. */
  get trendRows(): Locator {
    return this.recount.part('trend-table').locator('tbody tr');
  }

  /** Those that were not, all at once. */
  async auditMonths(): Promise<void> {
    await this.recount.part('trend-audit').click();
    await expect(this.recount.part('trend-audit')).toHaveCount(0);
  }

  async showTrendAs(kind: 'table' | 'use' | 'amounts'): Promise<void> {
    await this.recount.part('trend-kind').selectOption(kind);
  }

  /** Of the first picture. */
  async savePicture(format: 'svg' | 'png'): Promise<void> {
    const buttons = this.recount.page.locator('.save-picture button');
    await buttons.filter({ hasText: format.toUpperCase() }).first().click();
  }

  /** By the step of the bridge that it is named in. */
  async openCause(cause: string): Promise<void> {
    await this.recount.part('bridge-steps').getByRole('button', { name: cause }).click();
  }

  /** Promises of money that were made, one row each. */
  get credits(): Locator {
    return this.recount.part('credit-row');
  }

  /** Lines that may be the promised money. */
  get settleOffers(): Locator {
    return this.recount.part('credit-settle');
  }

  async settleCredit(): Promise<void> {
    await this.settleOffers.click();
  }

  /** Who signs stands in the field before the act. */
  async sign(act: 'prepare' | 'review', name: string): Promise<void> {
    await this.recount.part('sign-name').fill(name);
    await this.recount.part(`sign-${act}`).click();
  }

  get signOff(): Locator {
    return this.recount.part('sign-off');
  }

  get seal(): Locator {
    return this.recount.part('seal');
  }
}
