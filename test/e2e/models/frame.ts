import { expect, type Locator } from '@playwright/test';
import type { Language } from '../../../src/shared/contract/fields';
import type { RecountWindow } from '../recount-window';

export const LOOKS = ['light', 'dark', 'contrast', 'contrast on dark'] as const;
export type Look = (typeof LOOKS)[number];

/** What is around every screen: the rail, the top bar with its choices, and the window's size. */
export class Frame {
  constructor(readonly recount: RecountWindow) {}

  async speak(language: Language): Promise<void> {
    await this.recount.part('language').selectOption(language);
    await expect(this.recount.page.locator('html')).toHaveAttribute('lang', language);
  }

  /** High contrast follows the system between light and dark. Without motion, so that no colour is half way. */
  async wear(look: Look): Promise<void> {
    const { page } = this.recount;
    const dark = look === 'contrast on dark';
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    const theme = this.recount.part('theme');
    const choice = dark ? 'contrast' : look;
    // To choose what is chosen would draw the whole window again for nothing.
    if ((await theme.inputValue()) !== choice) await theme.selectOption(choice);
    const drawn = dark ? 'contrast-dark' : look;
    await expect(page.locator('html')).toHaveAttribute('data-theme', drawn);
  }

  /** Pixels of the screen; at a zoom of 2 the page has half as many of its own. */
  async measure(width: number, height: number, zoom = 1): Promise<void> {
    await this.recount.app.evaluate(
      ({ BrowserWindow }, size) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(size.width, size.height);
        window?.webContents.setZoomFactor(size.zoom);
      },
      { width, height, zoom },
    );
    await expect
      .poll(() => this.recount.page.evaluate(() => innerWidth))
      .toBe(Math.round(width / zoom));
  }

  /** One of each, so that a screen reader can go from part to part. */
  landmarks(): Record<'banner' | 'navigation' | 'main' | 'contentinfo', Locator> {
    const { page } = this.recount;
    return {
      banner: page.getByRole('banner'),
      navigation: page.getByRole('navigation'),
      main: page.getByRole('main'),
      contentinfo: page.getByRole('contentinfo'),
    };
  }
}
