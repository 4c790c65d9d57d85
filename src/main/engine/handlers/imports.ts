import { basename } from 'node:path';
import type { Handlers } from '../../../shared/contract/contract';
import type { ImportOutcome, ImportSummary } from '../../../shared/contract/imports';
import type { EngineContext } from '../engine-context';
import { importFile, inspectFile } from '../import/import-parts';
import { setImportState } from '../import/undo';
import { throwIfCancelled, type JobControl } from '../jobs';
import { importIssues, listImports, quarantinedRows } from '../store/imports';
import type { OpenWorkspace } from '../store/workspace-file';

/** An undo is over in a moment: it is not offered for cancelling. */
const NEVER = new AbortController().signal;

type ImportMethod = Extract<keyof Handlers, `imports.${string}`>;

export function importHandlers({
  session,
  jobs,
  writing,
  changed,
}: EngineContext): Pick<Handlers, ImportMethod> {
  const readable = () => session.require().readable;
  const setState = (importId: number, state: ImportSummary['state']) =>
    writing.run(async () => {
      const summary = await setImportState(session.require(), importId, state, NEVER);
      changed('imports', 'audits', 'workspace');
      return summary;
    });
  return {
    'imports.inspect': async ({ paths }) => {
      const db = session.current()?.readable ?? null;
      const readings = [];
      for (const path of paths) readings.push(...(await inspectFile(db, path)));
      return readings;
    },
    'imports.start': ({ paths }) => {
      const workspace = session.require();
      const jobId = jobs.start('import', async (control) => {
        try {
          return await importAll(workspace, paths, control);
        } finally {
          // Files that were done before a cancellation stay: they are whole.
          changed('imports', 'audits', 'workspace');
        }
      });
      return { jobId };
    },
    'imports.list': () => listImports(readable()),
    'imports.undo': ({ importId }) => setState(importId, 'undone'),
    'imports.redo': ({ importId }) => setState(importId, 'live'),
    'imports.issues': ({ importId, ...page }) => importIssues(readable(), importId, page),
    'imports.quarantine': ({ importId, ...page }) => quarantinedRows(readable(), importId, page),
  };
}

async function importAll(
  workspace: OpenWorkspace,
  paths: readonly string[],
  { signal, progress }: JobControl,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const path of paths) {
    const subject = basename(path);
    progress({ phase: 'importing', subject, done: 0, total: null });
    const onProgress = (done: number, total: number) =>
      progress({ phase: 'importing', subject, done, total });
    outcomes.push(...(await importFile(workspace, path, { signal, onProgress })));
    // A file that was cut off by the cancellation is an outcome there; here it ends the job.
    throwIfCancelled(signal);
  }
  return outcomes;
}
