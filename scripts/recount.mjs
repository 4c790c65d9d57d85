#!/usr/bin/env node
// Runs the terminal program of this checkout on its own Node, building it first when the sources changed.
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { runInPlace } from './child.mjs';
import { ROOT, projectNode } from './project.mjs';

/** npm moves to the checkout's top; file names on the command line mean the folder it was called in. */
const calledIn =
  process.env['npm_package_json'] === join(ROOT, 'package.json') && process.env['INIT_CWD']
    ? process.env['INIT_CWD']
    : process.cwd();

try {
  await buildIfStale();
  process.exitCode = await runInPlace(
    projectNode(),
    [join(ROOT, 'out', 'main', 'cli.js'), ...process.argv.slice(2)],
    { cwd: calledIn },
  );
} catch (failure) {
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 2;
}
