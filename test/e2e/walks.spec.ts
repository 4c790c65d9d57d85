import { expect } from '@playwright/test';
import { brokenRules } from './models/axe';
import { Frame, LOOKS, type Look } from './models/frame';
import { OwnWords } from './models/own-words';
import { Screen, SCREENS } from './models/screen';
import { misplaced, saidOn } from './models/what-shows';
import { test, type RecountWindow } from './recount-window';

/** Colours are the same in every language; names for screen readers are not. */
const AXE_IN = { en: LOOKS, 'zh-CN': ['dark'], ko: ['light'] } as const;
const SIZES = [
  { width: 1280, height: 800, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
  { width: 1280, height: 800, zoom: 2 },
] as const;

function errorsIn({ page }: RecountWindow): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  return errors;
}

/** What lies over a screen or beside it. */
async function lookInto(
  recount: RecountWindow,
  look: (what: string) => Promise<void>,
): Promise<void> {
  const { page } = recount;
  const part = (name: string) => recount.part(name);
  await part('nav-differences').click();
  await part('difference-row').nth(2).click();
  await expect(part('explanation-expected')).toContainText(/\d/);
  await look('explanation');
  await page.keyboard.press('Escape');
  for (const [what, open, opened] of [
    ['palette', () => page.keyboard.press('Control+k'), 'palette-entry'],
    ['shortcuts', () => page.keyboard.press('?'), 'shortcuts'],
    ['history', () => part('open-history').click(), 'history'],
  ] as const) {
    await open();
    await expect(part(opened).first()).toBeVisible();
    await look(what);
    await page.keyboard.press('Escape');
    await expect(part(opened).first()).toBeHidden();
  }
}

for (const language of ['en', 'zh-CN', 'ko'] as const)
  test(`every screen, in every look and size: ${language}`, async ({ recount }) => {
    // A hundred screens are looked at, thirty of them by axe.
    test.setTimeout(600_000);
    const { page } = recount;
    const frame = new Frame(recount);
    const words = new OwnWords(language);
    const screens = SCREENS.map((name) => new Screen(recount, name));
    const looksForAxe: readonly Look[] = AXE_IN[language];
    const found = errorsIn(recount);
    const at = (where: string, faults: readonly string[]) =>
      found.push(...faults.map((fault) => `${where}: ${fault}`));
    const read = async (where: string) => at(where, words.foreignIn(await saidOn(page)));
    const place = async (where: string) => at(where, await misplaced(page));
    const axe = async (where: string) => at(where, await brokenRules(page));

    await frame.speak(language);
    await read('first run');
    for (const look of looksForAxe) {
      await frame.wear(look);
      await axe(`first run, ${look}`);
    }
    for (const { width, height, zoom } of SIZES) {
      await frame.measure(width, height, zoom);
      await place(`first run, ${width} x ${height}, zoom ${zoom}`);
    }
    await frame.measure(1280, 800);
    await recount.openSample();

    await expect(recount.page.locator('nav button')).toHaveCount(SCREENS.length);
    for (const screen of screens) {
      await screen.open();
      const month = await recount.part('month').locator('option:checked').textContent();
      const name = screen.name === 'overview' ? month : words.text(`window:screens/${screen.name}`);
      await expect(screen.heading).toHaveText(name ?? '');
      for (const [landmark, parts] of Object.entries(frame.landmarks()))
        await expect(parts, `${screen.name}: ${landmark}`).toHaveCount(1);
      await read(screen.name);
    }
    for (const { width, height, zoom } of SIZES) {
      await frame.measure(width, height, zoom);
      for (const screen of screens) {
        await screen.open();
        await place(`${screen.name}, ${width} x ${height}, zoom ${zoom}`);
      }
    }
    await frame.measure(1280, 800);
    await lookInto(recount, async (what) => {
      await read(what);
      await place(what);
      if (language === 'en') await axe(what);
    });
    for (const look of LOOKS) {
      await frame.wear(look);
      for (const screen of screens) {
        await screen.open();
        if (looksForAxe.includes(look)) await axe(`${screen.name}, ${look}`);
      }
    }
    expect(found).toEqual([]);
  });
