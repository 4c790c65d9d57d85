import { expect, type Locator, type Page } from '@playwright/test';
import { Random } from '../support/random';
import { test, type RecountWindow } from './recount-window';

/** RECOUNT_SOAK=500 for the long walk; RECOUNT_SEED=7 for another one. */
const ACTIONS = Number(process.env['RECOUNT_SOAK'] ?? 40);
const SEED = Number(process.env['RECOUNT_SEED'] ?? '0');

const KEYS = [
  'j',
  'k',
  'Enter',
  'Escape',
  'Tab',
  'ArrowDown',
  'ArrowUp',
  'End',
  'Home',
  'Control+k',
  '?',
];
const CLICKABLE =
  'button:enabled, a[href], summary, [role="row"], [role="tab"], input[type="checkbox"]';

test(`${ACTIONS} random actions leave no error behind`, async ({ recount }, info) => {
  test.setTimeout(120_000 + ACTIONS * 6_000);
  info.annotations.push({ type: 'seed', description: String(SEED) });
  const { page } = recount;
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  await dismissDialogs(recount);
  await recount.openSample();
  const random = new Random(SEED);
  const done: string[] = [];
  for (let action = 0; action < ACTIONS; action++) {
    done.push(await act(page, random));
    await expect(page.locator('body'), done.slice(-5).join('; ')).not.toBeEmpty();
    expect(errors, `seed ${SEED}: ${done.slice(-5).join('; ')}`).toEqual([]);
  }
  // It still answers: the month is where it was, and the log knows of nothing that broke.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(recount.part('nav-overview').or(recount.part('drop-zone')).first()).toBeVisible();
  const log = await recount.logFile().catch(() => '');
  expect(log).not.toMatch(/\[error\]/);
});

/** Does one thing that a person could do, and says what. */
async function act(page: Page, random: Random): Promise<string> {
  if (random.chance(0.25)) {
    const key = random.pick(KEYS);
    await page.keyboard.press(key);
    return `press ${key}`;
  }
  // What lies over the page takes the clicks.
  const over = page.locator('[role="dialog"]:visible');
  const field = (await over.count()) > 0 ? over.last() : page.locator('body');
  if (random.chance(0.1)) {
    const changed = await choose(field.locator('select:visible'), random);
    if (changed !== null) return changed;
  }
  const found = field.locator(CLICKABLE).and(page.locator(':visible'));
  const count = await found.count();
  if (count === 0) {
    await page.keyboard.press('Escape');
    return 'press Escape';
  }
  const target = found.nth(random.whole(0, count - 1));
  const name = await target
    .evaluate((element) => element.textContent.trim().slice(0, 40), null, { timeout: 1_500 })
    .catch(() => '');
  // It may have gone meanwhile, or lie below something: a person would see that and do something else.
  await target.click({ timeout: 1_500 }).catch(() => undefined);
  return `click "${name}"`;
}

async function choose(selects: Locator, random: Random): Promise<string | null> {
  const count = await selects.count();
  if (count === 0) return null;
  const select = selects.nth(random.whole(0, count - 1));
  const values = await select
    .locator('option:not([disabled])')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const value = random.pick(values);
  await select.selectOption(value, { timeout: 1_500 }).catch(() => undefined);
  return `choose ${value}`;
}

/** Dialogs of the system cannot be walked through; each is dismissed at once. */
async function dismissDialogs({ app }: RecountWindow): Promise<void> {
  await app.evaluate(({ dialog, shell }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    shell.showItemInFolder = () => undefined;
  });
}
