import type { Handlers } from '../../../shared/contract/contract';
import type { importChangeMethods } from '../../../shared/contract/import-changes';
import type { EngineContext } from '../engine-context';
import { chosenFiles } from '../reading/tables/chosen-files';
import { chooseNewer, keepBoth } from '../import/changes/choose-replacement';
import { forecastBatch } from '../import/import-each';
import { withSaved } from '../import/with-saved';
import { pauseOn, type Pause } from '../store/workspace/pause';
import { findImport } from '../store/imports/imports';
import { foretoldMonths } from '../audit/foretold-differences';
import { recordStep } from '../store/history/record-step';
import { restatedRowPage, restatements } from '../store/evidence/restatement-pages';
import { seenWhereLarge } from './seen-where-large';

/** What imports change: foretold, restated, replaced. */
export function importChangeHandlers({
  session,
  jobs,
  writing,
  changed,
}: EngineContext): Pick<Handlers, keyof typeof importChangeMethods> {
  const readable = () => session.require().readable;
  const choose = <T>(
    title: 'import-replaces' | 'import-keeps-both',
    importId: number,
    work: (pause: Pause) => Promise<T>,
  ) =>
    writing.run(async () => {
      const db = session.require().writable;
      const found = findImport(db, importId);
      const file = found?.fileName ?? '';
      // How many rows of others are compared with its own is only known in the end.
      const large = { phase: 'settling', subject: file, rows: found?.rows ?? 0, total: null };
      const value = await seenWhereLarge(jobs, large, ({ signal, told }) => {
        const pause = pauseOn(signal, told);
        return recordStep(
          db,
          () => work(pause),
          () => ({ title, params: { file } }),
          pause,
        );
      });
      changed('imports', 'audits', 'workspace');
      return value;
    });
  return {
    'imports.forecast': ({ paths, override, replace }) => {
      const workspace = session.require();
      const jobId = jobs.start('import', async (control) => {
        const said = { replace, override: withSaved(workspace.readable, override) };
        return forecastBatch(workspace, await chosenFiles(paths), control, said, (files) =>
          foretoldMonths(workspace, files, control),
        );
      });
      return { jobId };
    },
    'imports.replace': ({ importId }) =>
      choose('import-replaces', importId, async (pause) => ({
        replaced: await chooseNewer(session.require(), importId, pause),
      })),
    'imports.keepBoth': ({ importId }) =>
      choose('import-keeps-both', importId, async (pause) => {
        await keepBoth(session.require(), importId, pause);
        return {};
      }),
    'imports.restatements': () => restatements(readable()),
    'imports.restatedRows': ({ restatementId, ...page }) =>
      restatedRowPage(readable(), restatementId, page),
  };
}
