import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importIssues, listImports } from '../../../src/main/engine/store/imports/imports';
import { quarantinePage } from '../../../src/main/engine/store/imports/quarantine';
import { importing, newWorkspace } from '../workspace';

/** Each bad file has, beside it, what must be said about it. */
const FOLDER = join(import.meta.dirname, '../../scenarios/malformed');
const SENTENCES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../resources/locales/en/issues.json'), 'utf8'),
) as Record<string, string>;

type Expected =
  | { readonly error: string; readonly context?: string }
  | {
      readonly rows: number;
      readonly accepted: number;
      readonly quarantined: number;
      readonly ignored: number;
      readonly issues: readonly { readonly code: string; readonly line: number | null }[];
    };

const files = readdirSync(FOLDER);
const cases = files
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => {
    const stem = name.replace('.expected.json', '');
    const file = files.find((other) => other.startsWith(`${stem}.`) && other !== name);
    const expected = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Expected;
    return { stem, path: join(FOLDER, file ?? ''), expected };
  });

describe('a malformed file', () => {
  it.each(cases)('$stem', async ({ path, expected }) => {
    const open = newWorkspace();
    const outcome = await importing(open, path);
    if ('error' in expected) {
      expect(outcome).toMatchObject({ outcome: 'failed', error: { code: expected.error } });
      if (outcome.outcome === 'failed' && expected.context)
        expect(outcome.error.params['context']).toBe(expected.context);
      expect(listImports(open.readable)).toEqual([]);
      return;
    }
    const { issues, ...counts } = expected;
    expect(outcome).toMatchObject({ outcome: 'imported', summary: { ...counts, duplicates: 0 } });
    if (outcome.outcome !== 'imported') return;
    const page = { offset: 0, limit: 100 };
    const said = importIssues(open.readable, outcome.summary.id, page).rows;
    expect(said.map((issue) => ({ code: issue.code, line: issue.origin?.line ?? null }))).toEqual(
      issues,
    );
    for (const issue of said) expect(SENTENCES).toHaveProperty([issue.code]);
    const kept = quarantinePage(open.readable, null, 'open', page);
    expect(kept.total).toBe(counts.quarantined);
    const text = readFileSync(path, 'utf8');
    for (const row of kept.rows)
      if (row.code !== 'row-bad-encoding') expect(text).toContain(row.raw);
  });

  it('is one of a corpus that only grows', () => {
    expect(cases.length).toBeGreaterThanOrEqual(95);
  });
});
