// The terminal program and the engine's own modules, bundled alike, so that a bench can time its parts one by one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './project.mjs';

const load = createRequire(import.meta.url);

/** Builds modules (name -> path) into `folder` as CommonJS and loads all but the terminal program. */
export async function engineModules(folder, modules) {
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
          Object.entries({ cli: 'src/main/cli/index.ts', ...modules }).map(([name, path]) => [
            name,
            join(ROOT, path),
          ]),
        ),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  const loaded = {};
  for (const name of Object.keys(modules)) Object.assign(loaded, load(join(folder, `${name}.cjs`)));
  return loaded;
}

/** GNU time tells how long a program had the processor; without it, how long it took is all there is. */
const TIME = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'cpu %U %S'] : [];

/** Seconds of processor time of one command, so that other work on the machine does not count. */
export function processorSeconds(command, input = '') {
  const started = performance.now();
  const [program, ...rest] = [...TIME, ...command];
  const done = spawnSync(program, rest, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  // Exit 1 of an audit says that something differs.
  if (done.error || done.status === null || done.status > 1)
    throw new Error(`${command.join(' ')}: ${done.error?.message ?? done.stderr}`);
  const cpu = /cpu ([\d.]+) ([\d.]+)/.exec(done.stderr);
  return cpu ? Number(cpu[1]) + Number(cpu[2]) : (performance.now() - started) / 1000;
}
