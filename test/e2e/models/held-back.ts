import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ROOT, type RecountWindow } from '../recount-window';

/** A file of the program that is on its way until it is released, as on a machine that is busy with other work. */
export interface HeldBack {
  /** Waits until the window has asked for it. */
  readonly asked: () => Promise<void>;
  readonly release: () => Promise<void>;
}

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** In the shell, by the name of the file. */
interface Holding {
  held: { asked: boolean; release: () => void };
}

/**
 * Serves the program's files as they are, except that those whose name begins with `name` wait. The window is loaded
 * anew, because a page keeps the way it gets its files; so this comes before a workspace is opened.
 */
export async function heldBack({ app, page }: RecountWindow, name: string): Promise<HeldBack> {
  const folder = pathToFileURL(join(ROOT, 'out', 'renderer')).href;
  await app.evaluate(
    ({ net, protocol }, { begin, files, types }) => {
      const held: Holding['held'] = { asked: false, release: () => undefined };
      const released = new Promise<void>((resolve) => {
        held.release = resolve;
      });
      (globalThis as unknown as Holding).held = held;
      protocol.unhandle('app');
      protocol.handle('app', async ({ url }) => {
        const { pathname } = new URL(url);
        if (pathname.startsWith(`/assets/${begin}`)) {
          held.asked = true;
          await released;
        }
        const file = await net.fetch(`${files}${pathname}`);
        const type = Object.entries(types).find(([ending]) => pathname.endsWith(ending))?.[1];
        return new Response(await file.arrayBuffer(), { headers: { 'content-type': type ?? '' } });
      });
    },
    { begin: name, files: folder, types: TYPES },
  );
  await page.reload();
  await expect(page.getByTestId('drop-zone')).toBeVisible();
  return {
    asked: () =>
      expect
        .poll(() => app.evaluate(() => (globalThis as unknown as Holding).held.asked))
        .toBe(true),
    release: () => app.evaluate(() => (globalThis as unknown as Holding).held.release()),
  };
}
