import { mkdir, readdir } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import type { Language } from '../../../src/shared/contract/fields';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

export const FORMATS = ['xlsx', 'html', 'pdf', 'csv', 'focus', 'json'] as const;
export type Format = (typeof FORMATS)[number];

const isDot = (name: string) => name.startsWith('.');

/** What is handed on, the list of it, and whether it still holds. */
export class Reports extends Screen {
  constructor(recount: RecountWindow) {
    super(recount, 'reports');
  }

  async choose(formats: readonly Format[]): Promise<void> {
    for (const format of FORMATS)
      await this.recount.part(`format-${format}`).setChecked(formats.includes(format));
  }

  async press(): Promise<void> {
    await this.recount.part('report-write').click();
  }

  /** Writes the chosen formats into a folder by the form, and answers the names of the files, of which `isOne` is true. */
  async write(
    formats: readonly Format[],
    folder: string,
    isOne: (name: string) => boolean = () => true,
  ): Promise<string[]> {
    await mkdir(folder, { recursive: true });
    await this.recount.answerOpenDialog([folder]);
    await this.choose(formats);
    await this.press();
    // What is being written stands in a folder of its own, whose name begins with a dot.
    const inFolder = async () =>
      (await readdir(folder)).filter((name) => isOne(name) || isDot(name));
    const whole = async () => (await inFolder()).filter((name) => !isDot(name));
    await expect.poll(async () => (await whole()).length, { timeout: 60_000 }).toBeGreaterThan(0);
    await expect.poll(async () => (await inFolder()).length).toBe((await whole()).length);
    return (await whole()).sort();
  }

  /** Every report that was written, newest first. */
  get made(): Locator {
    return this.recount.part('made-report');
  }

  /** The name of a made report's file, which is what is dragged. */
  fileOf(index: number): Locator {
    return this.made.nth(index).getByTestId('report-file');
  }

  /** Takes the file by its name and moves on, as a drag into another program begins. */
  async dragOut(index: number): Promise<void> {
    const { mouse } = this.recount.page;
    await this.fileOf(index).hover();
    await mouse.down();
    await mouse.move(600, 300, { steps: 8 });
    await mouse.up();
  }

  get more(): Locator {
    return this.recount.part('more-reports');
  }

  get language(): Locator {
    return this.recount.part('report-language');
  }

  get masked(): Locator {
    return this.recount.part('report-masked');
  }

  async verify(paths: readonly string[]): Promise<void> {
    await this.recount.answerOpenDialog(paths);
    await this.recount.part('report-verify').click();
    await expect(this.verdicts).toHaveCount(paths.length, { timeout: 60_000 });
  }

  /** The dispute package, into the folder that the next dialog answers. */
  async writeDispute(wish: {
    readonly language: Language;
    readonly packed: boolean;
    readonly masked: boolean;
  }): Promise<void> {
    await this.recount.part('dispute-language').selectOption(wish.language);
    await this.recount.part('dispute-packed').setChecked(wish.packed);
    await this.recount.part('dispute-masked').setChecked(wish.masked);
    await this.recount.part('dispute-write').click();
  }

  get verdicts(): Locator {
    return this.recount.part('verdict');
  }
}
