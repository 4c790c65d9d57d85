import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Prices } from './models/prices';
import { Screen } from './models/screen';
import { Settings } from './models/settings';
import { test, type RecountWindow } from './recount-window';

const BEFORE = '+165.9568';

async function differenceIs(recount: RecountWindow, said: string | RegExp): Promise<void> {
  await new Screen(recount, 'overview').open();
  await expect(recount.part('headline-difference')).toHaveText(said);
}

test('what is stated about the account changes the bill that is expected, and back', async ({
  recount,
}) => {
  await recount.openSample();
  await differenceIs(recount, BEFORE);
  const settings = await new Settings(recount).open();

  // A price factor that nobody agreed on is refused at its field, and nothing is saved.
  const factor = settings.field('contract[0].value');
  await factor.fill('many');
  await settings.save();
  await expect(factor).toHaveAttribute('aria-invalid', 'true');
  await expect(factor).toBeFocused();
  await settings.discard();
  await expect(factor).toHaveValue('0.9');

  // What is not saved is kept while other screens are looked at.
  await factor.fill('1');
  await differenceIs(recount, BEFORE);
  await settings.open();
  await expect(factor).toHaveValue('1');
  await settings.save();
  await expect(settings.saveBar.locator('button[type=submit]')).toBeDisabled();
  await differenceIs(recount, /^[+−][\d,.]+$/);
  await expect(recount.part('headline-difference')).not.toHaveText(BEFORE);

  await settings.open();
  await factor.fill('0.9');
  await settings.save();
  await expect(settings.saveBar.locator('button[type=submit]')).toBeDisabled();
  await differenceIs(recount, BEFORE);
});

test('a policy that is chosen is marked, kept, and given back by its default', async ({
  recount,
}) => {
  await recount.openSample();
  const settings = await new Settings(recount).open();
  const policy = settings.policy('meteringScope');
  await policy.selectOption('account');
  await settings.save();
  await expect(settings.saveBar.locator('button[type=submit]')).toBeDisabled();
  await new Screen(recount, 'overview').open();
  await settings.open();
  await expect(policy).toHaveValue('account');
  await expect(recount.part('policy-meteringScope')).toHaveClass(/changed/);
  await policy.selectOption('application');
  await settings.save();
  await expect(recount.part('policy-meteringScope')).not.toHaveClass(/changed/);
  await differenceIs(recount, BEFORE);
});

test('a price book of one’s own is used by the audit until it is taken away', async ({
  recount,
}) => {
  await recount.openSample();
  const prices = await new Prices(recount).open();
  const path = join(recount.folder, 'own.json');
  await prices.saveBuiltIn(path);
  await expect.poll(() => existsSync(path)).toBe(true);
  const book = await readFile(path, 'utf8');
  const dearer = book.replaceAll('"av.audio": "7"', '"av.audio": "8"');
  expect(dearer).not.toBe(book);
  await writeFile(path, dearer);
  await prices.useBook(path);
  await new Screen(recount, 'overview').open();
  await expect(recount.part('headline-difference')).not.toHaveText(BEFORE);
  await prices.open();
  await prices.removeBook();
  await differenceIs(recount, BEFORE);
});
