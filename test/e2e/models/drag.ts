import { expect } from '@playwright/test';
import type { RecountWindow } from '../recount-window';

/** Drags real files from outside over the window and lets them go: the browser itself makes the events. */
export async function drag(
  recount: RecountWindow,
  paths: readonly string[],
  end: 'drop' | 'leave',
): Promise<void> {
  const cdp = await recount.page.context().newCDPSession(recount.page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const at = { x: 600, y: 400, data };
  await cdp.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
  await cdp.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
  await expect(recount.page.locator('.drop-veil')).toBeVisible();
  if (end === 'drop') await cdp.send('Input.dispatchDragEvent', { type: end, ...at });
  // The debugger can end a drag, but not carry it out of the window again.
  else
    await recount.page.evaluate(() =>
      document.querySelector('main')?.dispatchEvent(new DragEvent('dragleave', { bubbles: true })),
    );
  await expect(recount.page.locator('.drop-veil')).toHaveCount(0);
  await cdp.detach();
}

/** Drops something that another program holds and that is no file on this computer, as an attachment of a mail. */
export async function dropWithoutPath(recount: RecountWindow, name: string): Promise<void> {
  await recount.page.evaluate((attachment) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], attachment));
    const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true });
    document.querySelector('main')?.dispatchEvent(drop);
  }, name);
}
