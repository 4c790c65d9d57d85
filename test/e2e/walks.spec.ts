import { expect } from '@playwright/test';
import { LANGUAGES } from '../../src/shared/contract/languages';
import { brokenRules } from './models/axe';
import { Frame, LOOKS } from './models/frame';
import { OwnWords } from './models/own-words';
import { Screen, SCREENS } from './models/screen';
import { statesBeforeAMonth } from './models/states-before-a-month';
import { statesOfAMonth, type Look } from './models/states-of-a-month';
import { misplaced, saidOn } from './models/what-shows';
import { test, type RecountWindow } from './recount-window';

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

// Two languages can be walked through at once, each in a window of its own.
test.describe.configure({ mode: 'parallel' });

for (const language of LANGUAGES)
  test(`every screen, in every state, look and size: ${language}`, async ({ recount }) => {
    // Sixty states are looked at, each of them in four looks by axe.
    test.setTimeout(900_000);
    const { page } = recount;
    const frame = new Frame(recount);
    const words = new OwnWords(language);
    const screens = SCREENS.map((name) => new Screen(recount, name));
    const errors = errorsIn(recount);
    /** Said at once, so that a walk that stops later has told what it found. */
    const at = (where: string, faults: readonly string[]) => expect.soft(faults, where).toEqual([]);
    const read = async (where: string) => at(where, words.foreignIn(await saidOn(page)));
    const place = async (where: string) => at(where, await misplaced(page));
    let looks = [...LOOKS];
    const inEveryLook = async (where: string, within?: string) => {
      for (const look of looks) {
        await frame.wear(look);
        at(
          `${where}, ${look}`,
          await brokenRules(page, within, look === looks[0] ? 'all' : 'of a look'),
        );
      }
      // The next place is met in the look that this one was left in.
      looks = looks.toReversed();
    };
    const look: Look = async (what, within) => {
      await read(what);
      await place(what);
      await inEveryLook(what, within);
    };

    await frame.speak(language);
    await read('first run');
    await inEveryLook('first run');
    for (const { width, height, zoom } of SIZES) {
      await frame.measure(width, height, zoom);
      await place(`first run, ${width} x ${height}, zoom ${zoom}`);
    }
    await frame.measure(1280, 800);
    await statesBeforeAMonth(recount, look);
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
      await inEveryLook(screen.name);
    }
    for (const { width, height, zoom } of SIZES) {
      await frame.measure(width, height, zoom);
      for (const screen of screens) {
        await screen.open();
        await place(`${screen.name}, ${width} x ${height}, zoom ${zoom}`);
      }
    }
    await frame.measure(1280, 800);
    await statesOfAMonth(recount, look);
    expect(errors).toEqual([]);
  });
