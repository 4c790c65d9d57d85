import { expect, type Locator } from '@playwright/test';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { Frame } from './models/frame';
import { test, type RecountWindow } from './recount-window';

/** Types into the search and goes to the entry of this kind that is found. */
async function goBySearch(recount: RecountWindow, typed: string, kind: string): Promise<void> {
  const dialogs = new Dialogs(recount);
  await dialogs.openPalette(typed);
  const entry = dialogs.found.filter({ has: recount.page.getByText(kind, { exact: true }) });
  await entry.first().click();
  await expect(dialogs.palette).toBeHidden();
}

/** The part is in view, and who came by keyboard is at it. */
async function atHeading(heading: Locator): Promise<void> {
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
}

test('the search finds prices, versions, terms, causes, parts of Settings and imports, and goes there', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();

  await goBySearch(recount, 'full hd video', 'Price');
  await expect(recount.part('price-item')).toHaveValue('av.fhd');
  // By the reference of the contract.
  await goBySearch(recount, 'YK-2023', 'Contract term');
  await expect(recount.part('price-item')).toHaveValue('av.hd');
  await atHeading(page.getByRole('heading', { name: 'Contract terms of the account' }));
  await goBySearch(recount, 'international', 'Price version');
  await expect(recount.part('price-site')).toHaveValue('intl');
  await atHeading(page.getByRole('heading', { name: 'Price books' }));

  await goBySearch(recount, 'package not', 'Cause');
  const differences = new Differences(recount);
  await differences.explained();
  await expect(differences.rows).toHaveCount(1);

  await goBySearch(recount, 'usage-2023', 'Import');
  await expect(recount.part('nav-imports')).toHaveAttribute('aria-current', 'page');
  await expect(recount.part('import-details')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'usage-2023-06.csv' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );

  await goBySearch(recount, 'polic', 'Part');
  await atHeading(page.locator('legend', { hasText: 'Policies' }));
  await goBySearch(recount, 'trail', 'Part');
  await atHeading(page.getByRole('heading', { name: 'Trail' }));
  await new Frame(recount).speak('ko');
  await goBySearch(recount, '백업', '구역');
  await atHeading(page.getByRole('heading', { level: 2, name: '백업' }));
});

test('the search finds a rule by its cause, and shows it among the rules', async ({ recount }) => {
  await recount.openSample();
  const differences = await new Differences(recount).open();
  await differences.explain(3);
  await differences.decide('a');
  await recount.part('open-rule').click();
  await recount.part('rule-cap').fill('20');
  await recount.part('rule-until').fill('2099-12-31');
  await recount.part('rule-make').click();
  await expect(recount.part('rule-cap')).toHaveCount(0);
  await recount.goTo('overview');
  await goBySearch(recount, 'rule', 'Rule');
  await expect(recount.part('rule-row').filter({ visible: true })).toHaveCount(1);
});
