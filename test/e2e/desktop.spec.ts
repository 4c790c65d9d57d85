import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { Desktop } from './models/desktop';
import { Reports } from './models/reports';
import { Settings } from './models/settings';
import { WindowManager } from './models/window-manager';
import { openRecount, test, type RecountWindow } from './recount-window';

// What a program owes the desktop it runs on: its place, its files, and no second window.

let manager: WindowManager | null = null;
test.beforeAll(async () => {
  const display = process.env['DISPLAY'];
  if (display !== undefined) manager = await WindowManager.begin(display);
});
test.afterAll(() => manager?.end());

const PLACE = { x: 140, y: 90, width: 1100, height: 700 };

/** Closed and started anew with the same profile; the new one is closed, too. */
async function restarted(
  recount: RecountWindow,
  work: (again: RecountWindow, desktop: Desktop) => Promise<void>,
  file?: string,
): Promise<void> {
  await recount.app.close();
  const opening = file === undefined ? {} : { file, shows: 'nav-overview' };
  const again = await openRecount(recount.folder, opening);
  try {
    await work(again, new Desktop(again));
  } finally {
    await again.app.close();
  }
}

const opened = (recount: RecountWindow) => recount.page.locator('.statusline-workspace');

test('the window comes back where it was and as large as it was, maximised where it was that', async ({
  recount,
}) => {
  const desktop = new Desktop(recount);
  await desktop.place(PLACE);
  await expect.poll(() => desktop.bounds()).toEqual(PLACE);
  await restarted(recount, async (again, later) => {
    await expect.poll(() => later.bounds()).toEqual(PLACE);
    expect(await later.is('Maximized')).toBe(false);
    await later.head('maximize');
    await expect.poll(() => later.is('Maximized')).toBe(true);
    await restarted(again, async (_, last) => {
      await expect.poll(() => last.is('Maximized')).toBe(true);
      await last.head('unmaximize');
      // The place it had before is kept under it.
      await expect.poll(() => last.bounds()).toEqual(PLACE);
    });
  });
});

test('a window whose screen is gone comes back in the middle of one that is there', async ({
  recount,
}) => {
  const away = { x: 5000, y: 3000, width: 1100, height: 700, maximized: false };
  const kept = join(recount.folder, 'profile', 'window.json');
  await recount.app.close();
  await writeFile(kept, JSON.stringify(away));
  const again = await openRecount(recount.folder);
  try {
    const desktop = new Desktop(again);
    const { width, height } = await again.app.evaluate(
      ({ screen }) => screen.getPrimaryDisplay().workArea,
    );
    await expect
      .poll(() => desktop.bounds())
      .toEqual({ x: (width - 1100) / 2, y: (height - 700) / 2, width: 1100, height: 700 });
    expect(await desktop.is('Visible')).toBe(true);
  } finally {
    await again.app.close();
  }
  expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({ width: 1100, height: 700 });
});

test('a second start ends at once, brings the first window forward and leaves it as it is', async ({
  recount,
}) => {
  await recount.openSample();
  const desktop = new Desktop(recount);
  await desktop.head('minimize');
  await expect.poll(() => desktop.is('Minimized')).toBe(true);
  expect(await desktop.startAgain(recount.folder)).toBe(0);
  await expect.poll(() => desktop.is('Minimized')).toBe(false);
  await expect.poll(() => desktop.is('Focused')).toBe(true);
  expect(await desktop.windows()).toBe(1);
  await expect(recount.part('headline-billed')).toContainText(/\d/);
});

test('a second start with a workspace opens it in the first window', async ({ recount }) => {
  const folder = join(recount.folder, 'June 2023 六月');
  await mkdir(folder);
  const [june, july] = ['June', 'July'].map((name) => join(folder, `${name}.recount`)) as [
    string,
    string,
  ];
  for (const path of [june, july]) await recount.makeWorkspace(path);
  const desktop = new Desktop(recount);
  // As typed in a terminal, and as a file manager of Linux names it.
  expect(await desktop.startAgain(folder, 'June.recount')).toBe(0);
  await expect(opened(recount)).toHaveText('June');
  expect(await desktop.startAgain(recount.folder, pathToFileURL(july).href)).toBe(0);
  await expect(opened(recount)).toHaveText('July');
  expect(await desktop.windows()).toBe(1);

  await rm(june);
  expect(await desktop.startAgain(recount.folder, june)).toBe(0);
  await expect(recount.part('notice')).toContainText('There is no workspace file at');
  await expect(opened(recount)).toHaveText('July');
});

test('a workspace named at start is open when the window is there', async ({ recount }) => {
  const june = join(recount.folder, 'June.recount');
  await recount.makeWorkspace(june);
  await restarted(
    recount,
    async (again) => {
      await expect(opened(again)).toHaveText('June');
    },
    june,
  );
});

test('a workspace opened by an event of the system is opened, also over a page that is loaded again', async ({
  recount,
}) => {
  const [june, july] = ['June', 'July'].map((name) => join(recount.folder, `${name}.recount`)) as [
    string,
    string,
  ];
  for (const path of [june, july]) await recount.makeWorkspace(path);
  const desktop = new Desktop(recount);
  expect(await desktop.openFile(june)).toBe(true);
  await expect(opened(recount)).toHaveText('June');
  await recount.page.reload();
  await desktop.openFile(july);
  await expect(opened(recount)).toHaveText('July');
});

test('a report is dragged out as the file it is, with a picture; one that is gone is not', async ({
  recount,
}) => {
  await recount.openSample();
  const reports = await new Reports(recount).open();
  const folder = join(recount.folder, 'made');
  const [name = ''] = await reports.write(['json'], folder);
  const desktop = new Desktop(recount);
  const dragged = await desktop.watchDragging();
  await reports.dragOut(0);
  const file = join(folder, name);
  await expect.poll(dragged).toEqual([{ file, width: 48 }]);
  // A click is no drag.
  await reports.fileOf(0).click();
  await rm(file);
  await reports.dragOut(0);
  await recount.goTo('overview');
  expect(await dragged()).toHaveLength(1);
  await reports.open();
  await expect(reports.made).toContainText('moved or deleted');
  await expect(reports.fileOf(0)).toHaveAttribute('draggable', 'false');
});

test('the log file is shown by its button and by the menu, also before anything was logged', async ({
  recount,
}) => {
  const desktop = new Desktop(recount);
  const pointedAt = await desktop.watchFileManager();
  await rm(desktop.log, { force: true });
  await recount.openSample();
  await new Settings(recount).open();
  await recount.part('show-log').click();
  await expect.poll(pointedAt).toEqual([desktop.log]);
  expect(existsSync(desktop.log)).toBe(true);
  await recount.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
    file?.submenu?.items.find(({ label }) => label === 'Show log file')?.click();
  });
  await expect.poll(pointedAt).toEqual([desktop.log, desktop.log]);
});
