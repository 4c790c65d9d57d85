// Makes installers for this system (npm run package), or only the program's folder (npm run package -- --dir [folder]).
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, Platform } from 'electron-builder';
import { buildIfStale } from './build-if-stale.mjs';
import { bareElectron } from './electron-bare.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { packageConfig } from './package-config.mjs';
import { ROOT, projectNode, say } from './project.mjs';

/**
 * The unpacked program in `output`, from whatever Electron is to be had here. Returns its executable.
 * From a stand-in it serves to try the package, and is not to be given to anybody.
 */
export async function packageFolder(output) {
  await buildIfStale();
  const runtime = await electronRuntime();
  const dist = await bareElectron(runtime.executable);
  try {
    const engineNode = 'RECOUNT_ENGINE_NODE' in runtime.env ? projectNode() : null;
    const electron = { dist, version: runtime.version, engineNode };
    await build({
      projectDir: ROOT,
      targets: Platform.current().createTarget('dir'),
      config: packageConfig({ output, electron }),
    });
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
  return join(output, folderName(), executableName());
}

async function packageInstallers(output) {
  await buildIfStale();
  return await build({ projectDir: ROOT, config: packageConfig({ output }) });
}

function folderName() {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return `mac${arch}`;
  return `${process.platform === 'win32' ? 'win' : 'linux'}${arch}-unpacked`;
}

function executableName() {
  if (process.platform === 'darwin') return join('Recount.app', 'Contents', 'MacOS', 'Recount');
  return process.platform === 'win32' ? 'Recount.exe' : 'recount';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [first, folder] = process.argv.slice(2);
  const output = resolve(ROOT, folder ?? 'dist');
  try {
    const made =
      first === '--dir' ? [await packageFolder(output)] : await packageInstallers(output);
    for (const path of made) process.stdout.write(`${path}\n`);
  } catch (failure) {
    say(failure.message);
    process.exitCode = 1;
  }
}
