import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceMark } from '../../../../src/main/engine/store/evidence/evidence-mark';
import { fingerprintOf } from '../../../../src/main/engine/audit/fingerprint';
import { openApplicationIssues } from '../../../../src/main/engine/audit/open-applications';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { inspectFile } from '../../../../src/main/engine/import/inspect-file';
import { sayApplication } from '../../../../src/main/engine/import/changes/say-application';
import { settleOpenImports } from '../../../../src/main/engine/import/settle/settle-import';
import { correctRows } from '../../../../src/main/engine/import/changes/correct-rows';
import { atomically } from '../../../../src/main/engine/store/workspace/atomically';
import { onlyTurns } from '../../../../src/main/engine/store/workspace/pause';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { knownApplications } from '../../../../src/main/engine/known-applications';
import { stateAccount } from '../../../../src/main/engine/account/stated-account';
import { importIssues, listImports } from '../../../../src/main/engine/store/imports/imports';
import { usageRowsBehind, usageSeries } from '../../../../src/main/engine/store/evidence/usage';
import { verifyTrail } from '../../../../src/main/engine/store/history/trail';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { day } from '../../../../src/shared/period/day';
import { FIXTURES, fileWith, imported, importing, newWorkspace } from '../../workspace';

const signal = new AbortController().signal;
const CONSOLE = join(FIXTURES, 'trtc_console_usage_5min.csv');
const [A, B] = ['1400000001', '1400000002'];
const TIERS = '日期,语音(分钟),标清(分钟),高清(分钟),全高清(分钟)';

const usageOf = (app: string) =>
  fileWith(
    `日期,产品名称,SdkAppId,属性,用量单位,标准用量\n2023-06-02,实时音视频,${app},高清,分钟,7\n`,
    `usage-of-${app.slice(-1)}.csv`,
  );

/** Whole minutes of calls by application and day, as they count. */
function minutes(open: OpenWorkspace): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { sdkAppId, seconds } of usageSeries(open.readable, null))
    if (seconds > 0) sums[sdkAppId] = (sums[sdkAppId] ?? 0) + seconds / 60;
  return sums;
}

const codes = (open: OpenWorkspace, importId: number) =>
  importIssues(open.readable, importId, { offset: 0, limit: 50 }).rows.map(({ code }) => code);
const nth = (open: OpenWorkspace, id: number) => listImports(open.readable)[id - 1];

describe('usage that names no application', () => {
  it('counts as all there is where none is known, and says so', async () => {
    const open = newWorkspace();
    const { id } = await imported(open, CONSOLE);
    expect(minutes(open)).toEqual({ '*': 164 });
    expect(nth(open, id)).toMatchObject({
      state: 'live',
      accepted: 288,
      application: { sdkAppId: null, by: 'assumed' },
    });
    expect(codes(open, id)).toEqual(['application-none-known']);
    expect(openApplicationIssues(open.readable)).toMatchObject([
      { code: 'usage-of-no-application', origin: { file: 'trtc_console_usage_5min.csv' } },
    ]);
    expect(await importing(open, CONSOLE)).toMatchObject({ outcome: 'unchanged' });
  });

  it('is of the only application as soon as one is known, and leads back to its lines', async () => {
    const open = newWorkspace();
    const { id } = await imported(open, CONSOLE);
    const before = [evidenceMark(open), fingerprintOf(open.readable)];
    await imported(open, usageOf(A));
    expect(minutes(open)).toEqual({ [A]: 164 + 7 });
    expect(nth(open, id)?.application).toEqual({ sdkAppId: A, by: 'assumed' });
    expect(codes(open, id)).toEqual(['application-only-one']);
    // An audit of before must not pass for one of now.
    expect([evidenceMark(open), fingerprintOf(open.readable)]).not.toEqual(before);
    const period = { from: day('2023-06-01'), to: day('2023-06-02') };
    const behind = usageRowsBehind(open.readable, { period, sdkAppId: A, items: ['av.hd'] }, 1);
    expect(behind.total).toBe(288);
    expect(behind.rows[0]?.raw).toBe(readFileSync(CONSOLE, 'utf8').split(/\r?\n/)[1]);
  });

  it('waits where there are several: nothing is counted twice, nothing in silence', async () => {
    const open = newWorkspace();
    await imported(open, usageOf(A));
    const [preview] = await inspectFile(open.readable, CONSOLE);
    expect(preview).toMatchObject({
      reading: {
        stated: [{ value: A, by: 'assumed' }, {}],
        issues: [{ code: 'application-only-one' }],
      },
    });
    const { id } = await imported(open, CONSOLE);
    await imported(open, usageOf(B));
    expect(minutes(open)).toEqual({ [A]: 7, [B]: 7 });
    expect(nth(open, id)).toMatchObject({ state: 'waiting', accepted: 288, duplicates: 0 });
    expect(codes(open, id)).toEqual(['application-not-said']);
    expect(openApplicationIssues(open.readable)).toMatchObject([
      { severity: 'error', code: 'usage-waiting', params: { count: 288 } },
    ]);
    await setImportState(open, 3, 'undone', signal);
    expect(minutes(open)).toEqual({ [A]: 171 });
  });

  it('is whose a person says it is, at any time, until that is taken back', async () => {
    const open = newWorkspace();
    await imported(open, usageOf(A));
    await imported(open, usageOf(B));
    const { id } = await imported(open, CONSOLE);
    expect(await sayApplication(open, id, B, onlyTurns)).toMatchObject({
      state: 'live',
      application: { sdkAppId: B, by: 'said' },
    });
    expect(minutes(open)).toEqual({ [A]: 7, [B]: 171 });
    expect(codes(open, id)).toEqual([]);
    expect(openApplicationIssues(open.readable)).toEqual([]);
    // Said once, the same bytes are still the same file.
    expect(await importing(open, CONSOLE)).toMatchObject({ outcome: 'unchanged', summary: { id } });
    await sayApplication(open, id, A, onlyTurns);
    expect(minutes(open)).toEqual({ [A]: 171, [B]: 7 });
    expect(await sayApplication(open, id, null, onlyTurns)).toMatchObject({ state: 'waiting' });
    expect(minutes(open)).toEqual({ [A]: 7, [B]: 7 });
    expect(verifyTrail(open.readable).ok).toBe(true);
    await expect(sayApplication(open, 1, B, onlyTurns)).rejects.toMatchObject({
      error: { code: 'invalid-input' },
    });
  });

  it('follows the account', async () => {
    const open = newWorkspace();
    await imported(open, CONSOLE);
    const state = (...apps: string[]) =>
      atomically(open.writable, async () => {
        const named = apps.map((sdkAppId) => ({ sdkAppId, createdOn: '2022-01-01' }));
        stateAccount(open.writable, JSON.stringify({ site: 'cn', apps: named }));
        await settleOpenImports(open.writable, onlyTurns);
      });
    await state(A);
    expect(minutes(open)).toEqual({ [A]: 164 });
    await state(A, B);
    expect(minutes(open)).toEqual({});
    await state();
    expect(minutes(open)).toEqual({ '*': 164 });
  });

  it('is the same row as in a file that names the application in a column', async () => {
    const open = newWorkspace();
    const row = '2023-06-01,9,0,8,0';
    await imported(
      open,
      fileWith(`${TIERS.replace('日期', '日期,SDKAppID')}\n${row.replace(',', `,${A},`)}\n`),
    );
    const second = await imported(open, fileWith(`${TIERS}\n${row}\n`));
    expect(second).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(minutes(open)).toEqual({ [A]: 17 });
  });

  it('keeps its application for rows that are corrected later', async () => {
    const open = newWorkspace();
    const path = fileWith(`${TIERS}\n2023-06-01,9,0,8,0\n2023-06-02,x,0,8,0\n`);
    const { id } = await imported(open, path);
    await sayApplication(open, id, B, onlyTurns);
    const act = { by: 'me', at: '2023-07-01T00:00:00Z', signal };
    await correctRows(
      open,
      [{ importId: id, row: 2, cells: ['2023-06-02', '1', '0', '8', '0'] }],
      act,
    );
    expect(minutes(open)).toEqual({ [B]: 26 });
  });

  it('of two files of the same days without a name is said to be restated, not taken for one', async () => {
    const open = newWorkspace();
    await imported(open, fileWith(`${TIERS}\n2023-06-01,9,0,0,0\n2023-06-02,3,0,0,0\n`, 'a.csv'));
    const second = await imported(
      open,
      fileWith(`${TIERS}\n2023-06-01,8,0,0,0\n2023-06-02,3,0,0,0\n`, 'b.csv'),
    );
    expect(codes(open, second.id)).toContain('restates-other-file');
    expect(openApplicationIssues(open.readable)).toHaveLength(2);
  });
});

type Step = { readonly file: number; readonly act: 'drop' | 'undo' | 'say-a' | 'open' };

describe('whatever happened before', () => {
  it('what counts depends on what is there alone, not on the order', async () => {
    const files = [CONSOLE, usageOf(A), usageOf(B), join(FIXTURES, 'cn_L3_detail.csv')];
    const steps = fc.array(
      fc.record({
        file: fc.nat(files.length - 1),
        act: fc.constantFrom<Step['act']>('drop', 'drop', 'undo', 'say-a', 'open'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        const open = newWorkspace();
        const live = new Set<number>();
        const ids = new Map<number, number>();
        let said = false;
        for (const { file, act } of acts) {
          const path = files[file] ?? '';
          const known = ids.get(file);
          if (act === 'drop') {
            const [outcome] = await importFile(open, path, { signal, onProgress: () => undefined });
            if (outcome?.outcome === 'failed') throw new Error(outcome.error.code);
            ids.set(file, outcome?.summary.id ?? 0);
            live.add(file);
          } else if (act === 'undo' && known !== undefined) {
            await setImportState(open, known, 'undone', signal);
            live.delete(file);
          } else if (file === 0 && known !== undefined && act !== 'undo') {
            said = act === 'say-a';
            await sayApplication(open, known, said ? A : null, onlyTurns);
          }
        }
        const fresh = newWorkspace();
        for (const file of [...live].sort()) {
          const { id } = await imported(fresh, files[file] ?? '');
          if (file === 0 && said) await sayApplication(fresh, id, A, onlyTurns);
        }
        expect(minutes(open)).toEqual(minutes(fresh));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('the applications that are known', () => {
  const known = (open: OpenWorkspace) =>
    knownApplications(open.readable).map(({ sdkAppId, name }) => [sdkAppId, name]);

  it('are those of the account with their names, and those that files name', async () => {
    const open = newWorkspace();
    await imported(open, CONSOLE);
    expect(known(open)).toEqual([]);
    const { id } = await imported(open, usageOf(B));
    await imported(open, usageOf(A));
    expect(known(open)).toEqual([
      [A, null],
      [B, null],
    ]);
    stateAccount(
      open.writable,
      JSON.stringify({ site: 'cn', apps: [{ sdkAppId: B, name: '课堂' }] }),
    );
    expect(known(open)).toEqual([
      [B, '课堂'],
      [A, null],
    ]);
    stateAccount(open.writable, JSON.stringify({ site: 'cn' }));
    await setImportState(open, id, 'undone', signal);
    expect(known(open)).toEqual([[A, null]]);
  });

  it('are those that lines of a bill name too, and not what was said by mistake', async () => {
    const open = newWorkspace();
    await imported(open, join(FIXTURES, 'cn_L3_detail.csv'));
    const billed = known(open);
    expect(billed.length).toBeGreaterThan(0);
    const { id } = await imported(open, CONSOLE);
    await sayApplication(open, id, '1400000999', onlyTurns);
    expect(known(open)).toContainEqual(['1400000999', null]);
    await sayApplication(open, id, null, onlyTurns);
    expect(known(open)).toEqual(billed);
  });
});
