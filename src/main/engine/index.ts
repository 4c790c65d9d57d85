import { resolve } from 'node:path';
import { createEngine } from './engine';
import { servePort, type Port } from './port';

/**
 * The engine process. Speaks over Electron's utility-process port where there is one, else over the
 * channel of `child_process.fork`. Environment: RECOUNT_RESOURCES (folder of the files that come with
 * the program), RECOUNT_ELECTRON (its version, where this process cannot tell), RECOUNT_CHECKED
 * (`1`: parse answers too).
 */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function portOfProcess(): Port {
  const parentPort = (process as { parentPort?: ParentPort }).parentPort;
  if (parentPort)
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  return {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  };
}

const environment = process.env;
const engine = createEngine({
  resourcesPath: environment['RECOUNT_RESOURCES'] ?? resolve(process.cwd(), 'resources'),
  electron: process.versions['electron'] ?? environment['RECOUNT_ELECTRON'] ?? null,
  dailyBackups: true,
  checked: environment['RECOUNT_CHECKED'] === '1',
});
servePort(portOfProcess(), engine.serve, engine.bus);

// The channel closes when the shell is gone: end cleanly, so that a temporary workspace is removed.
process.once('disconnect', () => void engine.close().finally(() => process.exit(0)));
process.once('SIGTERM', () => void engine.close().finally(() => process.exit(0)));
