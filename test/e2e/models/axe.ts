import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule about WCAG 2.2 up to AA that a machine can decide; none is switched off. */
const ALL: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/** Those of them that look at colours and sizes: a look changes nothing else, no name, no role and no order. */
const OF_A_LOOK: RunOptions = {
  ...ALL,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] },
};

interface WithAxe {
  readonly axe?: { run(within: string, options: RunOptions): Promise<AxeResults> };
}

/**
 * In words a person can act on: which rule is broken, where first, and in how many places. Looked at is `within` and what is in it. The page
 * is given axe once and keeps it: so a look takes a third of a second, and every screen can be looked at in every look.
 */
export async function brokenRules(
  page: Page,
  within = 'html',
  rules: 'all' | 'of a look' = 'all',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
  return page.evaluate(
    async ([place, options]) => {
      const { axe } = globalThis as WithAxe;
      if (axe === undefined || document.querySelector(place) === null)
        throw new Error(`nothing to look at: ${place}`);
      const { violations } = await axe.run(place, options);
      return violations.map(({ id, nodes }) => {
        const [first] = nodes;
        const more = nodes.length > 1 ? ` and ${nodes.length - 1} more` : '';
        return `${id}: ${first?.target.join(' ') ?? ''}${more}. ${first?.failureSummary ?? ''}`;
      });
    },
    [within, rules === 'all' ? ALL : OF_A_LOOK] as const,
  );
}
