import type { Handlers } from '../../../shared/contract/contract';
import type { importMethods } from '../../../shared/contract/imports';
import type { EngineContext } from '../engine-context';
import { chosenFiles } from '../reading/tables/chosen-files';
import { importEach } from '../import/import-each';
import { inspectFile } from '../import/inspect-file';
import { sayApplication } from '../import/changes/say-application';
import { setImportState } from '../import/changes/undo';
import { withSaved } from '../import/with-saved';
import { pauseOn } from '../store/workspace/pause';
import { findImport, importIssues } from '../store/imports/imports';
import { importPage } from '../store/imports/import-pages';
import { seenWhereLarge } from './seen-where-large';

export function importHandlers({
  session,
  jobs,
  writing,
  changed,
}: EngineContext): Pick<Handlers, keyof typeof importMethods> {
  const readable = () => session.require().readable;
  const setState = (importId: number, state: 'live' | 'undone') =>
    writing.run(async () => {
      const open = session.require();
      const found = findImport(open.readable, importId);
      const large = {
        phase: state === 'live' ? 'bringing-back' : 'taking-back',
        subject: found?.fileName,
        rows: found?.rows ?? 0,
        // How many rows of others are compared with its own is only known in the end.
        total: null,
      };
      const summary = await seenWhereLarge(jobs, large, ({ signal, told }) =>
        setImportState(open, importId, state, signal, told),
      );
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
    'imports.list': (asked) => importPage(readable(), asked),
    'imports.undo': ({ importId }) => setState(importId, 'undone'),
    'imports.redo': ({ importId }) => setState(importId, 'live'),
    'imports.sayApplication': ({ importId, sdkAppId }) =>
      writing.run(async () => {
        const open = session.require();
        const rows = findImport(open.readable, importId)?.rows ?? 0;
        const large = { phase: 'saying-application', rows, total: null };
        const summary = await seenWhereLarge(jobs, large, ({ signal, told }) =>
          sayApplication(open, importId, sdkAppId, pauseOn(signal, told)),
        );
        changed('imports', 'audits', 'workspace');
        return summary;
      }),
    'imports.issues': ({ importId, ...page }) => importIssues(readable(), importId, page),
  };
}
