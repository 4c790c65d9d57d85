// Gives the tests a display where the machine has none: an X server that draws into memory.
import { spawn } from 'node:child_process';

const START_TIMEOUT = 20_000;

/**
 * Starts Xvfb on a free number and resolves with what to add to the environment and how to end it.
 * The server itself tells its number when it is ready (`-displayfd`), so nothing is guessed or waited for.
 */
export function virtualDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    const timer = setTimeout(() => {
      server.kill();
      reject(new Error('Xvfb did not start'));
    }, START_TIMEOUT);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    let said = '';
    server.stdio[3].on('data', (bytes) => {
      said += bytes.toString();
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve({ env: { DISPLAY: `:${said.trim()}` }, end: () => server.kill() });
    });
  });
}

/** So many of them, for as many windows that must not take the keys from each other. */
export async function virtualDisplays(count) {
  const displays = [];
  const end = () => displays.forEach((display) => display.end());
  try {
    while (displays.length < count) displays.push(await virtualDisplay());
  } catch (failure) {
    end();
    throw failure;
  }
  return { names: displays.map(({ env }) => env.DISPLAY), end };
}

/** True when windows can be opened here without one. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
