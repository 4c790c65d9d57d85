import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ROOT, test } from './recount-window';

const SAMPLE = join(ROOT, 'resources', 'sample-month');
const SAMPLE_FILES = ['usage-2023-06.csv', 'bill-2023-06.csv'].map((name) => join(SAMPLE, name));

test('an empty window offers its three beginnings', async ({ recount }, info) => {
  for (const offer of ['drop-zone', 'choose-files', 'open-sample', 'open-workspace'])
    await expect(recount.part(offer).first()).toBeVisible();
  await recount.screenshot(info, 'first-run');
});

test('files are read, imported and audited up to the headline', async ({ recount }, info) => {
  await recount.chooseFiles(SAMPLE_FILES);
  await expect(recount.part('reading')).toHaveCount(2);
  await recount.screenshot(info, 'readings');
  await recount.part('import-commit').click();
  await expect(recount.part('headline-billed')).toContainText(/\d/);
  await recount.screenshot(info, 'overview');
});

test('the sample month shows its planted mistakes and leaves nothing unexplained', async ({
  recount,
}, info) => {
  await recount.openSample();
  const planted = JSON.parse(await readFile(join(SAMPLE, 'planted.json'), 'utf8')) as {
    mistakes: unknown[];
    totals: { difference: string };
  };
  await expect(recount.part('headline-difference')).toContainText(planted.totals.difference);
  await expect(recount.part('headline-unexplained')).toContainText(
    /(^|[^\d.])(0(\.0+)?(?![\d.])|—|–)/,
  );
  await recount.goTo('differences');
  await expect(recount.part('difference-row')).toHaveCount(planted.mistakes.length);
  await recount.screenshot(info, 'differences');
});

test('a difference is explained on both sides, down to the rows of the files', async ({
  recount,
}, info) => {
  await recount.openSample();
  await recount.goTo('differences');
  await recount.part('difference-row').first().click();
  await recount.page.keyboard.press('Enter');
  await expect(recount.part('explanation-expected')).toContainText(/\d/);
  await expect(recount.part('explanation-billed')).toBeVisible();
  await expect(recount.part('explanation-raw').first()).toBeVisible();
  await recount.screenshot(info, 'explanation');
});

test('the page is told at once which words it will need', async ({ recount }) => {
  for (const [language, said] of Object.entries({ ko: '언어', 'zh-CN': '语言', en: 'Language' })) {
    await recount.part('language').selectOption(language);
    await expect(recount.page.locator('html')).toHaveAttribute('lang', language);
    const words = await recount.app.evaluate(async ({ net }) => {
      const page = await net.fetch('app://recount/index.html');
      const named = /^<([^>]+)>; rel=modulepreload$/.exec(page.headers.get('link') ?? '');
      const file = await net.fetch(`app://recount${named?.[1] ?? '/none.js'}`);
      return { status: file.status, text: await file.text() };
    });
    expect(words.status).toBe(200);
    expect(words.text).toContain(said);
  }
});

test('the language changes at once and is kept', async ({ recount }, info) => {
  const chosen = { 'zh-CN': /[\u4e00-\u9fff]/, ko: /[\uac00-\ud7af]/, en: /[A-Za-z]/ };
  for (const [language, letters] of Object.entries(chosen)) {
    await recount.part('language').selectOption(language);
    await expect(recount.part('drop-zone')).toContainText(letters);
    await recount.screenshot(info, `first-run-${language}`);
  }
  await recount.part('language').selectOption('ko');
  await expect
    .poll(() => readFile(join(recount.folder, 'profile', 'settings.json'), 'utf8'))
    .toContain('"ko"');
});

test('a report is written into the chosen folder', async ({ recount }) => {
  await recount.openSample();
  await recount.answerOpenDialog([recount.folder]);
  await recount.part('export-report').first().click();
  await recount.page.locator('.ant-modal .ant-btn-primary').click();
  await expect(recount.part('notice')).toContainText('.xlsx');
  const [report] = (await readdir(recount.folder)).filter((name) => name.endsWith('.xlsx'));
  expect((await stat(join(recount.folder, report ?? ''))).size).toBeGreaterThan(5_000);
});

test('the report is also written as CSV and JSON', async ({ recount }) => {
  await recount.openSample();
  await recount.answerOpenDialog([recount.folder]);
  await recount.part('export-report').first().click();
  for (const format of ['csv', 'json'])
    await recount.page.locator(`.ant-modal input[value="${format}"]`).check();
  await recount.page.locator('.ant-modal .ant-btn-primary').click();
  await expect(recount.part('notice')).toContainText('.json');
  const names = await readdir(recount.folder);
  for (const ending of ['.xlsx', '.csv', '.json'])
    expect(names.filter((name) => name.endsWith(ending)).length).toBeGreaterThan(0);
  const report = names.find((name) => name.endsWith('.json')) ?? '';
  expect(JSON.parse(await readFile(join(recount.folder, report), 'utf8'))).toBeInstanceOf(Object);
});
