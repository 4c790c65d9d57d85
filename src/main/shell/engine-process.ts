import { fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { app, utilityProcess } from 'electron';
import type { WireMessage } from '../../shared/contract/transport';

/** A running engine, whichever kind of process it is. */
export interface EngineProcess {
  send(message: WireMessage): void;
  /** Asks it to end. */
  stop(): void;
}

export interface EngineListener {
  onMessage(message: WireMessage): void;
  /** The process has ended, by itself or because it was stopped. Called once. */
  onExit(code: number | null): void;
  /** What it wrote on its output: for the log. */
  onOutput(text: string): void;
}

export type StartEngine = (listener: EngineListener) => EngineProcess;

/**
 * How to start the engine built at `modulePath`; `resourcesPath` holds the files that come with the program. It runs in Electron's utility process; in a checkout with
 * RECOUNT_ENGINE_NODE set it runs under that Node instead, since an Electron before 36 cannot load its SQLite.
 */
export function engineStarter(modulePath: string, resourcesPath: string): StartEngine {
  const env = {
    ...process.env,
    RECOUNT_RESOURCES: resourcesPath,
    RECOUNT_ELECTRON: process.versions.electron,
  };
  const node = app.isPackaged ? undefined : process.env['RECOUNT_ENGINE_NODE'];
  return node === undefined || node === ''
    ? (listener) => startUtilityProcess(modulePath, env, listener)
    : (listener) => startUnderNode(modulePath, node, env, listener);
}

function startUtilityProcess(
  modulePath: string,
  env: NodeJS.ProcessEnv,
  listener: EngineListener,
): EngineProcess {
  const child = utilityProcess.fork(modulePath, [], {
    serviceName: 'recount-engine',
    env,
    stdio: 'pipe',
  });
  child.on('message', (message: WireMessage) => listener.onMessage(message));
  child.on('exit', (code) => listener.onExit(code));
  relayOutput([child.stdout, child.stderr], listener);
  return {
    send: (message) => child.postMessage(message),
    stop: () => {
      child.kill();
    },
  };
}

function startUnderNode(
  modulePath: string,
  node: string,
  env: NodeJS.ProcessEnv,
  listener: EngineListener,
): EngineProcess {
  const child = fork(modulePath, [], {
    execPath: node,
    env,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // As the utility process would: whatever survives a structured clone may cross.
    serialization: 'advanced',
  });
  let ended = false;
  const end = (code: number | null): void => {
    if (!ended) listener.onExit(code);
    ended = true;
  };
  child.on('message', (message) => listener.onMessage(message as WireMessage));
  child.on('error', (failure) => {
    listener.onOutput(failure.stack ?? failure.message);
    end(null);
  });
  child.on('exit', end);
  relayOutput([child.stdout, child.stderr], listener);
  return {
    send: (message) => {
      if (child.connected) child.send(message);
    },
    stop: () => {
      child.kill();
    },
  };
}

function relayOutput(
  streams: readonly (Readable | NodeJS.ReadableStream | null)[],
  listener: EngineListener,
): void {
  for (const stream of streams)
    stream?.on('data', (bytes: Buffer | string) => listener.onOutput(bytes.toString().trimEnd()));
}
