import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

/** The account as a form: fields by their place in the file, one save for all of them. */
export class Settings extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'settings');
  }

  /** `contract[0].value` */
  field(path: string): Locator {
    return this.recount.page.locator(`[data-field="${path}"]`);
  }

  policy(id: string): Locator {
    return this.recount.part(`policy-${id}`).locator('select');
  }

  get saveBar(): Locator {
    return this.recount.part('account-save');
  }

  async save(): Promise<void> {
    await this.saveBar.locator('button[type=submit]').click();
  }

  async discard(): Promise<void> {
    await this.saveBar.locator('button:not([type=submit])').click();
    await expect(this.saveBar.locator('button[type=submit]')).toBeDisabled();
  }
}
