import { expect, type Page } from '@playwright/test';
import { test, type RecountWindow } from './recount-window';

async function screensOf(page: Page): Promise<string[]> {
  return await page
    .locator('nav.rail button')
    .evaluateAll((buttons) =>
      buttons.map((button) => (button.getAttribute('data-testid') ?? '').replace('nav-', '')),
    );
}

async function settled(recount: RecountWindow): Promise<void> {
  await expect(recount.page.locator('.loading')).toHaveCount(0);
}

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
