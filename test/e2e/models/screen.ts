import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';

/** In the order of the rail. */
export const SCREENS = [
  'overview',
  'differences',
  'usage',
  'bills',
  'packages',
  'prices',
  'estimate',
  'imports',
  'reports',
  'settings',
] as const;
export type ScreenName = (typeof SCREENS)[number];

/** One of the ten screens, as far as all of them are alike. */
export class Screen {
  constructor(
    readonly recount: RecountWindow,
    readonly name: ScreenName,
  ) {}

  async open(): Promise<this> {
    await this.recount.goTo(this.name);
    await expect(this.recount.part(`nav-${this.name}`)).toHaveAttribute('aria-current', 'page');
    await this.settled();
    return this;
  }

  /** What is on its way has come. */
  async settled(): Promise<void> {
    await expect(this.heading).toHaveCount(1);
    await expect(this.recount.page.locator('.loading')).toHaveCount(0);
  }

  /** All that the screen shows. */
  get body(): Locator {
    return this.recount.page.getByRole('main');
  }

  /** The one heading that names the screen, seen or only heard. */
  get heading(): Locator {
    return this.body.getByRole('heading', { level: 1 });
  }
}
