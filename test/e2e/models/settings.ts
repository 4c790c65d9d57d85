import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

type Preference = 'density' | 'language' | 'theme' | 'privacy' | 'letterKeys';

/** The account as a form: fields by their place in the file, one save for all of them. */
export class Settings extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'settings');
  }

  /** `contract[0].value` */
  field(path: string): Locator {
    return this.recount.page.locator(`[data-field="${path}"]`);
  }

  /** The engine looks at the account a quarter of a second after the last key; by now it has. */
  async looked(): Promise<void> {
    await this.recount.page.waitForTimeout(600);
  }

  policy(id: string): Locator {
    return this.recount.part(`policy-${id}`).locator('select');
  }

  async makeBackup(): Promise<void> {
    await this.recount.part('backup-make').click();
    await expect(this.recount.part('backup-row')).toHaveCount(1);
  }

  /** Of the newest backup. */
  get restoreButton(): Locator {
    return this.recount.part('backup-row').first().getByRole('button');
  }

  /** Asks whether the newest shall be restored. */
  async restoreBackup(): Promise<void> {
    await this.restoreButton.click();
  }

  /** What is wrong with a field, and what can hardly be so. */
  get problems(): Locator {
    return this.recount.page.locator('.account-problem');
  }

  get warnings(): Locator {
    return this.recount.page.locator('.account-warning');
  }

  /** In the rail, wherever one is. */
  get unsavedMark(): Locator {
    return this.recount.page.locator('.rail-unsaved');
  }

  preference(what: Preference): Locator {
    return this.recount.part(`preference-${what}`);
  }

  async prefer(what: Preference, value: string): Promise<void> {
    await this.preference(what).selectOption(value);
  }

  /** Every entry of the trail, newest first. */
  get trail(): Locator {
    return this.recount.part('trail-row');
  }

  /** Computes the chain of the trail again. English. */
  async verifyTrail(): Promise<void> {
    await this.recount.part('trail-verify').click();
    await expect(this.recount.part('notice').last()).toContainText('The chain is whole');
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
