// Sees to the system packages that windows and their tests need on Debian and its kin.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Newer releases call some of them by a name that ends in t64. */
const PACKAGES = [
  'xvfb',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libxtst6',
  'fonts-noto-cjk',
  // Sees every socket that the program might open: test/e2e/no-network.spec.ts.
  'strace',
];

/** Installs what is missing where this may be done; elsewhere rejects with the exact line to be typed. */
export function ensureSystemPackages() {
  if (!existsSync('/etc/debian_version')) return;
  if (missing().length === 0) return;
  if (process.getuid?.() !== 0)
    throw new Error(
      `Missing system packages. Run: sudo apt-get update && sudo apt-get install -y ${missing().join(' ')}`,
    );
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...missing().map(availableName)]);
}

function missing() {
  return PACKAGES.filter((name) => !isInstalled(name) && !isInstalled(`${name}t64`));
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name]);
  return String(stdout) === 'installed';
}

function availableName(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', `${name}t64`]);
  return /Candidate: \d/.test(String(stdout)) ? `${name}t64` : name;
}

function apt(args) {
  execFileSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureSystemPackages();
  } catch (failure) {
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}
