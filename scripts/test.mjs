// Runs every test: those without a window under vitest, those in a real window under Playwright; counts both.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { runInPlace } from './child.mjs';
import { hasDisplay, virtualDisplays } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { CACHE, ROOT, projectNode } from './project.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { readArguments } from './test-arguments.mjs';
import { passedWhenRepeated, playwrightCounts, vitestCounts } from './test-counts.mjs';

/** `npm test -- --only e2e -g name`: the runners get whatever is not `--only`. */
const { only, passedOn } = readArguments(process.argv.slice(2));
const REPORTS = join(CACHE, 'test-reports');
/** Each has its own display. A program with its engine and its page keeps about one core busy. */
const WINDOWS_AT_ONCE = Math.min(2, availableParallelism());

async function unit() {
  const report = join(REPORTS, 'vitest.json');
  const code = await node('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...passedOn,
  ]);
  return counted(report, vitestCounts, code);
}

async function e2e() {
  ensureSystemPackages();
  const { executable, args, env } = await electronRuntime();
  const displays = hasDisplay() ? null : await virtualDisplays(WINDOWS_AT_ONCE);
  const report = join(REPORTS, 'playwright.json');
  try {
    const code = await node('@playwright/test/cli.js', ['test', ...passedOn], {
      ...env,
      ...(displays && { DISPLAY: displays.names[0], RECOUNT_DISPLAYS: displays.names.join(' ') }),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      RECOUNT_ELECTRON_EXECUTABLE: executable,
      RECOUNT_ELECTRON_ARGS: JSON.stringify(args),
    });
    return { ...(await counted(report, playwrightCounts, code)), repeated: await named(report) };
  } finally {
    displays?.end();
  }
}

function node(script, args, env = {}) {
  return runInPlace(projectNode(), [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
}

/** A runner that failed without naming a failed test still counts as one failure. */
async function counted(report, read, code) {
  const counts = existsSync(report)
    ? read(JSON.parse(await readFile(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function named(report) {
  return existsSync(report) ? passedWhenRepeated(JSON.parse(await readFile(report, 'utf8'))) : [];
}

async function attempt(step) {
  try {
    return (await step()) ?? { passed: 0, failed: 0, skipped: 0 };
  } catch (failure) {
    process.stderr.write(`${failure.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function main() {
  if (only !== undefined && only !== 'unit' && only !== 'e2e')
    throw new Error('--only takes unit or e2e');
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  const steps = [buildIfStale];
  if (only !== 'e2e') steps.push(unit);
  if (only !== 'unit') steps.push(e2e);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const repeated = [];
  for (const step of steps) {
    const counts = await attempt(step);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    repeated.push(...(counts.repeated ?? []));
  }
  for (const name of repeated) process.stdout.write(`passed only at the second attempt: ${name}\n`);
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

process.exitCode = await main();
