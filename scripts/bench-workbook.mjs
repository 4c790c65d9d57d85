// A long table as one sheet of a workbook, beside compressing the sheet's own text: the least that any workbook of
// these rows costs. Both in one process, in turns, so that other work on the machine falls on both. Figures:
// docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { deflateRawSync } from 'node:zlib';
import { openPromise } from 'yauzl';
import { engineModules } from './bench-engine.mjs';
import { CACHE } from './project.mjs';

const rows = Number(process.argv[2] ?? 200_000);
const rounds = Number(process.argv[3] ?? 3);
const MODULES = { workbook: 'src/main/engine/report/xlsx-file.ts' };

/** The columns of the charges, filled with what a month of a large account holds. */
const COLUMNS = [
  ['periodStart', 'day'],
  ['sdkAppId', 'text'],
  ['appName', 'text'],
  ['item', 'text'],
  ['meteredMinutes', 'count'],
  ['trialMinutes', 'count'],
  ['packageMinutes', 'count'],
  ['billableMinutes', 'count'],
  ['listPrice', 'price'],
  ['unitPrice', 'price'],
  ['amount', 'amount'],
].map(([heading, kind]) => ({ heading, kind, width: 14 }));
const ITEMS = ['语音时长', '标清视频时长', '高清视频时长', '全高清视频时长'];

function* charges() {
  for (let index = 0; index < rows; index += 1) {
    const minutes = ((index * 7919) % 100_000) + 1;
    const app = (index * 31) % 200;
    yield [
      `2023-06-${String((index % 30) + 1).padStart(2, '0')}`,
      String(1_400_000_000 + app),
      `课堂 ${app}`,
      ITEMS[index % ITEMS.length],
      minutes,
      0,
      minutes % 60,
      minutes - (minutes % 60),
      '14',
      '12.60000000',
      `${Math.floor(minutes / 7)}.${String((minutes * 12_345) % 100_000_000).padStart(8, '0')}`,
    ];
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const cpuSeconds = ({ user, system }) => (user + system) / 1e6;

async function written(writeWorkbook, path) {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const stream = createWriteStream(path);
  const done = finished(stream);
  let peak = 0;
  await writeWorkbook(stream, {
    language: 'zh-CN',
    tables: [{ name: 'charges', columns: COLUMNS, rows: charges }],
    opening: [],
    onRows: () => {
      peak = Math.max(peak, process.memoryUsage.rss());
    },
    createdAt: new Date(0),
  });
  await done;
  return {
    seconds: (performance.now() - begun) / 1000,
    cpu: cpuSeconds(process.cpuUsage(cpu)),
    peak,
  };
}

/** The text of the largest sheet of a workbook. */
async function sheetText(path) {
  const zip = await openPromise(path, { lazyEntries: true });
  let largest = Buffer.alloc(0);
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith('xl/worksheets/')) continue;
    const pieces = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
    const text = Buffer.concat(pieces);
    if (text.length > largest.length) largest = text;
  }
  zip.close();
  return largest;
}

function packed(text) {
  const begun = performance.now();
  deflateRawSync(text, { level: 6 });
  return (performance.now() - begun) / 1000;
}

/** Measured in a process that has built nothing. */
async function measured(writeWorkbook) {
  const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
  try {
    const path = join(folder, 'book.xlsx');
    const ours = [];
    const yardstick = [];
    let text = Buffer.alloc(0);
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await written(writeWorkbook, path));
      if (round === 0) text = await sheetText(path);
      yardstick.push(packed(text));
    }
    const [seconds, least] = [median(ours.map((one) => one.seconds)), median(yardstick)];
    const cpu = median(ours.map((one) => one.cpu));
    const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
    process.stdout.write(
      `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, ${mb(totalmem())}, Linux ${release()}, Node ${process.version}\n` +
        `${rows} rows of ${COLUMNS.length} columns, medians of ${rounds} rounds\n` +
        `workbook written          ${seconds.toFixed(2)} s (processor ${cpu.toFixed(2)} s)\n` +
        `its sheet packed alone    ${least.toFixed(2)} s, ${mb(text.length)} of text\n` +
        `ratio                     ${(seconds / least).toFixed(2)}\n` +
        `peak of memory            ${mb(ours[0]?.peak ?? 0)} while the first is written\n` +
        `file                      ${mb(statSync(path).size)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BUILT = join(CACHE, 'bench-workbook');
if (process.env.RECOUNT_BENCH_CHILD === undefined) {
  await engineModules(BUILT, MODULES);
  const { status } = spawnSync(process.execPath, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, RECOUNT_BENCH_CHILD: '1' },
  });
  process.exitCode = status ?? 1;
} else {
  const { writeWorkbook } = createRequire(import.meta.url)(join(BUILT, 'workbook.cjs'));
  await measured(writeWorkbook);
}
