// Measures what an import is like besides its speed: the first preview of a file of 1 GB, how soon a cancel is heard,
// how long the engine answers nobody meanwhile, and a workbook. Figures and conditions: docs/benchmarks.md.
import { fork, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import { writeUsage } from './bench-files.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { projectNode, ROOT } from './project.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const sheetRows = Number(process.argv[3] ?? 200_000);
const GIGABYTE = 1e9;
const CANCELS = 5;
const folder = mkdtempSync(join(tmpdir(), 'recount-bench-import-'));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value) => `${Math.round(value)} ms`;

/** The built engine as a process of its own, as the shell starts it. */
function startEngine() {
  const child = fork(join(ROOT, 'out', 'main', 'engine.js'), [], {
    execPath: projectNode(),
    env: { ...process.env, RECOUNT_RESOURCES: join(ROOT, 'resources') },
  });
  const answers = new Map();
  const listeners = new Set();
  let lastId = 0;
  child.on('message', (message) => {
    if (message.type === 'answer') answers.get(message.id)?.(message.answer);
    if (message.type === 'event') for (const listener of listeners) listener(message);
  });
  const ask = async (method, input) => {
    const id = ++lastId;
    const answer = await new Promise((resolve) => {
      answers.set(id, resolve);
      child.send({ type: 'request', id, method, input });
    });
    answers.delete(id);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  return { child, ask, listeners };
}

/** Resolves with the first event that `wanted` accepts. */
function heard({ listeners }, wanted) {
  return new Promise((resolve) => {
    const listener = (message) => {
      if (!wanted(message)) return;
      listeners.delete(listener);
      resolve(message);
    };
    listeners.add(listener);
  });
}

/** A file of at least so many bytes: rows over and over, which is enough to be looked at. */
function largeFile(path, bytes) {
  writeUsage(path, 50_000);
  const all = readFileSync(path);
  const body = all.subarray(all.indexOf(10) + 1);
  while (statSync(path).size < bytes) appendFileSync(path, body);
}

async function preview(engine) {
  const path = join(folder, 'large.csv');
  largeFile(path, GIGABYTE);
  const times = [];
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    await engine.ask('imports.inspect', { paths: [path] });
    times.push(performance.now() - begun);
  }
  console.log(
    `preview of ${(statSync(path).size / 1e9).toFixed(2)} GB: first ${ms(times[0])}, median of all ${ms(median(times))}`,
  );
  rmSync(path);
}

async function cancels(engine, path) {
  const times = [];
  for (let round = 0; round < CANCELS; round++) {
    const under = heard(
      engine,
      ({ event, payload }) =>
        event === 'jobs.progressed' && payload.total > 0 && payload.done > payload.total / 4,
    );
    const { jobId } = await engine.ask('imports.start', { paths: [path] });
    await under;
    const ended = heard(engine, ({ event }) => /^jobs\.(cancelled|finished|failed)$/.test(event));
    const begun = performance.now();
    await engine.ask('jobs.cancel', { jobId });
    const { event } = await ended;
    if (event !== 'jobs.cancelled') throw new Error(`${event} instead of a cancel`);
    times.push(performance.now() - begun);
  }
  console.log(
    `cancel: median ${ms(median(times))}, longest ${ms(Math.max(...times))} of ${CANCELS}`,
  );
}

/** How long the engine took to answer a question, asked all the time while it imports. */
async function answersDuring(engine, path) {
  const times = [];
  let over = false;
  const ended = heard(engine, ({ event }) => event === 'jobs.finished').then(() => (over = true));
  const begun = performance.now();
  await engine.ask('imports.start', { paths: [path] });
  while (!over) {
    const asked = performance.now();
    await engine.ask('jobs.list', {});
    times.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await ended;
  const sorted = times.sort((a, b) => a - b);
  console.log(
    `import of ${rows} rows in the engine: ${((performance.now() - begun) / 1000).toFixed(2)} s; answers meanwhile: ` +
      `median ${ms(median(sorted))}, p99 ${ms(sorted[Math.floor(sorted.length * 0.99)])}, longest ${ms(sorted.at(-1))}`,
  );
}

async function writeWorkbook(path) {
  const csv = join(folder, 'sheet.csv');
  writeUsage(csv, sheetRows);
  const lines = readFileSync(csv, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n');
  const book = new WorkbookWriter({ filename: path });
  const sheet = book.addWorksheet('用量明细');
  for (const line of lines) sheet.addRow(line.split(',')).commit();
  sheet.commit();
  await book.commit();
}

async function workbook() {
  const path = join(folder, 'usage.xlsx');
  await writeWorkbook(path);
  const time = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'peak %M'] : [];
  const cli = join(ROOT, 'out', 'main', 'cli.js');
  const [program, ...rest] = [
    ...[...time, projectNode(), cli, 'import', path],
    ...['--workspace', join(folder, 'workbook.recount')],
  ];
  const begun = performance.now();
  const done = spawnSync(program, rest, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  const peak = /peak (\d+)/.exec(done.stderr)?.[1];
  console.log(
    `workbook of ${sheetRows} rows: ${((performance.now() - begun) / 1000).toFixed(2)} s` +
      (peak === undefined ? '' : `, peak ${Math.round(Number(peak) / 1024)} MB`),
  );
}

await buildIfStale();
const engine = startEngine();
try {
  await preview(engine);
  const file = join(folder, 'usage.csv');
  writeUsage(file, rows);
  await engine.ask('workspace.create', { path: join(folder, 'bench.recount') });
  await cancels(engine, file);
  await answersDuring(engine, file);
  await workbook();
} finally {
  engine.child.disconnect();
  rmSync(folder, { recursive: true, force: true });
}
