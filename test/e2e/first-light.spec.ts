import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { Frame } from './models/frame';
import { Imports } from './models/imports';
import { SAMPLE, SAMPLE_FILES } from './models/month-files';
import { Overview } from './models/overview';
import { test } from './recount-window';

test('an empty window offers its three beginnings', async ({ recount }, info) => {
  for (const offer of ['drop-zone', 'choose-files', 'open-sample', 'open-workspace'])
    await expect(recount.part(offer).first()).toBeVisible();
  await recount.screenshot(info, 'first-run');
});

test('files are read, imported and audited up to the headline', async ({ recount }, info) => {
  await recount.chooseFiles(SAMPLE_FILES);
  const imports = new Imports(recount);
  await expect(imports.reading).toHaveCount(2);
  await recount.screenshot(info, 'readings');
  await imports.bringIn();
  await new Overview(recount).audited();
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
  const overview = new Overview(recount);
  await expect(overview.headline('difference')).toContainText(planted.totals.difference);
  await expect(overview.headline('unexplained')).toContainText(/(^|[^\d.])(0(\.0+)?(?![\d.])|—|–)/);
  const differences = await new Differences(recount).open();
  await expect(differences.rows).toHaveCount(planted.mistakes.length);
  await recount.screenshot(info, 'differences');
});

test('a difference is explained on both sides, down to the rows of the files', async ({
  recount,
}, info) => {
  await recount.openSample();
  const differences = await new Differences(recount).open();
  await differences.row(0).click();
  await recount.page.keyboard.press('Enter');
  await differences.explained();
  await expect(differences.side('billed')).toBeVisible();
  await expect(differences.rawRows.first()).toBeVisible();
  await recount.screenshot(info, 'explanation');
});

test('the page is told at once which words it will need', async ({ recount }) => {
  for (const [language, said] of [
    ['ko', '언어'],
    ['zh-CN', '语言'],
    ['en', 'Language'],
  ] as const) {
    await new Frame(recount).speak(language);
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
  const frame = new Frame(recount);
  for (const [language, letters] of [
    ['zh-CN', /[\u4e00-\u9fff]/],
    ['ko', /[\uac00-\ud7af]/],
    ['en', /[A-Za-z]/],
  ] as const) {
    await frame.speak(language);
    await expect(recount.part('drop-zone')).toContainText(letters);
    await recount.screenshot(info, `first-run-${language}`);
  }
  await frame.speak('ko');
  await expect
    .poll(() => readFile(join(recount.folder, 'profile', 'settings.json'), 'utf8'))
    .toContain('"ko"');
});

test('a report is written into the chosen folder', async ({ recount }) => {
  await recount.openSample();
  await recount.answerOpenDialog([recount.folder]);
  const dialogs = new Dialogs(recount);
  await dialogs.openExport();
  await dialogs.confirm.click();
  await expect(recount.part('notice')).toContainText('.xlsx');
  const [report] = (await readdir(recount.folder)).filter((name) => name.endsWith('.xlsx'));
  expect((await stat(join(recount.folder, report ?? ''))).size).toBeGreaterThan(5_000);
});

test('the report is also written as CSV and JSON', async ({ recount }) => {
  await recount.openSample();
  await recount.answerOpenDialog([recount.folder]);
  const dialogs = new Dialogs(recount);
  await dialogs.openExport();
  await dialogs.alsoExport('csv', 'json');
  await dialogs.confirm.click();
  await expect(recount.part('notice')).toContainText('.json');
  const names = await readdir(recount.folder);
  for (const ending of ['.xlsx', '.csv', '.json'])
    expect(names.filter((name) => name.endsWith(ending)).length).toBeGreaterThan(0);
  const report = names.find((name) => name.endsWith('.json')) ?? '';
  expect(JSON.parse(await readFile(join(recount.folder, report), 'utf8'))).toBeInstanceOf(Object);
});
