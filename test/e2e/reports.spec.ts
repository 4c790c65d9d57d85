import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { Imports } from './models/imports';
import { FORMATS, Reports } from './models/reports';
import { Screen } from './models/screen';
import { test, type RecountWindow } from './recount-window';

const IDS = ['1400123456', '1400654321', '100012345678'];

/** Lets go of files over the window, as if they came from the file manager. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'dropped-files';
    input.hidden = true;
    document.body.append(input);
  });
  // Files of an input carry their place on the disk, as dropped ones do.
  await page.locator('#dropped-files').setInputFiles([...paths]);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped-files');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    document
      .querySelector('.drop-anywhere')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    input?.remove();
  });
}

/** Opens a file in a browser page that knows nothing of Recount; says what the page asked the network for. */
async function browse(recount: RecountWindow, path: string) {
  const opening = recount.app.waitForEvent('window');
  await recount.app.evaluate(async ({ BrowserWindow, session }, url) => {
    const plain = session.fromPartition('plain');
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    plain.webRequest.onBeforeRequest((request, proceed) => {
      asked.push(request.url);
      proceed({});
    });
    const window = new BrowserWindow({
      width: 1280,
      height: 800,
      webPreferences: { session: plain, sandbox: true, contextIsolation: true },
    });
    await window.loadURL(url);
  }, pathToFileURL(path).href);
  const page = await opening;
  const requests = () =>
    recount.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  return { page, requests };
}

test('each format is written in the language of the report, not of the window', async ({
  recount,
}, info) => {
  await recount.openSample();
  const reports = await new Reports(recount).open();
  await reports.language.selectOption('ko');
  const folder = join(recount.folder, 'all');
  const names = await reports.write(FORMATS, folder);
  for (const ending of ['.xlsx', '.html', '.pdf', '-focus.csv', '-differences.csv', '.json'])
    expect(names.filter((name) => name.endsWith(ending))).toHaveLength(1);
  expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  await expect(recount.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(reports.made).toHaveCount(names.length);
  const page = await readFile(join(folder, htmlIn(names)), 'utf8');
  expect(page).toContain('<html lang="ko"');
  expect(page).toContain('청구 금액');
  await recount.screenshot(info, 'reports');
});

const htmlIn = (names: readonly string[]) => names.find((name) => name.endsWith('.html')) ?? '';

test('the list of reports is read on, page by page', async ({ recount }) => {
  await recount.openSample();
  const reports = await new Reports(recount).open();
  let made = 0;
  for (const name of ['a', 'b', 'c', 'd'])
    made += (await reports.write(['csv'], join(recount.folder, name))).length;
  expect(made).toBeGreaterThan(50);
  await expect(reports.made).toHaveCount(50);
  await expect(reports.more).toHaveText(`${made - 50} more`);
  await reports.more.click();
  await expect(reports.made).toHaveCount(made);
  await expect(reports.more).toHaveCount(0);
});

test('the web page filters by itself, asks no network, and holds no id where ids are masked', async ({
  recount,
}, info) => {
  await recount.openSample();
  const reports = await new Reports(recount).open();
  const plainFolder = join(recount.folder, 'plain');
  const plain = join(plainFolder, htmlIn(await reports.write(['html'], plainFolder)));
  expect(await readFile(plain, 'utf8')).toContain('1400123456');

  const { page, requests } = await browse(recount, plain);
  const rows = page.locator('#differences tbody tr');
  await expect(rows).toHaveCount(7);
  const visible = () =>
    rows.evaluateAll((all) => all.filter((row) => row.checkVisibility()).length);
  expect(await visible()).toBe(7);
  const all = await page.locator('#f-shown').innerText();
  await page.locator('#f-status').selectOption('duplicate');
  expect(await visible()).toBe(1);
  await expect(page.locator('#f-shown')).toContainText('31.367');
  await page.locator('#f-status').selectOption('');
  await page.locator('#f-text').fill('2023-06-13');
  await expect.poll(visible).toBe(1);
  await page.locator('#f-text').fill('');
  await expect(page.locator('#f-shown')).toHaveText(all);
  await page.screenshot({ path: info.outputPath('web-page.png') });
  // The file itself, and nothing else, not even an icon.
  expect((await requests()).filter((url) => !url.startsWith('file:'))).toEqual([]);
  expect(new Set(await requests()).size).toBe(1);
  await page.close();

  await reports.masked.check();
  const maskedFolder = join(recount.folder, 'masked');
  await reports.write(['html', 'csv', 'json', 'focus'], maskedFolder);
  for (const name of await readdir(maskedFolder)) {
    const text = await readFile(join(maskedFolder, name), 'utf8');
    expect(IDS.filter((id) => text.includes(id))).toEqual([]);
  }
});

test('a report that is dropped is verified: yes, or what differs', async ({ recount }, info) => {
  test.setTimeout(180_000);
  await recount.openSample();
  const reports = await new Reports(recount).open();
  const folder = join(recount.folder, 'made');
  const names = await reports.write(['xlsx', 'html', 'pdf', 'json'], folder);
  expect(names).toHaveLength(4);

  // All four at once, from another screen.
  await new Screen(recount, 'differences').open();
  const paths = names.map((name) => join(folder, name));
  await drop(recount.page, paths);
  await expect(reports.verdicts).toHaveCount(4, { timeout: 90_000 });
  for (const verdict of await reports.verdicts.all()) await expect(verdict).toContainText('Yes:');
  await recount.screenshot(info, 'verified');

  // One number of the page is changed.
  const html = paths.find((path) => path.endsWith('.html')) ?? '';
  const edited = join(recount.folder, 'edited.html');
  await copyFile(html, edited);
  await writeFile(edited, (await readFile(html, 'utf8')).replaceAll('31.367', '31.376'));
  await drop(recount.page, [edited]);
  await expect(reports.verdicts).toHaveCount(1, { timeout: 60_000 });
  await expect(reports.verdicts).toContainText('No: edited.html');
  await expect(reports.verdicts).toContainText('31.376');
  await recount.screenshot(info, 'not-verified');

  // Beside a file to import, the report is told apart from it.
  const usage = join(recount.folder, 'none.csv');
  await writeFile(usage, 'a,b\n1,2\n');
  await drop(recount.page, [usage, html]);
  const { reading } = new Imports(recount);
  await expect(reading).toContainText('none.csv');
  await expect(reading).toHaveCount(1);
  await expect(recount.part('notice').first()).toContainText('it is not imported');
  await recount.noticeButton('Verify').click();
  await expect(reports.verdicts).toContainText('Yes:', { timeout: 60_000 });
});

test('the dispute package is made in another language, with ids masked', async ({ recount }) => {
  await recount.openSample();
  const reports = await new Reports(recount).open();
  const folder = join(recount.folder, 'dispute');
  await mkdir(folder);
  await recount.answerOpenDialog([folder]);
  await reports.writeDispute({ language: 'zh-CN', packed: false, masked: true });
  await expect(reports.made.first()).toBeVisible({ timeout: 60_000 });
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
  expect(files.map((name) => name.slice(name.lastIndexOf('.'))).sort()).toEqual([
    '.pdf',
    '.txt',
    '.xlsx',
  ]);
  const letter = await readFile(
    join(folder, files.find((name) => name.endsWith('.txt')) ?? ''),
    'utf8',
  );
  expect(letter).toMatch(/账单/);
  expect(IDS.filter((id) => letter.includes(id))).toEqual([]);
});

test('a full disk or a locked folder is said in a sentence and leaves no half file', async ({
  recount,
}, info) => {
  await recount.openSample();
  const reports = await new Reports(recount).open();
  const disk = join(recount.folder, 'disk');
  await mkdir(disk);
  test.skip(!root('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]), 'no small disk here');
  try {
    await recount.answerOpenDialog([disk]);
    await reports.choose(['xlsx', 'html', 'pdf', 'csv']);
    await reports.press();
    await expect(recount.part('notice').first()).toContainText('The disk is full', {
      timeout: 60_000,
    });
    expect(await readdir(disk)).toEqual([]);
    await recount.screenshot(info, 'disk-full');
    root('mount', ['-o', 'remount,ro', disk]);
    await reports.press();
    await expect(recount.part('notice').first()).toContainText(
      `Nothing can be written into the folder ${disk}.`,
    );
    expect(await readdir(disk)).toEqual([]);
    await expect(reports.made).toHaveCount(0);
  } finally {
    root('umount', ['-l', disk]);
  }
});

function root(command: string, args: readonly string[]): boolean {
  return spawnSync(command, [...args]).status === 0;
}
