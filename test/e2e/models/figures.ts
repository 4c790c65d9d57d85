import { expect } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Screen } from './screen';

const HEADLINE = ['billed', 'expected', 'difference', 'unexplained'] as const;

/** What a person reads off the first two screens: the headline, and the differences row by row. */
export interface Figures {
  readonly headline: readonly string[];
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
  const rows = recount.part('difference-row');
  await expect(rows.first()).toBeVisible();
  return { headline, differences: await rows.allTextContents() };
}

/** Waits until they are these again. */
export async function expectFigures(recount: RecountWindow, wanted: Figures): Promise<void> {
  await expect.poll(() => figuresOf(recount), { timeout: 60_000 }).toEqual(wanted);
}
