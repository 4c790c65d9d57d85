import { expect, type Locator } from '@playwright/test';
import type { RecountWindow } from '../recount-window';

/** The window of somebody without a mouse. */
export class Keyboard {
  constructor(readonly recount: RecountWindow) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.recount.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.recount.page.keyboard.type(text);
  }

  /** Tab until the part is reached: whoever cannot see where the focus is would do no better. */
  async tabTo(part: Locator, most = 80): Promise<void> {
    for (let step = 0; step < most; step++) {
      if (await part.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
      const seen = await this.recount.page.evaluate(() => {
        const at = document.activeElement;
        return at === document.body || (at?.matches(':focus-visible') ?? false);
      });
      expect(seen, 'the focus is always visible').toBe(true);
    }
    throw new Error(`${String(part)} is not reached by Tab`);
  }
}
