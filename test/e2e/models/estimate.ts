import type { Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

/** What a planned month would cost. */
export class Estimate extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'estimate');
  }

  get result(): Locator {
    return this.recount.page.locator('.estimate-result');
  }

  /** All that a screen reader hears of the result. */
  get heard(): Locator {
    return this.result.locator('[role=status], [role=alert], [aria-live]');
  }

  figure(label: string): Locator {
    return this.recount.page.getByRole('textbox', { name: label });
  }

  get tier(): Locator {
    return this.recount.page.locator('select[data-testid=plan-item]');
  }

  get cost(): Locator {
    return this.recount.part('plan-cost');
  }

  async plan(kind: 'calls' | 'live' | 'item'): Promise<void> {
    await this.recount.page.locator(`.estimate-kinds [data-testid=plan-${kind}]`).click();
    await this.settled();
  }
}
