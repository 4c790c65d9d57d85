import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { WorkspaceSession } from '../workspace-session';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { readRunColumns } from './run-columns';
import { RunGrid } from './run-grid';

/** Runs that are looked at one beside the other; a million rows take some 60 MB. */
const KEPT_RUNS = 2;

interface KeptGrid {
  readonly reading: Promise<RunGrid>;
  readonly pace: Pace;
  /** null while it is being read. */
  ready: RunGrid | null;
}

interface Pace {
  /** Somebody waits for what is read. */
  awaited: boolean;
}

/** The grids of each open workspace; they go when it is closed. */
const GRIDS = new WeakMap<OpenWorkspace, Map<number, KeptGrid>>();

/**
 * The grid of a run, read the first time it is asked for. Other questions are answered meanwhile. Rejects with
 * `no-workspace` where the workspace was closed before all was read.
 */
export function runGrid(
  session: WorkspaceSession,
  workspace: OpenWorkspace,
  runId: number,
): Promise<RunGrid> {
  const kept = keptGrid(session, workspace, runId);
  kept.pace.awaited = true;
  return kept.reading;
}

/** The grid of a run where it is read already; else null, and it is read in the background, at half pace. */
export function readyGrid(
  session: WorkspaceSession,
  workspace: OpenWorkspace,
  runId: number,
): RunGrid | null {
  return keptGrid(session, workspace, runId).ready;
}

function keptGrid(session: WorkspaceSession, workspace: OpenWorkspace, runId: number): KeptGrid {
  const grids = GRIDS.get(workspace) ?? new Map<number, KeptGrid>();
  GRIDS.set(workspace, grids);
  const known = grids.get(runId);
  if (known) return known;
  const { readable } = workspace;
  const pace: Pace = { awaited: false };
  const turn = async (took: number) => {
    // As long as nobody waits, half of the time is left to what a person does meanwhile.
    await (pace.awaited ? nextTurn() : rest(took));
    if (session.current() !== workspace) throw new EngineFailure(engineError('no-workspace'));
  };
  const reading = readRunColumns(readable, runId, turn).then(
    (columns) => new RunGrid(readable, runId, columns),
  );
  const kept: KeptGrid = { reading, pace, ready: null };
  reading.then(
    (grid) => {
      kept.ready = grid;
    },
    // What failed is tried again by the next question.
    () => grids.delete(runId),
  );
  for (const oldest of [...grids.keys()].slice(0, Math.max(0, grids.size - KEPT_RUNS + 1)))
    grids.delete(oldest);
  grids.set(runId, kept);
  return kept;
}
