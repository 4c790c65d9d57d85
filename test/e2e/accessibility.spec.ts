import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test, type RecountWindow } from './recount-window';

/** The rules of WCAG 2.2 up to AA, and what is known to be good practice in grids. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const THEMES = ['light', 'dark', 'contrast'] as const;

async function screensOf(page: Page): Promise<string[]> {
  return await page
    .locator('nav.rail button')
    .evaluateAll((buttons) =>
      buttons.map((button) => (button.getAttribute('data-testid') ?? '').replace('nav-', '')),
    );
}

/** In words a person can act on: which rule, and where. */
async function violationsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${where}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`,
    ),
  );
}

async function settled(recount: RecountWindow): Promise<void> {
  await expect(recount.page.locator('.loading')).toHaveCount(0, { timeout: 20_000 });
}

test('no screen breaks a rule of accessibility, in any theme', async ({ recount }) => {
  test.setTimeout(240_000);
  const { page } = recount;
  const found: string[] = [];
  for (const theme of THEMES) {
    await recount.part('theme').selectOption(theme);
    found.push(...(await violationsOf(page, `${theme} first run`)));
  }
  await recount.openSample();
  const screens = await screensOf(page);
  expect(screens.length).toBeGreaterThanOrEqual(9);
  for (const theme of THEMES) {
    await recount.part('theme').selectOption(theme);
    for (const screen of screens) {
      await recount.goTo(screen);
      await settled(recount);
      found.push(...(await violationsOf(page, `${theme} ${screen}`)));
    }
    await recount.goTo('differences');
    await recount.part('difference-row').first().click();
    await expect(recount.part('explanation-expected')).toContainText(/\d/);
    found.push(...(await violationsOf(page, `${theme} explanation`)));
    await page.keyboard.press('Control+k');
    found.push(...(await violationsOf(page, `${theme} palette`)));
    await page.keyboard.press('Escape');
  }
  expect(found).toEqual([]);
});

test('a grid says how big it is and which row is which, and is walked by keys alone', async ({
  recount,
}) => {
  await recount.openSample();
  await recount.goTo('usage');
  const grid = recount.part('usage-grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '311');
  const rows = recount.part('usage-row');
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '2');
  await rows.first().focus();
  await recount.page.keyboard.press('End');
  await expect(recount.page.locator('[role=row]:focus')).toHaveAttribute('aria-rowindex', '311');
  await recount.page.keyboard.press('Shift+ArrowUp');
  await expect(recount.page.locator('[role=row][aria-selected=true]')).toHaveCount(2);
  await recount.page.keyboard.press('Control+a');
  await recount.page.keyboard.press('Home');
  await recount.page.keyboard.press('Enter');
  await expect(recount.part('usage-rows')).toBeVisible();
  await recount.page.keyboard.press('Escape');
  await expect(recount.part('usage-rows')).toBeHidden();
});

test('at 200 % zoom every control can still be reached', async ({ recount }) => {
  await recount.openSample();
  await recount.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  const { page } = recount;
  const clipped: string[] = [];
  for (const screen of await screensOf(page)) {
    await recount.goTo(screen);
    await settled(recount);
    clipped.push(
      ...(await page.evaluate((name) => {
        const controls = 'button, select, input, a[href]';
        return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
          if (!control.checkVisibility() || control.closest('.visually-hidden')) return [];
          control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const box = control.getBoundingClientRect();
          const inside = box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1;
          const label = control.textContent || control.getAttribute('aria-label') || control.id;
          return inside && box.bottom <= innerHeight + 1 ? [] : [`${name}: ${label}`];
        });
      }, screen)),
    );
  }
  expect(clipped).toEqual([]);
});

test('who asked for less motion gets none', async ({ recount }) => {
  await recount.page.emulateMedia({ reducedMotion: 'reduce' });
  await recount.openSample();
  const moving = await recount.page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(moving).toBe(0);
});
