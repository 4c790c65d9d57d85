import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
 * How to start the engine built at `modulePath`; `resourcesPath` holds the files that come with the program. It
 * runs in Electron's utility process. An Electron before 36 cannot load its SQLite; there it runs under a Node
 * of its own: in a checkout the one that RECOUNT_ENGINE_NODE names, in a package the one packed beside the
 * archive, which no release has.
 */
export function engineStarter(modulePath: string, resourcesPath: string): StartEngine {
  const env = {
    ...process.env,
    RECOUNT_RESOURCES: resourcesPath,
    RECOUNT_ELECTRON: process.versions.electron,
  };
  const node = app.isPackaged ? packedNode() : process.env['RECOUNT_ENGINE_NODE'];
  return node === undefined || node === ''
    ? (listener) => startUtilityProcess(modulePath, env, listener)
    : (listener) => startUnderNode(outsideArchive(modulePath), node, env, listener);
}

function packedNode(): string | undefined {
  const path = join(process.resourcesPath, 'engine-node');
  return existsSync(path) ? path : undefined;
}

/** Only Electron reads inside an archive; what Node is to run stands unpacked beside it. */
function outsideArchive(path: string): string {
  return path.replace(/\.asar([\\/])/, '.asar.unpacked$1');
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
