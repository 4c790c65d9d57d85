// Opens the window of this checkout, building it and fetching a runtime first where that is needed.
import { buildIfStale } from './build-if-stale.mjs';
import { runInPlace } from './child.mjs';
import { hasDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';

const NO_DISPLAY = `There is no display here, so no window can be opened.
Everything also works in the terminal:

  npm run audit -- --sample
  npm run audit -- --usage usage.csv --bill bill.csv
`;

async function start() {
  if (!hasDisplay()) {
    process.stderr.write(NO_DISPLAY);
    return 1;
  }
  await buildIfStale();
  const { executable, args, env } = await electronRuntime();
  return runInPlace(executable, [...args, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
}

try {
  process.exitCode = await start();
} catch (failure) {
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 1;
}
