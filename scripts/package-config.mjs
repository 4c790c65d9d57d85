// What a release is made of, for electron-builder: files, fuses, targets of each system, the file association.
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * Switches in Electron's binary that nothing in the program or on a command line can undo.
 * docs/security.md says what each keeps out.
 */
const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

/** Electron 29 brought this one; an older binary has no such switch to turn. */
const LATER_FUSES = ['grantFileProtocolExtraPrivileges'];

/** Only the binary of SQLite that the system needs; its sources and the other systems' binaries stay out. */
const SQLITE_BINARY = 'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node';

/**
 * @param {{ output: string, electron?: { dist: string, version: string, engineNode: string | null } }} options
 *   `electron`: the runtime to use instead of the one electron-builder fetches. `engineNode`: the Node that runs
 *   the engine where that runtime is too old for its SQLite (a stand-in's build, never a release).
 */
export function packageConfig({ output, electron }) {
  const standIn = electron !== undefined && electron.engineNode !== null;
  return {
    appId: 'org.recount.desktop',
    productName: 'Recount',
    copyright: 'The Recount authors',
    directories: { output, buildResources: join(ROOT, 'resources', 'icons') },
    ...(electron ? { electronDist: electron.dist, electronVersion: electron.version } : {}),
    npmRebuild: false,
    publish: null,
    compression: 'normal',
    asar: true,
    // A Node beside Electron cannot read inside an archive.
    asarUnpack: [
      '**/*.node',
      ...(standIn ? ['out/main/**', 'node_modules/better-sqlite3/**'] : []),
    ],
    files: [
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'package.json',
      'LICENSE',
      '!node_modules/**',
      'node_modules/better-sqlite3/{package.json,LICENSE,lib/**}',
      SQLITE_BINARY,
    ],
    extraResources: [
      {
        from: 'resources',
        to: 'resources',
        filter: ['sample-month/**', 'icons/*.png', 'fonts/**'],
      },
      ...(standIn ? [{ from: electron.engineNode, to: 'engine-node' }] : []),
    ],
    fileAssociations: [
      {
        ext: 'recount',
        name: 'Recount workspace',
        description: 'Recount workspace',
        mimeType: 'application/x-recount',
        role: 'Editor',
      },
    ],
    electronFuses: Object.fromEntries(
      Object.entries(FUSES).filter(([name]) => !standIn || !LATER_FUSES.includes(name)),
    ),
    linux: {
      target: ['AppImage', 'deb'],
      icon: join(ROOT, 'resources', 'icons', 'recount.png'),
      category: 'Office',
      synopsis: 'Recomputes a Tencent RTC bill and explains every difference',
      maintainer: 'The Recount authors',
      executableName: 'recount',
    },
    win: { target: ['nsis'], icon: join(ROOT, 'resources', 'icons', 'recount.png') },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: {
      target: ['dmg'],
      icon: join(ROOT, 'resources', 'icons', 'recount.png'),
      category: 'public.app-category.finance',
      hardenedRuntime: true,
      darkModeSupport: true,
    },
  };
}
