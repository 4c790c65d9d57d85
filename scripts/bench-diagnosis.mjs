// Many usage rows against many bill lines, beside one GROUP BY of the same rows; then the same bill with many wrong
// lines: what explaining them costs, and how long a cancellation may wait. Figures: docs/benchmarks.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { engineModules, processorSeconds } from './bench-engine.mjs';
import { ROWS_PER_LINE, writeUsageAndBill } from './bench-bill.mjs';
import { CACHE, projectNode } from './project.mjs';

const lines = Number(process.argv[2] ?? 200_000);
const differences = Number(process.argv[3] ?? 10_000);
const rounds = Number(process.argv[4] ?? 3);
const BUILT = join(CACHE, 'bench-diagnosis');
const CLI = join(BUILT, 'cli.cjs');
const MODULES = {
  keptAudit: 'src/main/engine/audit/kept-audit.ts',
  auditing: 'src/shared/reconcile/audit.ts',
  workspace: 'src/main/engine/store/workspace/workspace-file.ts',
  account: 'src/main/engine/account/account-of-run.ts',
  priceBooks: 'src/main/engine/audit/price-books.ts',
};
const GROUP_BY =
  'SELECT 日期, SdkAppId, 属性, count(*), sum(标准用量) FROM usage GROUP BY 1, 2, 3;\n';
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const recount = (...args) => [projectNode(), CLI, ...args];

/** Processor time of the parts of one audit of a workspace, and the longest stretch that lets no message in. */
async function partsOf(engine, path) {
  const opened = engine.openWorkspace(path, 'open');
  if (!opened.ok) throw new Error(opened.error.code);
  const workspace = opened.value;
  const cpu = (since) => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1e6;
  };
  try {
    const begun = process.cpuUsage();
    const {
      usage,
      lines: billLines,
      memory,
    } = await engine.keptAudit(workspace, () => Promise.resolve());
    const reading = cpu(begun);
    const { account } = engine.accountOfRun(workspace.readable);
    const priceBook = engine.shippedPriceBook(account.site).book;
    const input = { account, priceBook, usage, billLines, period: null, pins: [] };
    const steps = engine.auditing(input, memory);
    let [computing, comparing, longest, count] = [0, 0, 0, 0];
    for (;;) {
      const before = process.cpuUsage();
      const step = steps.next();
      const took = cpu(before);
      if (count === 0) computing = took;
      else {
        comparing += took;
        longest = Math.max(longest, took);
      }
      count += 1;
      if (!step.done) continue;
      const { comparisons } = step.value;
      const differ = comparisons.filter(
        ({ status }) => status !== 'matched' && status !== 'within-tolerance',
      );
      return {
        reading,
        computing,
        comparing,
        longest,
        compared: comparisons.length,
        differ: differ.length,
      };
    }
  } finally {
    workspace.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'recount-diagnosis-'));
try {
  const engine = await engineModules(BUILT, MODULES);
  const account = join(folder, 'account.json');
  writeFileSync(
    account,
    JSON.stringify({ name: 'Bench', site: 'cn', firstAppOn: '2021-06-01', trial: null }),
  );
  const workspaceOf = (name, wrong) => {
    const [usage, bill] = [join(folder, `${name}.csv`), join(folder, `${name}-bill.csv`)];
    const written = writeUsageAndBill(usage, bill, lines, wrong);
    const path = join(folder, `${name}.recount`);
    processorSeconds(recount('import', usage, bill, '--workspace', path, '--account', account));
    return { usage, path, written };
  };
  const clean = workspaceOf('clean', 0);
  const wrong = workspaceOf('wrong', differences);
  const database = join(folder, 'rows.db');
  processorSeconds(['sqlite3', database], `.mode csv\n.import ${clean.usage} usage\n`);
  console.log(
    `${clean.written * ROWS_PER_LINE} rows, ${clean.written} bill lines; ${cpus().length} x ${cpus()[0]?.model}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB, ${release()}; ${rounds} rounds, medians of processor time`,
  );
  const times = { groupBy: [], clean: [], wrong: [], parts: [], wrongParts: [] };
  for (let round = 0; round < rounds; round++) {
    times.groupBy.push(processorSeconds(['sqlite3', database], GROUP_BY));
    times.parts.push(await partsOf(engine, clean.path));
    times.wrongParts.push(await partsOf(engine, wrong.path));
    times.clean.push(processorSeconds(recount('audit', '--workspace', clean.path)));
    times.wrong.push(processorSeconds(recount('audit', '--workspace', wrong.path)));
  }
  const groupBy = median(times.groupBy);
  const show = (name, seconds) =>
    console.log(`${name}: ${seconds.toFixed(2)} s (${(seconds / groupBy).toFixed(2)} x GROUP BY)`);
  show('one GROUP BY', groupBy);
  for (const [name, parts] of [
    ['clean', times.parts],
    ['wrong', times.wrongParts],
  ]) {
    const of = (part) => median(parts.map((one) => one[part]));
    console.log(`${name} bill: ${parts[0].compared} comparisons, ${parts[0].differ} differ`);
    show('  reading usage and bill', of('reading'));
    show('  computing the charges', of('computing'));
    show('  comparing and explaining', of('comparing'));
    console.log(
      `  longest stretch between two steps of it: ${Math.round(of('longest') * 1000)} ms`,
    );
    show('  recount audit, whole program, run stored', median(times[name]));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
