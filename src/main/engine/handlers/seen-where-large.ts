import type { Jobs } from '../jobs';

/** From so many rows on, work that somebody waits for takes long enough to be seen, and to be called off. */
const LARGE = 10_000;

/** Work on many rows that keeps its place in the queue of writers. */
export interface WorkOnRows {
  /** Names a sentence of the locales (`jobs.<phase>`), which `subject` fills. */
  readonly phase: string;
  readonly subject?: string | undefined;
  /** About how many rows: by them it is large or not. */
  readonly rows: number;
  /** Of how many rows it tells in the end; null where that is not known before. */
  readonly total: number | null;
}

/** What work hears and tells; see {@link pauseOn}. */
export interface Followed {
  readonly signal: AbortSignal;
  readonly told: (rows: number) => void;
}

const NEVER = new AbortController().signal;

/** Does `work`; a large one as a job that is followed and can be cancelled. */
export function seenWhereLarge<T>(
  jobs: Jobs,
  { phase, subject, rows, total }: WorkOnRows,
  work: (followed: Followed) => Promise<T>,
): Promise<T> {
  if (rows < LARGE) return work({ signal: NEVER, told: () => undefined });
  return jobs.follow('history', ({ signal, progress }) => {
    let done = 0;
    progress({ phase, subject, done, total });
    const told = (more: number) => {
      done += more;
      progress({ phase, subject, done, total });
    };
    return work({ signal, told });
  });
}
