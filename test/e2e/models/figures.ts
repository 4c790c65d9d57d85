import { expect } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

const HEADLINE = ['billed', 'expected', 'difference', 'unexplained'] as const;

/** Rows that fit into the smallest window that is tested. */
const LOOKED_AT = 8;

/** What a person reads off the first two screens: the headline, and the differences row by row. */
export interface Figures {
  readonly headline: readonly string[];
  /** How many differ. */
  readonly count: number;
  /** The first of them. */
  readonly differences: readonly string[];
}

/** As it stands now: who changed something first waits until the window shows it. */
export async function figuresOf(recount: RecountWindow): Promise<Figures> {
  await new Screen(recount, 'overview').open();
  const headline: string[] = [];
  for (const name of HEADLINE) {
    const part = recount.part(`headline-${name}`);
    await expect(part).toContainText(/\d/);
    headline.push((await part.textContent()) ?? '');
  }
  await new Screen(recount, 'differences').open();
  const grid = recount.page.getByRole('grid').first();
  await expect(grid).toHaveAttribute('aria-rowcount', /^[1-9]/);
  const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
  // How many more are drawn depends on the moment; these always are.
  const looked = Math.min(count, LOOKED_AT);
  const rows = recount.part('difference-row');
  if (looked > 0) await expect(rows.nth(looked - 1)).toContainText(/\d/);
  return { headline, count, differences: (await rows.allTextContents()).slice(0, looked) };
}

/** Waits until they are these again. */
export async function expectFigures(recount: RecountWindow, wanted: Figures): Promise<void> {
  await expect.poll(() => figuresOf(recount), { timeout: 60_000 }).toEqual(wanted);
}
