import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportOptions } from '../../../../src/main/engine/import/import-options';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { listImports } from '../../../../src/main/engine/store/imports/imports';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { newWorkspace, temporaryFolder } from '../../workspace';
import { usageFile } from '../../usage-file';

/** The worker as the build makes it, of this checkout's code. */
let worker = '';
let ordinary = '';

beforeAll(async () => {
  const folder = join(import.meta.dirname, '../../../../node_modules/.cache/row-worker');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, '../../../../src/main/engine/import/rows/row-worker.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node22',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'row-worker.mjs' } },
    },
    ssr: { noExternal: true },
  });
  worker = join(folder, 'row-worker.mjs');
  ordinary = usageFile(30_000);
});

async function importedBy(path: string, options: Partial<ImportOptions>): Promise<OpenWorkspace> {
  const open = newWorkspace();
  const [outcome] = await importFile(open, path, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...options,
  });
  expect(outcome).toMatchObject({ outcome: 'imported' });
  return open;
}

/** Every row of every table that an import writes, bytes as base64; its moment left out. */
function contents(open: OpenWorkspace): unknown {
  const tables = open.readable
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name)
    .filter((name) => !['trail', 'sqlite_sequence'].includes(name));
  return tables.map((table) => ({
    table,
    rows: open.readable
      .prepare<Record<string, unknown>>(`SELECT * FROM "${table}"`)
      .all()
      .map((row) =>
        Object.entries(row)
          .filter(([column]) => column !== 'imported_at' && column !== 'made_at')
          .map(([, value]) => (Buffer.isBuffer(value) ? value.toString('base64') : String(value))),
      ),
  }));
}

/** An export with everything in it that rows are refused and remarked for. */
function damagedFile(): string {
  const lines = readFileSync(ordinary, 'utf8').split('\n');
  const edit = (line: number, change: (text: string) => string) =>
    (lines[line] = change(lines[line] ?? ''));
  edit(700, (text) => text.replace('分钟', '光年'));
  edit(1500, (text) => text.replace(/,[^,]*$/, ''));
  edit(2600, (text) => text.replace('实时音视频,', '云点播,'));
  edit(4000, () => '合计,,,,,,,,,,,1,,');
  edit(9000, (text) => text.replace('语音', '八K').replace('标清', '八K'));
  for (let line = 12_000; line < 12_400; line++) edit(line, (text) => text.replace(/\d+$/, 'x,'));
  lines.splice(14_000, 0, lines[13_999] ?? '');
  // From here on the file is read as text.
  edit(20_000, (text) => text.replace('高清', '"高清"').replace('语音', '"语音"'));
  edit(29_000, (text) => text.replace('订阅时长', '"订阅'));
  const path = join(temporaryFolder('kept'), 'damaged.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

describe('a file that is read on another thread', () => {
  it.each([
    ['an ordinary export', () => ordinary],
    ['an export with bad rows, totals, repeated rows, quotes', damagedFile],
  ])('leaves the same workspace, byte for byte: %s', async (_, file) => {
    // Both by the same path, which is kept too.
    const path = file();
    const here = await importedBy(path, {});
    const beside = await importedBy(path, { worker });
    expect(contents(beside)).toEqual(contents(here));
    const [summary] = listImports(beside.readable);
    expect(summary?.rows).toBeGreaterThan(29_000);
  });

  it('is read on this one where that thread cannot begin', async () => {
    const open = await importedBy(ordinary, { worker: join(temporaryFolder(), 'not-there.js') });
    expect(listImports(open.readable)).toMatchObject([{ rows: 30_000, accepted: 30_000 }]);
  });

  it('hears a cancel soon and leaves nothing', async () => {
    const open = newWorkspace();
    const stop = new AbortController();
    const [outcome] = await importFile(open, ordinary, {
      signal: stop.signal,
      worker,
      onProgress: (done, total) => {
        if (done > total / 3) stop.abort();
      },
    });
    expect(outcome).toMatchObject({ outcome: 'failed', error: { code: 'cancelled' } });
    expect(listImports(open.readable)).toEqual([]);
    expect(open.writable.inTransaction).toBe(false);
  });

  it('lets a full disk be said and ends', async () => {
    const open = newWorkspace();
    const pages = open.writable.prepare<{ page_count: bigint }>('PRAGMA page_count').get();
    open.writable.exec(`PRAGMA max_page_count = ${Number(pages?.page_count ?? 0n) + 8}`);
    const [outcome] = await importFile(open, ordinary, {
      signal: new AbortController().signal,
      worker,
      onProgress: () => undefined,
    });
    expect(outcome).toMatchObject({ outcome: 'failed', error: { code: 'disk-full' } });
    expect(open.writable.inTransaction).toBe(false);
  });

  it('is read once more where it turns out to be in another encoding', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, row) => `2023-06-0${1 + (row % 9)},14000000${row % 90},HD,minute,${row},sub,x\n`,
    );
    const path = join(temporaryFolder(), 'later-gb18030.csv');
    const header = 'Date,SdkAppId,AttrStr,DosageUnit,DosageValue,SubProductName,Remark\n';
    // 备注 in GB18030, far behind the head of the file.
    const last = Buffer.from([0xb1, 0xb8, 0xd7, 0xa2, 0x0a]);
    const tail = Buffer.concat([Buffer.from('2023-06-10,1400000001,HD,minute,7,sub,'), last]);
    writeFileSync(path, Buffer.concat([Buffer.from(header + rows.join('')), tail]));
    const here = await importedBy(path, {});
    const beside = await importedBy(path, { worker });
    expect(contents(beside)).toEqual(contents(here));
    expect(listImports(beside.readable)).toMatchObject([
      { encoding: 'gb18030', rows: 30_001, accepted: 30_001 },
    ]);
  });
});
