// One year of daily rows: an audit beside one GROUP BY of sqlite3 over the same rows, then what an audit costs after
// one price was edited. Figures and conditions: docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { writeYear } from './bench-files.mjs';
import { CACHE, projectNode, ROOT } from './project.mjs';

const load = createRequire(import.meta.url);
const apps = Number(process.argv[2] ?? 200);
const rounds = Number(process.argv[3] ?? 3);
const DAYS = 365;
const BUILT = join(CACHE, 'bench-year');
const CLI = join(BUILT, 'cli.cjs');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** GNU time tells how long a program had the processor; without it, how long it took is all there is. */
const TIME = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'cpu %U %S'] : [];

/** Seconds of processor time of one command, so that other work on the machine does not count. */
function seconds(command, input = '') {
  const started = performance.now();
  const [program, ...rest] = [...TIME, ...command];
  const done = spawnSync(program, rest, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.error || done.status === null || done.status > 1)
    throw new Error(`${command.join(' ')}: ${done.error?.message ?? done.stderr}`);
  const cpu = /cpu ([\d.]+) ([\d.]+)/.exec(done.stderr);
  return cpu ? Number(cpu[1]) + Number(cpu[2]) : (performance.now() - started) / 1000;
}

/** The terminal program and the engine's own modules, bundled alike, so that its parts can be timed one by one. */
async function engineModules(folder) {
  const modules = {
    cli: 'src/main/cli/index.ts',
    runAudit: 'src/main/engine/audit/run-audit.ts',
    keptAudit: 'src/main/engine/audit/kept-audit.ts',
    audit: 'src/shared/reconcile/audit.ts',
    workspace: 'src/main/engine/store/workspace/workspace-file.ts',
    account: 'src/main/engine/account/stated-account.ts',
    priceBooks: 'src/main/engine/audit/price-books.ts',
  };
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(modules).map(([name, path]) => [name, join(ROOT, path)]),
        ),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  const loaded = {};
  for (const name of Object.keys(modules).filter((name) => name !== 'cli'))
    Object.assign(loaded, load(join(folder, `${name}.cjs`)));
  return loaded;
}

const accountWith = (contract) =>
  JSON.stringify({ name: 'Bench', site: 'cn', firstAppOn: '2021-06-01', trial: null, contract });
/** The one edit: a discount on one tier, from the first day (a sixth of all charges) or from the last month on. */
const EDITS = [
  ['one tier, all year', '2023-01-01'],
  ['one tier, from July', '2023-07-01'],
  ['one tier, in December', '2023-12-01'],
];
const control = { signal: new AbortController().signal, progress: () => {} };

/** Milliseconds of processor time of the first audit in an engine that stays open, and of one after each edit. */
async function reAudits(engine, path) {
  const opened = engine.openWorkspace(path, 'open');
  if (!opened.ok) throw new Error(opened.error.code);
  const open = opened.value;
  try {
    const timed = async (work) => {
      const before = process.cpuUsage();
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      return { result, ms: (user + system) / 1000 };
    };
    const computed = async (contract) => {
      const account = engine.stateAccount(open.writable, accountWith(contract));
      const read = await timed(() => engine.keptAudit(open, () => Promise.resolve()));
      const { usage, lines, memory } = read.result;
      const priceBook = engine.shippedPriceBook('cn').book;
      const input = { account, priceBook, usage, billLines: lines, period: null, pins: [] };
      const computing = await timed(() => engine.audit(input, memory));
      return {
        reading: read.ms,
        computing: computing.ms,
        charges: computing.result.charges.length,
      };
    };
    const figures = [['first', await computed([])]];
    for (const [name, from] of EDITS) {
      const term = { item: 'av.hd', discount: '0.9', from, reference: name };
      figures.push([name, await computed([term])]);
      await computed([]);
    }
    engine.stateAccount(open.writable, accountWith([]));
    const whole = await timed(() => engine.runAudit(open, null, control));
    return { figures, stored: whole.ms };
  } finally {
    open.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'recount-year-'));
try {
  const engine = await engineModules(BUILT);
  const file = join(folder, 'year.csv');
  writeYear(file, apps, DAYS);
  const account = join(folder, 'account.json');
  writeFileSync(account, accountWith([]));
  const workspace = join(folder, 'year.recount');
  const database = join(folder, 'year.db');
  const recount = (...args) => [projectNode(), CLI, ...args];
  seconds(['sqlite3', database], `.mode csv\n.import ${file} usage\n`);
  seconds(recount('import', file, '--workspace', workspace, '--account', account));
  console.log(
    `${apps} applications x 6 tiers x ${DAYS} days = ${apps * 6 * DAYS} rows; ${cpus().length} x ` +
      `${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${release()}; ${rounds} rounds, medians of processor time`,
  );
  const times = { audit: [], groupBy: [], edits: [] };
  for (let round = 0; round < rounds; round++) {
    const sql =
      'SELECT 日期, SdkAppId, 属性, count(*), sum(标准用量) FROM usage GROUP BY 1, 2, 3;\n';
    times.groupBy.push(seconds(['sqlite3', database], sql));
    times.audit.push(seconds(recount('audit', '--workspace', workspace)));
    times.edits.push(await reAudits(engine, workspace));
  }
  const [own, other] = [median(times.audit), median(times.groupBy)];
  console.log(
    `audit, stored: ${own.toFixed(2)} s, sqlite3 ${other.toFixed(2)} s, ratio ${(own / other).toFixed(2)}`,
  );
  const names = times.edits[0].figures.map(([name]) => name);
  for (const name of names) {
    const of = (part) =>
      median(times.edits.map(({ figures }) => new Map(figures).get(name)[part])).toFixed(0);
    console.log(`${name}: reading ${of('reading')} ms, computing ${of('computing')} ms`);
  }
  const both = times.edits.map(({ figures }) => figures[0][1].reading + figures[0][1].computing);
  console.log(
    `reading and computing alone: ratio ${(median(both) / 1000 / other).toFixed(2)}; ` +
      `storing a whole run: ${(median(times.edits.map(({ stored }) => stored)) / 1000).toFixed(2)} s`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
