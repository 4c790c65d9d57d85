import fc from 'fast-check';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/main/engine/import/import-file';
import { listImports } from '../../../src/main/engine/store/imports/imports';
import { rawRows, rawSource } from '../../../src/main/engine/store/imports/raw-rows';
import { slotId } from '../../../src/main/engine/store/workspace/row-id';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { FIXTURES, newWorkspace, temporaryFolder } from '../workspace';

/** How many damaged files; RECOUNT_FUZZ=100000 for a long night. */
const RUNS = Number(process.env['RECOUNT_FUZZ'] ?? 60);
/** Longer than any of these small files may take, on a busy machine. */
const PATIENCE_MS = 20_000;

const SAMPLES = readdirSync(FIXTURES).map((name) => ({
  name,
  bytes: readFileSync(join(FIXTURES, name)),
}));

/** What broken disks, downloads and editors do to bytes. */
const edit = fc.record({
  at: fc.nat(),
  drop: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 300 })),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom(
        '"',
        ',',
        '\n',
        '\r\n',
        '\t',
        '{',
        '}',
        '[',
        ']',
        ':',
        '\\',
        '-',
        '0',
        '=',
        '合计',
        '\uFEFF',
      )
      .map((text) => Buffer.from(text)),
  ),
  /** Bytes that stand there twice afterwards. */
  again: fc.oneof(fc.constant(0), fc.nat({ max: 200 })),
});
const damaged = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
    cut: fc.option(fc.nat(), { freq: 4 }),
  })
  .map(({ sample, edits, cut }) => {
    let { bytes } = sample;
    for (const { at, drop, put, again } of edits) {
      const place = at % bytes.length;
      bytes = Buffer.concat([
        bytes.subarray(0, place),
        put,
        bytes.subarray(place, place + again),
        bytes.subarray(place + drop),
      ]);
      if (bytes.length === 0) bytes = Buffer.from(' ');
    }
    return {
      name: sample.name,
      bytes: cut === null ? bytes : bytes.subarray(0, cut % bytes.length),
    };
  });

/** Every row of every import is accounted for, and found again in the file. */
function checkRows(open: OpenWorkspace): void {
  for (const { id, rows, accepted, quarantined, duplicates, ignored } of listImports(
    open.writable,
  )) {
    expect(accepted + quarantined + duplicates + ignored).toBe(rows);
    const { slots } = rawSource(open.writable, id);
    const ids = Array.from({ length: rows }, (_, row) => slotId(id, row + 1, slots));
    const lines = rawRows(open.writable, ids).map(({ origin }) => origin.line ?? 0);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  }
}

describe('any damage to any file', () => {
  it(
    'is a file that is refused with a reason, or one whose rows are all accounted for',
    async () => {
      const open = newWorkspace();
      const folder = temporaryFolder();
      let imports = 0;
      await fc.assert(
        fc.asyncProperty(damaged, async ({ name, bytes }) => {
          const began = performance.now();
          const path = join(folder, name);
          writeFileSync(path, bytes);
          const outcomes = await importFile(open, path, {
            signal: new AbortController().signal,
            onProgress: () => undefined,
            override: { sdkAppId: '1400000001' },
            // Taken back at once, so that the next one meets an empty workspace again.
            rehearsal: () => {
              imports += 1;
              checkRows(open);
            },
          });
          expect(outcomes.length).toBeGreaterThan(0);
          for (const outcome of outcomes)
            if (outcome.outcome === 'failed') expect(outcome.error.code).not.toBe('internal');
          expect(open.writable.inTransaction).toBe(false);
          expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
        }),
        { numRuns: RUNS },
      );
      expect(listImports(open.readable)).toEqual([]);
      // A fuzzer whose files are all refused would prove nothing.
      expect(imports).toBeGreaterThan(RUNS / 10);
    },
    60_000 + RUNS * 1000,
  );
});
