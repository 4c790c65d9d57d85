import { expect } from '@playwright/test';
import { LANGUAGES } from '../../src/shared/contract/languages';
import { Bills } from './models/bills';
import { Differences } from './models/differences';
import { Frame } from './models/frame';
import { Overview } from './models/overview';
import { test } from './recount-window';

/** What each language calls an application of the sample, and the step that the way begins with. */
const SAID = {
  en: { application: 'Classroom', cause: 'Free trial not applied' },
  'zh-CN': { application: '课堂', cause: '未抵扣免费试用时长' },
  ko: { application: '강의실', cause: '무료 체험 시간이 공제되지 않음' },
} as const;

for (const language of LANGUAGES) {
  const { application, cause } = SAID[language];
  test(`one press leads from a cause to why it is so, in ${language}`, async ({ recount }) => {
    await new Frame(recount).speak(language);
    await recount.openSample();
    await new Overview(recount).openCause(cause);
    const { explanation, rows } = new Differences(recount);
    await expect(explanation).toContainText(application);
    await expect(explanation.locator('section').first()).toContainText(cause);
    await expect(rows).toHaveCount(1);
  });
}

test('what was decided is said without moving the rows, and stays where it was done', async ({
  recount,
}) => {
  await recount.openSample();
  const differences = await new Differences(recount).open();
  const row = differences.row(0);
  await differences.explain(0);
  const before = await row.boundingBox();
  await differences.decide('a');
  await expect(recount.part('notice')).toContainText('Accept 1 difference');
  await expect(row).toContainText('Accepted');
  expect(await row.boundingBox()).toEqual(before);
  await new Bills(recount).open();
  await expect(recount.part('notice')).toHaveCount(0);
});

test('what a button opens stays within the screen, also beside an explanation', async ({
  recount,
}) => {
  await recount.openSample();
  await recount.goTo('differences');
  await recount.part('difference-row').first().click();
  await expect(recount.part('explanation-expected')).toContainText(/\d/);
  await recount.part('views').click();
  const name = recount.page.getByRole('textbox', { name: 'Name of this view' });
  await expect(name).toBeFocused();
  const [screen, field] = [
    await recount.page.getByRole('main').boundingBox(),
    await name.boundingBox(),
  ];
  expect(field?.x).toBeGreaterThan(screen?.x ?? Infinity);
});
