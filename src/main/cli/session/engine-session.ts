import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Transport } from '../../../shared/contract/transport';
import { createEngine } from '../../engine/engine';
import { ask } from './ask-engine';

/** Files that come with the program: beside the built program, or where the launcher says. */
export function resourcesPath(): string {
  return process.env['RECOUNT_RESOURCES'] ?? join(__dirname, '..', '..', 'resources');
}

/** Runs `work` with an engine in this process and closes it whatever happens, temporary workspace and all. */
export async function withEngine<T>(work: (transport: Transport) => Promise<T>): Promise<T> {
  const engine = createEngine({ resourcesPath: resourcesPath() });
  const stop = () => void engine.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work(engine.transport);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await engine.close();
  }
}

/**
 * Opens the workspace file, making it where there is none yet; undefined: a temporary one. Only for commands
 * that put something into it: a misspelt name must not leave an empty file behind.
 */
export async function openOrCreateWorkspace(
  transport: Transport,
  path: string | undefined,
): Promise<void> {
  if (path === undefined) await ask(transport, 'workspace.create', { path: null });
  else if (await exists(path)) await ask(transport, 'workspace.open', { path: resolve(path) });
  else await ask(transport, 'workspace.create', { path: resolve(path) });
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
