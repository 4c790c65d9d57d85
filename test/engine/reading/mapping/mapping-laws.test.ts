import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { fieldNeeds } from '../../../../src/main/engine/reading/mapping/mappable-fields';
import { mappingProblem } from '../../../../src/main/engine/reading/layout/mapped-columns';
import { profileFile, profilesIn } from '../../../../src/main/engine/reading/layout/profile-file';
import { PROFILES } from '../../../../src/main/engine/reading/layout/profiles';
import { headerFingerprint } from '../../../../src/main/engine/reading/layout/saved-profile';
import { headerName } from '../../../../src/main/engine/reading/layout/header-name';
import { countedTotals } from '../../../../src/main/engine/store/imports/counted-totals';
import {
  savedProfiles,
  saveProfile,
} from '../../../../src/main/engine/store/imports/import-profiles';
import { READABLE_AS } from '../../../../src/shared/contract/column-mapping';
import { FIXTURES, fileWith, imported, newWorkspace } from '../../workspace';

const signal = new AbortController().signal;

/** Exports with the profile of each, all of whose columns a person could have called anything. */
const EXPORTS = [
  ['cn_L3_detail.csv', 'cn-l3-detail'],
  ['intl_L3_detail.csv', 'intl-l3-detail'],
  ['cn_usage_detail_rav_daily.csv', 'cn-usage-detail'],
  ['cn_usage_detail_rav_5min.csv', 'cn-usage-detail'],
  ['trtc_package_deduction.csv', 'trtc-package-deductions'],
  ['cn_transactions.csv', 'cn-transactions'],
] as const;

describe('a mapping of any names', () => {
  it.each(EXPORTS)('comes to what %s comes to by itself', async (name, readAs) => {
    const text = readFileSync(join(FIXTURES, name), 'utf8').replace(/^\uFEFF/, '');
    const [header = '', ...rows] = text.split(/\r?\n/);
    const own = header.split(',');
    const profile = PROFILES.find(({ id }) => id === readAs);
    const plain = newWorkspace();
    const summary = await imported(plain, fileWith(text));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^[a-z\u4e00-\u4e20\uac00-\uac20]{3,9}$/), {
          minLength: own.length,
          maxLength: own.length,
        }),
        async (names) => {
          const columns = own.flatMap((column, index): [string, string][] => {
            const field = profile?.fieldOf.get(headerName(column));
            return field === undefined ? [] : [[names[index] ?? '', field]];
          });
          const open = newWorkspace();
          const [outcome] = await importFile(
            open,
            fileWith([names.join(','), ...rows].join('\n')),
            {
              signal,
              onProgress: () => undefined,
              override: {
                readings: [
                  { table: null, mapping: { readAs, columns: Object.fromEntries(columns) } },
                ],
              },
            },
          );
          if (outcome?.outcome !== 'imported') throw new Error(JSON.stringify(outcome));
          const { rows: all, accepted, quarantined, ignored, firstDay, lastDay } = outcome.summary;
          expect({ all, accepted, quarantined, ignored, firstDay, lastDay }).toEqual({
            all: summary.rows,
            accepted: summary.accepted,
            quarantined: summary.quarantined,
            ignored: summary.ignored,
            firstDay: summary.firstDay,
            lastDay: summary.lastDay,
          });
          expect(countedTotals(open.readable)).toEqual(countedTotals(plain.readable));
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('saved profiles', () => {
  const names = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
  const profile = fc.record({
    name: names.filter((name) => name.trim() === name && name.trim() !== ''),
    readAs: fc.constantFrom(...READABLE_AS),
    headers: fc.uniqueArray(names, { minLength: 1, maxLength: 8, selector: headerName }),
  });

  it('are the same after they were written to a file and taken in elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(profile, { maxLength: 5 }), async (profiles) => {
        const [one, other] = [newWorkspace(), newWorkspace()];
        for (const { name, readAs, headers } of profiles) {
          const fields = fieldNeeds(readAs).map(({ field }) => field);
          const columns = headers.map((header, index) => ({
            header,
            field: header === '__proto__' ? null : (fields[index] ?? null),
          }));
          saveProfile(one.writable, { name, readAs, columns }, '2026-01-01');
        }
        const before = savedProfiles(one.readable);
        for (const taken of await profilesIn(fileWith(profileFile(before), 'p.json')))
          saveProfile(other.writable, taken, '2026-01-01');
        const bare = (all: typeof before) =>
          all.map(({ name, version, readAs, fingerprint, columns }) => ({
            name,
            version,
            readAs,
            fingerprint,
            columns,
          }));
        expect(bare(savedProfiles(other.readable))).toEqual(bare(before));
      }),
      { numRuns: 20 },
    );
  });

  it('are recognised by their columns in any order, case and width', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z ]{1,8}$/), { minLength: 1 }),
        (header) => {
          const other = header.toReversed().map((name) => ` ${name.toUpperCase()}\u3000`);
          expect(headerFingerprint(other)).toBe(headerFingerprint(header));
          expect(headerFingerprint([...header, 'one more column'])).not.toBe(
            headerFingerprint(header),
          );
        },
      ),
    );
  });
});

describe('every kind that a file can be read as', () => {
  it.each(READABLE_AS)('%s takes each of its fields once', (readAs) => {
    const fields = fieldNeeds(readAs).map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    const columns = Object.fromEntries(fields.map((field) => [`column of ${field}`, field]));
    expect(mappingProblem({ readAs, columns })).toBeNull();
  });
});
