import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { importFile } from '../../../src/main/engine/import/import-file';
import { inspectFile } from '../../../src/main/engine/import/inspect-file';
import { listImports } from '../../../src/main/engine/store/imports/imports';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { usageSeries } from '../../../src/main/engine/store/evidence/usage';
import { FIXTURES, imported, importing, newWorkspace, opened, temporaryFolder } from '../workspace';
import { usageFile } from '../usage-file';

const DAILY = join(FIXTURES, 'cn_usage_detail_rav_daily.csv');
const ROWS = 60_000;
let large = '';

beforeAll(() => {
  large = usageFile(ROWS);
});

/** Everything in the workspace, as one text. */
function contents(open: OpenWorkspace): string {
  const tables = [
    'imports',
    'meters',
    'usage_rows',
    'bill_lines',
    'raw_chunks',
    'import_issues',
    'quarantined_rows',
  ];
  const hash = createHash('sha256');
  for (const table of tables)
    for (const row of open.readable
      .prepare<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`)
      .iterate())
      hash.update(
        JSON.stringify(row, (_, value: unknown) =>
          typeof value === 'bigint' ? value.toString() : value,
        ),
      );
  return hash.digest('hex');
}

describe('an import that does not finish', () => {
  it('because it was cancelled leaves the workspace as it was, and is heard soon', async () => {
    const open = newWorkspace();
    await imported(open, DAILY);
    const before = contents(open);
    const stop = new AbortController();
    let askedAt = 0;
    const [outcome] = await importFile(open, large, {
      signal: stop.signal,
      onProgress: (done, total) => {
        if (askedAt > 0 || done < total / 3) return;
        askedAt = performance.now();
        stop.abort();
      },
    });
    expect(outcome).toMatchObject({ outcome: 'failed', error: { code: 'cancelled' } });
    expect(askedAt).toBeGreaterThan(0);
    expect(contents(open)).toBe(before);
    expect(open.writable.inTransaction).toBe(false);
  });

  it('because the disk is full leaves the workspace as it was', async () => {
    const open = newWorkspace();
    await imported(open, DAILY);
    const before = contents(open);
    const pages = open.writable.prepare<{ page_count: bigint }>('PRAGMA page_count').get();
    open.writable.exec(`PRAGMA max_page_count = ${Number(pages?.page_count ?? 0n) + 8}`);
    expect(await importing(open, large)).toMatchObject({
      outcome: 'failed',
      error: { code: 'disk-full', params: { path: open.path } },
    });
    expect(contents(open)).toBe(before);
    open.writable.exec('PRAGMA max_page_count = 1073741823');
    expect(await importing(open, large)).toMatchObject({ outcome: 'imported' });
  });

  it('is never seen half-done by those who read meanwhile', async () => {
    const open = newWorkspace();
    const seen = new Set<number>();
    await importFile(open, large, {
      signal: new AbortController().signal,
      onProgress: () => seen.add(usageSeries(open.readable, null).length),
    });
    expect([...seen]).toEqual([0]);
    expect(listImports(open.readable)).toMatchObject([{ rows: ROWS, accepted: ROWS }]);
  });
});

describe('kill -9 in the middle of an import', () => {
  const folder = { path: '' };
  beforeAll(async () => {
    folder.path = join(import.meta.dirname, '../../../node_modules/.cache/import-child');
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, '../import-child.ts'),
        outDir: folder.path,
        emptyOutDir: true,
        target: 'node22',
        rolldownOptions: {
          external: ['better-sqlite3'],
          output: { format: 'es', entryFileNames: 'child.mjs' },
        },
      },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
    });
  });

  /** Moments at which to kill; RECOUNT_KILLS=200 for as many random ones. */
  const kills = Number(process.env['RECOUNT_KILLS'] ?? 0);
  const moments: readonly Moment[] =
    kills > 0
      ? Array.from({ length: kills }, () => ({
          share: Math.random() * 1.1,
          delayMs: Math.random() * 60,
        }))
      : [0.02, 0.3, 0.6, 0.9, 2].map((share) => ({ share, delayMs: 0 }));
  const files = [
    { kind: 'one measurement per row', path: () => large, rows: ROWS, measurements: 1 },
    { kind: 'several', path: () => wideFile(WIDE_ROWS), rows: WIDE_ROWS, measurements: 4 },
  ];

  it.each(files)(
    'leaves all of the file or nothing: $kind',
    async ({ path, rows, measurements }) => {
      const endings = new Set<string>();
      const file = path();
      for (const moment of moments) {
        const workspace = join(temporaryFolder(), 'killed.recount');
        opened(workspace, 'create').close();
        await killedAt(join(folder.path, 'child.mjs'), workspace, file, moment);
        const open = opened(workspace);
        const whole = open.readable
          .prepare<{ quick_check: string }>('PRAGMA integrity_check')
          .all();
        expect(Object.values(whole[0] ?? {})).toEqual(['ok']);
        const [summary] = listImports(open.readable);
        const counted = usageSeries(open.readable, null).reduce(
          (total, series) => total + series.rows,
          0,
        );
        expect(counted).toBe(summary ? rows * measurements : 0);
        expect(summary?.accepted ?? 0).toBe(summary ? rows : 0);
        endings.add(summary ? 'all' : 'nothing');
        open.close();
      }
      if (kills === 0) expect([...endings].sort()).toEqual(['all', 'nothing']);
    },
    60_000 + moments.length * 5000,
  );
});

interface Moment {
  /** How much of the file has been read; above 1: all of it. */
  readonly share: number;
  /** From then on. */
  readonly delayMs: number;
}

const WIDE_ROWS = 30_000;

/** A console export with a column for each of four tiers. */
function wideFile(rows: number): string {
  const path = join(temporaryFolder('kept'), 'console.csv');
  const lines = Array.from({ length: rows }, (_, row) => {
    const [date, app] = [1 + (row % 28), 1_400_000_000 + Math.floor(row / 28)];
    return `2023-06-${String(date).padStart(2, '0')},${app},${row},0,${row % 7},1`;
  });
  writeFileSync(path, `日期,SDKAppID,语音,标清,高清,全高清\n${lines.join('\n')}\n`);
  return path;
}

/** Runs an import in another process and kills that process at a moment of it. */
function killedAt(
  script: string,
  workspace: string,
  file: string,
  { share, delayMs }: Moment,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, workspace, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const reached = text.split('\n').some((line) => line !== '' && Number(line) >= share);
      if (reached) setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    child.on('error', reject).on('exit', () => resolve());
  });
}

describe('a file of enormous width', () => {
  it('is refused at once, without being read into memory', async () => {
    const path = join(temporaryFolder(), 'one-line.csv');
    const file = openSync(path, 'w');
    for (let at = 0; at < 200; at++) writeSync(file, 'b'.repeat(1_000_000));
    closeSync(file);
    const before = process.memoryUsage().rss;
    const open = newWorkspace();
    expect(await importing(open, path)).toMatchObject({
      outcome: 'failed',
      error: { code: 'file-too-wide' },
    });
    expect((await inspectFile(open.readable, path))[0]).toMatchObject({
      ok: false,
      error: { code: 'file-too-wide' },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is refused also where the width begins below a good header', async () => {
    const path = join(temporaryFolder(), 'wide-row.csv');
    const file = openSync(path, 'w');
    writeSync(file, readFileSync(DAILY));
    for (let at = 0; at < 40; at++) writeSync(file, 'b'.repeat(1_000_000));
    closeSync(file);
    const open = newWorkspace();
    expect(await importing(open, path)).toMatchObject({
      outcome: 'failed',
      error: { code: 'file-too-wide' },
    });
    expect(listImports(open.readable)).toEqual([]);
  });
});

describe('a file that is not there', () => {
  it.each([
    ['file-missing', join(FIXTURES, 'nothing-here.csv')],
    ['file-unreadable', FIXTURES],
  ])('%s', async (code, path) => {
    expect(await importing(newWorkspace(), path)).toMatchObject({
      outcome: 'failed',
      error: { code },
    });
  });
});

describe('inspecting', () => {
  it('says how a file would be read and changes nothing', async () => {
    const open = newWorkspace();
    const [inspection] = await inspectFile(open.readable, DAILY);
    expect(inspection).toMatchObject({
      ok: true,
      reading: {
        encoding: 'utf-8-bom',
        delimiter: ',',
        headerLine: 1,
        kind: 'usage',
        profile: 'cn-usage-detail-daily',
        alreadyImportedAs: null,
        issues: [],
      },
    });
    expect(inspection?.ok && inspection.reading.columns.slice(8, 10)).toEqual([
      { header: 'SdkAppId', field: 'sdkAppId' },
      { header: '属性', field: 'attribute' },
    ]);
    expect(inspection?.ok && inspection.reading.sampleRows[0]?.[9]).toBe('语音');
    const summary = await imported(open, DAILY);
    expect((await inspectFile(open.readable, DAILY))[0]).toMatchObject({
      reading: { alreadyImportedAs: summary.id },
    });
  });
});
