import type {
  EventName,
  EventPayload,
  Input,
  MethodName,
  Output,
} from '../../shared/contract/contract';
import type { Answer, Transport } from '../../shared/contract/transport';
import type { EngineContext } from './engine-context';
import { createEventBus, type EventBus } from './event-bus';
import { allHandlers } from './handlers/all-handlers';
import { createJobs } from './jobs';
import { serve, type ReportFault, type Serve } from './serve';
import { createSession } from './workspace-session';
import { createWriteQueue } from './write-queue';

export interface EngineOptions {
  /** Folder with `sample-month/`: beside the program, or the project's `resources`. */
  readonly resourcesPath: string;
  readonly electron?: string | null | undefined;
  /**
   * Keep a backup of each workspace at its first opening on a day, and look at the bulk of a large one while it is
   * already open: where a window works on it for long.
   */
  readonly dailyBackups?: boolean | undefined;
  /** Parse answers and events with their schemas too: development and tests. */
  readonly checked?: boolean | undefined;
  /** Hears of every bug, whole. Left out: written to standard error. */
  readonly reportFault?: ReportFault | undefined;
}

export interface Engine {
  /** For a client in the same process. */
  readonly transport: Transport;
  /** For a client behind a port. */
  readonly serve: Serve;
  readonly bus: EventBus;
  /** Ends all jobs, closes the workspace and removes it where it was temporary. */
  readonly close: () => Promise<void>;
}

/** The engine in this process: what the terminal, the tests and the engine process all run. */
export function createEngine(options: EngineOptions): Engine {
  const reportFault = options.reportFault ?? writeFault;
  const checked = options.checked ?? false;
  const bus = createEventBus(checked);
  const writing = createWriteQueue();
  const jobs = createJobs({ emit: bus.emit, writing, reportFault });
  const context: EngineContext = {
    session: createSession(
      async () => {
        await jobs.stop();
        // Writes that are no jobs (an undo, an account) end before the file is let go.
        await writing.run(() => undefined);
      },
      options.dailyBackups === true ? 'small-tables' : 'whole',
    ),
    jobs,
    writing,
    emit: bus.emit,
    changed: (...areas) => bus.emit('data.changed', { areas }),
    resourcesPath: options.resourcesPath,
    dailyBackups: options.dailyBackups ?? false,
    electron: options.electron ?? null,
  };
  const answer = serve(allHandlers(context), { checkOutputs: checked, reportFault });
  return {
    transport: inProcess(answer, bus),
    serve: answer,
    bus,
    close: () => context.session.close(),
  };
}

function inProcess(answer: Serve, bus: EventBus): Transport {
  return {
    invoke: async <M extends MethodName>(method: M, input: Input<M>) =>
      // `serve` answers with what the handler of this very method returned.
      (await answer(method, input)) as Answer<Output<M>>,
    on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) =>
      bus.on(event, listener),
  };
}

const writeFault: ReportFault = ({ reference, during, thrown }) => {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  process.stderr.write(`[${reference}] ${during}: ${text}\n`);
};
