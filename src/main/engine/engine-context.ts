import type { AREAS } from '../../shared/contract/contract';
import type { Emit } from './event-bus';
import type { Jobs } from './jobs';
import type { WorkspaceSession } from './workspace-session';
import type { WriteQueue } from './write-queue';

export type Area = (typeof AREAS)[number];

/** What the handlers stand on. */
export interface EngineContext {
  readonly session: WorkspaceSession;
  readonly jobs: Jobs;
  readonly writing: WriteQueue;
  readonly emit: Emit;
  /** Says that these areas are to be asked again. */
  readonly changed: (...areas: Area[]) => void;
  /** Folder with the sample month and the other files that come with the program. */
  readonly resourcesPath: string;
  /** Keep the workspace as it was at the first opening on a day: where a window works on it for long. */
  readonly dailyBackups: boolean;
  /** Version of Electron where the engine serves a window; null in the terminal. */
  readonly electron: string | null;
}
