// Measures the built program: an import beside `sqlite3 .import` of the same file, an audit beside one GROUP BY,
// in the same run, so that the ratios hold on any machine. Figures and conditions: docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { writeUsage } from './bench-files.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { projectNode, ROOT } from './project.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 3);
const CLI = join(ROOT, 'out', 'main', 'cli.js');
/** GNU time prints the peak memory of a program; without it the figure is left out. */
const TIME = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'peak %M'] : [];

/** Seconds and peak memory (MB) of one command; throws when it could not be done. */
function run(command, input = '') {
  const [program, ...rest] = [...TIME, ...command];
  const started = performance.now();
  const done = spawnSync(program, rest, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const seconds = (performance.now() - started) / 1000;
  // Exit 1 of an audit says that something differs.
  if (done.error || done.status === null || done.status > 1)
    throw new Error(`${command.join(' ')}: ${done.error?.message ?? done.stderr}`);
  const peak = /peak (\d+)/.exec(done.stderr)?.[1];
  return { seconds, peak: peak === undefined ? null : Math.round(Number(peak) / 1024) };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const recount = (...args) => [projectNode(), CLI, ...args];
const report = (name, own, other) =>
  console.log(
    `${name}: ${own.toFixed(2)} s, sqlite3 ${other.toFixed(2)} s, ratio ${(own / other).toFixed(2)}`,
  );

const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
try {
  await buildIfStale();
  const file = join(folder, 'usage.csv');
  writeUsage(file, rows);
  const account = join(folder, 'account.json');
  writeFileSync(account, JSON.stringify({ name: 'Bench', site: 'cn', registeredOn: '2021-06-01' }));
  console.log(
    `${rows} rows, ${Math.round(statSync(file).size / 1e6)} MB; ${cpus().length} x ${cpus()[0]?.model}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB, ${release()}; ${rounds} rounds, medians`,
  );
  const times = { import: [], sqliteImport: [], audit: [], groupBy: [], peak: [] };
  for (let round = 0; round < rounds; round++) {
    const workspace = join(folder, `${round}.recount`);
    const database = join(folder, `${round}.db`);
    times.sqliteImport.push(
      run(['sqlite3', database], `.mode csv\n.import ${file} usage\n`).seconds,
    );
    const own = run(recount('import', file, '--workspace', workspace, '--account', account));
    times.import.push(own.seconds);
    if (own.peak !== null) times.peak.push(own.peak);
    const sql =
      'SELECT 日期, SdkAppId, 属性, count(*), sum(标准用量) FROM usage GROUP BY 1, 2, 3;\n';
    times.groupBy.push(run(['sqlite3', database], sql).seconds);
    times.audit.push(run(recount('audit', '--workspace', workspace)).seconds);
  }
  report('import', median(times.import), median(times.sqliteImport));
  if (times.peak.length > 0)
    console.log(`peak memory of the import: ${Math.max(...times.peak)} MB`);
  report('audit', median(times.audit), median(times.groupBy));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
