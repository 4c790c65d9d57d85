import type { Handlers } from '../../../shared/contract/contract';
import type { importMethods } from '../../../shared/contract/imports';
import type { EngineContext } from '../engine-context';
import { chosenFiles } from '../reading/tables/chosen-files';
import { importEach } from '../import/import-each';
import { inspectFile } from '../import/inspect-file';
import { sayApplication } from '../import/changes/say-application';
import { setImportState } from '../import/changes/undo';
import { withSaved } from '../import/with-saved';
import { importIssues, listImports } from '../store/imports/imports';

/** An undo is over in a moment: it is not offered for cancelling. */
const NEVER = new AbortController().signal;

export function importHandlers({
  session,
  jobs,
  writing,
  changed,
}: EngineContext): Pick<Handlers, keyof typeof importMethods> {
  const readable = () => session.require().readable;
  const setState = (importId: number, state: 'live' | 'undone') =>
    writing.run(async () => {
      const summary = await setImportState(session.require(), importId, state, NEVER);
      changed('imports', 'audits', 'workspace');
      return summary;
    });
  return {
    'imports.inspect': async ({ paths, override }) => {
      const db = session.current()?.readable ?? null;
      const readings = [];
      for (const path of await chosenFiles(paths))
        readings.push(...(await inspectFile(db, path, withSaved(db, override))));
      return readings;
    },
    'imports.start': ({ paths, replace, override }) => {
      const workspace = session.require();
      const jobId = jobs.start('import', async (control) => {
        try {
          const files = await chosenFiles(paths);
          return await importEach(workspace, files, control, {
            phase: 'importing',
            replace,
            override: withSaved(workspace.readable, override),
          });
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
    'imports.sayApplication': ({ importId, sdkAppId }) =>
      writing.run(async () => {
        const summary = await sayApplication(session.require(), importId, sdkAppId, NEVER);
        changed('imports', 'audits', 'workspace');
        return summary;
      }),
    'imports.issues': ({ importId, ...page }) => importIssues(readable(), importId, page),
  };
}
