import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Differences } from './models/differences';
import { Imports } from './models/imports';
import { billReturning, SAMPLE_FILES, sampleOfJuly } from './models/month-files';
import { Overview } from './models/overview';
import { test } from './recount-window';

test('money that was promised back is waited for, in a later month, too, until a bill returns it', async ({
  recount,
}) => {
  await recount.chooseFiles(SAMPLE_FILES);
  const imports = new Imports(recount);
  await imports.bringIn();
  const overview = await new Overview(recount).open();
  await overview.audited();

  const differences = await new Differences(recount).open();
  const twice = differences.rows.filter({ hasText: '2023-06-24' });
  await twice.click();
  await differences.explained();
  await differences.decide('d');
  await differences.promise({ reference: '4711', day: '2023-07-01' });
  await expect(differences.promised).toContainText('31.367');

  // July's bill returns it, and July is on show.
  const july = join(recount.folder, 'bill-2023-07-returned.csv');
  await billReturning(july, '31.36700000', '4711');
  await recount.chooseMore([...(await sampleOfJuly(recount.folder)), july]);
  await imports.bringIn();
  await overview.open();
  await expect(recount.part('month')).toHaveValue('2023-07-01');
  await expect(overview.credits).toHaveCount(1);
  await expect(overview.credits).toContainText('this reference and exactly this amount');

  // What it was promised for is a row of June.
  await overview.credits.getByRole('button', { name: '2023-06-24' }).click();
  await differences.explained();
  await expect(recount.part('month')).toHaveValue('2023-06-01');
  await expect(differences.explanation).toContainText('2023-06-24');

  await overview.open();
  await overview.settleCredit();
  await expect(overview.credits).toContainText('Returned');
  await expect(overview.settleOffers).toHaveCount(0);
});
