// How much of the billing rules the tests hold: every operator, constant and condition of the folders below is
// changed, one at a time, and a test has to fail. On demand, never in CI: docs/mutation.md.
//   npm run mutation [-- folder …]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS, reportOf } from './mutation/folders.mjs';
import { projectNode, ROOT } from './project.mjs';

const STRYKER = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const folders = process.argv.length > 2 ? process.argv.slice(2) : FOLDERS;

function mutate(folder) {
  const done = spawnSync(
    projectNode(),
    [STRYKER, 'run', join('scripts', 'mutation', 'stryker.config.mjs')],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, RECOUNT_MUTATE: folder } },
  );
  if (done.status !== 0) throw new Error(`the mutation run of ${folder} failed`);
}

/** Every mutant of a folder that counts, with the line it is on. */
function mutantsOf(folder) {
  const { files } = JSON.parse(readFileSync(join(ROOT, reportOf(folder, 'json')), 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status))
      .map((mutant) => ({ ...mutant, file })),
  );
}

const detected = ({ status }) => status === 'Killed' || status === 'Timeout';

function say(name, mutants) {
  const found = mutants.filter(detected).length;
  const score = mutants.length === 0 ? 100 : (100 * found) / mutants.length;
  console.log(`${name}: ${found} of ${mutants.length} detected, ${score.toFixed(2)} %`);
}

for (const folder of folders)
  if (!existsSync(join(ROOT, 'src', 'shared', folder)))
    throw new Error(`src/shared/${folder} is no folder`);
for (const folder of folders) mutate(folder);
const all = folders.map((folder) => ({ folder, mutants: mutantsOf(folder) }));
for (const { mutants } of all)
  for (const { file, location, mutatorName, replacement } of mutants.filter((m) => !detected(m)))
    console.log(`${file}:${location.start.line} ${mutatorName}: ${replacement}`);
for (const { folder, mutants } of all) say(folder, mutants);
if (all.length > 1)
  say(
    'together',
    all.flatMap(({ mutants }) => mutants),
  );
