import { expect } from '@playwright/test';
import { test } from './recount-window';

/** What each language calls itself, an application of the sample, and the step that the way begins with. */
const LANGUAGES = [
  { label: 'English', application: 'Classroom', cause: 'Free trial not applied' },
  { label: '简体中文', application: '课堂', cause: '未抵扣免费试用时长' },
  { label: '한국어', application: '강의실', cause: '무료 체험 시간이 공제되지 않음' },
] as const;

for (const { label, application, cause } of LANGUAGES) {
  test(`one press leads from a cause to why it is so, in ${label}`, async ({ recount }) => {
    await recount.part('language').selectOption({ label });
    await recount.openSample();
    await recount.part('bridge-steps').getByRole('button', { name: cause }).click();
    const explanation = recount.part('explanation');
    await expect(explanation).toContainText(application);
    await expect(explanation.locator('section').first()).toContainText(cause);
    await expect(recount.part('difference-row')).toHaveCount(1);
  });
}

test('what was decided is said without moving the rows, and stays where it was done', async ({
  recount,
}) => {
  await recount.openSample();
  await recount.goTo('differences');
  const row = recount.part('difference-row').first();
  await row.click();
  await expect(recount.part('explanation-expected')).toContainText(/\d/);
  const before = await row.boundingBox();
  await recount.page.keyboard.press('a');
  await expect(recount.part('notice')).toContainText('Accept 1 difference');
  await expect(row).toContainText('Accepted');
  expect(await row.boundingBox()).toEqual(before);
  await recount.goTo('bills');
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
