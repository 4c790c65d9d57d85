import type { Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

/** Trial and packages: what each held, and how it ran down. */
export class Packages extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'packages');
  }

  get picture(): Locator {
    return this.recount.page.locator('.chart svg');
  }
}
