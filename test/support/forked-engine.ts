import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import type { Answer, WireMessage } from '../../src/shared/contract/transport';
import { RESOURCES } from './engine-client';

const ROOT = join(import.meta.dirname, '../..');

/** Builds the engine's entry as the program does, into a folder from which its packages are found. */
export async function buildEngine(folder: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'src/main/engine/index.ts'),
      outDir: folder,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'engine.cjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(folder, 'engine.cjs');
}

/** The engine as a process of its own, spoken to over the channel of `fork`. */
export function forkEngine(entry: string) {
  const child = fork(entry, [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...process.env, RECOUNT_RESOURCES: RESOURCES, RECOUNT_CHECKED: '1' },
  });
  const exited = once(child, 'exit');
  const answers = new Map<number, (answer: Answer<unknown>) => void>();
  const heard: { event: string; payload: unknown }[] = [];
  let wake: () => void = () => undefined;
  let lastId = 0;
  child.on('message', (message: WireMessage) => {
    if (message.type === 'answer') answers.get(message.id)?.(message.answer);
    if (message.type === 'event') {
      heard.push(message);
      wake();
    }
  });
  return {
    child,
    exited,
    heard,
    post: (message: object) => void child.send(message),
    ask: (method: string, input: unknown): Promise<Answer<unknown>> =>
      new Promise((resolve) => {
        lastId += 1;
        answers.set(lastId, resolve);
        child.send({ type: 'request', id: lastId, method, input });
      }),
    /** Resolves with the payload when such an event has been heard. */
    event: async (name: string): Promise<unknown> => {
      for (;;) {
        const found = heard.find(({ event }) => event === name);
        if (found) return found.payload;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
