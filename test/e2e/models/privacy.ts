import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ROOT, type RecountWindow } from '../recount-window';

/** Of the sample's account: the account itself, its applications, its package. */
export const SAMPLE_IDS = ['1400123456', '1400654321', '100012345678', '2000009001'];

/** Numbers that stand on the sample's bill and say something: long enough not to be found by chance. */
export async function amountsOfSample(): Promise<string[]> {
  const planted = await readFile(join(ROOT, 'resources/sample-month/planted.json'), 'utf8');
  const found = planted.match(/-?\d+\.\d{2,}/g) ?? [];
  return [...new Set(found.map((amount) => amount.replace('-', '')))].filter(
    (amount) => amount.length >= 5,
  );
}

/** Privacy mode, and what somebody who looks over the shoulder reads all the same. */
export class Privacy {
  /** Where something was read that was to be hidden, and what. */
  readonly leaks: string[] = [];

  constructor(
    readonly recount: RecountWindow,
    readonly secrets: readonly string[],
  ) {}

  async hide(): Promise<void> {
    await this.recount.part('privacy').click();
    await expect(this.recount.part('privacy')).toHaveAttribute('aria-pressed', 'true');
  }

  /** Everything the window says: text, tool tips, names for screen readers, fields, its title, its menu. */
  async said(): Promise<string> {
    const onPage = await this.recount.page.evaluate(() => {
      const attributes = ['title', 'aria-label', 'placeholder', 'alt'];
      const tips = [...document.querySelectorAll('*')].flatMap((part) =>
        attributes.map((name) => part.getAttribute(name) ?? ''),
      );
      const typed = [...document.querySelectorAll('input, textarea')].map(
        (field) => (field as HTMLInputElement).value,
      );
      return [document.title, document.body.textContent, ...tips, ...typed].join('\n');
    });
    const outside = await this.recount.app.evaluate(({ BrowserWindow, Menu }) => {
      const labels = (menu: Electron.Menu | null | undefined): string[] =>
        (menu?.items ?? []).flatMap((item) => [item.label, item.sublabel, ...labels(item.submenu)]);
      const title = BrowserWindow.getAllWindows()[0]?.getTitle() ?? '';
      return [title, ...labels(Menu.getApplicationMenu())].join('\n');
    });
    return `${onPage}\n${outside}`.replaceAll(',', '');
  }

  secretsIn(text: string): string[] {
    return this.secrets.filter((secret) => text.includes(secret));
  }

  /** Reads the window as it stands, once it has come to rest. */
  async look(where: string): Promise<void> {
    await expect(this.recount.page.locator('.loading')).toHaveCount(0);
    let before = '';
    await expect
      .poll(async () => {
        const now = await this.said();
        const rests = now === before;
        before = now;
        return rests;
      })
      .toBe(true);
    this.found(where, before);
  }

  found(where: string, text: string): void {
    this.leaks.push(...this.secretsIn(text).map((secret) => `${where}: ${secret}`));
  }
}
