import { randomUUID } from 'node:crypto';
import { engineError } from '../../shared/contract/error';
import type { Answer, RequestMessage, WireMessage } from '../../shared/contract/transport';
import type { EngineProcess, StartEngine } from './engine-process';
import { OpenWorkspaceMemory, type OpenedFile } from './open-workspace';

const CRASH_WINDOW = 60_000;
/** Before the n-th new start within a minute; an engine that cannot live must not be restarted in a spin. */
const RESTART_DELAYS = [0, 500, 2_000, 10_000] as const;

/** So many ends within a minute are told to the person. */
const TROUBLE = 3;

export interface EngineHostOptions {
  readonly start: StartEngine;
  /** Every event of the engine, and `engine.restarted` of the host. */
  readonly onEvent: (event: string, payload: unknown) => void;
  /** A file was opened or made at a person's wish. */
  readonly onOpened: (file: OpenedFile) => void;
  /** It ended again and again within a minute; what it said at its last end. */
  readonly onTrouble: (reason: string) => void;
  readonly log: (level: 'info' | 'error', line: string) => void;
}

interface Pending {
  readonly method: string;
  readonly answer: (answer: Answer<unknown>) => void;
}

const RESTARTING: Answer<never> = { ok: false, error: engineError('engine-restarting') };

/**
 * Keeps one engine process alive, from the first request on, and carries requests to it: while the window is
 * being drawn nothing else is started. When it ends by itself, what was asked is
 * answered `engine-restarting`, a new one is started and given the same workspace, requests that came
 * meanwhile are sent on, and `engine.restarted` is announced with the reference written in the log.
 */
export class EngineHost {
  readonly #options: EngineHostOptions;
  readonly #memory = new OpenWorkspaceMemory();
  readonly #pending = new Map<number, Pending>();
  #engine: EngineProcess | null = null;
  #begun = false;
  /** Requests that wait until the workspace is open again; null while the engine is at work. */
  #held: RequestMessage[] | null = null;
  #crashes: number[] = [];
  #nextId = 1;
  #closed = false;

  constructor(options: EngineHostOptions) {
    this.#options = options;
  }

  /** True once the engine was told to open a workspace and did, until it closes it. */
  get hasWorkspace(): boolean {
    return this.#memory.current !== null;
  }

  /** Never rejects: a failure is an answer. */
  invoke(method: string, input: unknown): Promise<Answer<unknown>> {
    if (this.#closed) return Promise.resolve(RESTARTING);
    if (!this.#begun) {
      this.#begun = true;
      this.#engine = this.#start();
    }
    if (this.#engine === null) return Promise.resolve(RESTARTING);
    return new Promise((answer) => {
      const message: RequestMessage = { type: 'request', id: this.#nextId++, method, input };
      this.#pending.set(message.id, { method, answer });
      if (this.#held) this.#held.push(message);
      else this.#send(message);
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#engine?.stop();
  }

  #start(): EngineProcess {
    let current = true;
    return this.#options.start({
      onMessage: (message) => {
        if (current) this.#receive(message);
      },
      onExit: (code) => {
        current = false;
        this.#ended(code);
      },
      onOutput: (text) => this.#options.log('info', `engine: ${text}`),
    });
  }

  #send(message: RequestMessage): void {
    try {
      this.#engine?.send(message);
    } catch (failure) {
      // Something that cannot cross a process boundary: the caller's mistake, not the engine's end.
      this.#settle(message.id, {
        ok: false,
        error: engineError('invalid-input', { method: message.method }, String(failure)),
      });
    }
  }

  #receive(message: WireMessage): void {
    if (message.type === 'answer') this.#settle(message.id, message.answer);
    else if (message.type === 'event') this.#options.onEvent(message.event, message.payload);
  }

  #settle(id: number, answer: Answer<unknown>): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    const opened = this.#memory.observe(pending.method, answer);
    if (opened) this.#options.onOpened(opened);
    pending.answer(answer);
  }

  #ended(code: number | null): void {
    this.#engine = null;
    this.#held = null;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { answer } of waiting) answer(RESTARTING);
    if (this.#closed) return;
    const reference = randomUUID().slice(0, 8);
    const reason = `exit code ${String(code)}, ${reference}`;
    // It ends with 0 only where it was asked to, from outside the program.
    if (code === 0) this.#options.log('info', `engine was ended from outside, ${reason}`);
    else this.#options.log('error', `engine ended by itself, ${reason}`);
    setTimeout(() => void this.#restart(reference), this.#delay());
    if (this.#crashes.length === TROUBLE) this.#options.onTrouble(reason);
  }

  #delay(): number {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW), now];
    const last = RESTART_DELAYS.length - 1;
    return RESTART_DELAYS[Math.min(this.#crashes.length - 1, last)] ?? 0;
  }

  async #restart(reference: string): Promise<void> {
    if (this.#closed) return;
    const held: RequestMessage[] = [];
    this.#engine = this.#start();
    this.#held = held;
    await this.#reopen();
    // The new one may have ended too: then its own end has answered everybody already.
    if (this.#held !== held) return;
    this.#held = null;
    this.#options.onEvent('engine.restarted', { reference });
    for (const message of held) this.#send(message);
  }

  async #reopen(): Promise<void> {
    const file = this.#memory.current;
    if (file === null) return;
    const answer = await new Promise<Answer<unknown>>((resolve) => {
      const id = this.#nextId++;
      this.#pending.set(id, { method: 'reopen', answer: resolve });
      const input = { path: file.path };
      this.#send({ type: 'request', id, method: 'workspace.open', input });
    });
    if (answer.ok || answer.error.code === 'engine-restarting') return;
    this.#options.log('error', `workspace not opened again: ${JSON.stringify(answer.error)}`);
    this.#memory.forget();
  }
}
