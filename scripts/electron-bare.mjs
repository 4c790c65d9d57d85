// A copy of a resolved Electron without any program in it: to be packed, or to be measured beside.
import { cp, mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CACHE } from './project.mjs';

/** The folder of the copy. The stand-in has a link to this checkout, which Electron would prefer to an archive. */
export async function bareElectron(executable) {
  const folder = dirname(executable);
  const copy = await mkdtemp(join(CACHE, 'electron-bare-'));
  const programs = ['app', 'app.asar', 'default_app.asar'];
  const own = new Set(programs.map((name) => join(folder, 'resources', name)));
  await cp(folder, copy, { recursive: true, filter: (source) => !own.has(source) });
  return copy;
}
