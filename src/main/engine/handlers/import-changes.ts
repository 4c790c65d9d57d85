import type { Handlers } from '../../../shared/contract/contract';
import type { importChangeMethods } from '../../../shared/contract/import-changes';
import type { EngineContext } from '../engine-context';
import { chosenFiles } from '../reading/tables/chosen-files';
import { chooseNewer, keepBoth } from '../import/changes/choose-replacement';
import { forecastBatch } from '../import/import-each';
import { withSaved } from '../import/with-saved';
import { findImport } from '../store/imports/imports';
import { recordStep } from '../store/history/record-step';
import { restatedRowPage, restatements } from '../store/evidence/restatement-pages';

/** A choice is over in a moment: it is not offered for cancelling. */
const NEVER = new AbortController().signal;

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
    work: () => Promise<T>,
  ) =>
    writing.run(async () => {
      const db = session.require().writable;
      const value = await recordStep(db, work, () => ({
        title,
        params: { file: findImport(db, importId)?.fileName ?? '' },
      }));
      changed('imports', 'audits', 'workspace');
      return value;
    });
  return {
    'imports.forecast': ({ paths, override, replace }) => {
      const workspace = session.require();
      const jobId = jobs.start('import', async (control) =>
        forecastBatch(workspace, await chosenFiles(paths), control, {
          replace,
          override: withSaved(workspace.readable, override),
        }),
      );
      return { jobId };
    },
    'imports.replace': ({ importId }) =>
      choose('import-replaces', importId, async () => ({
        replaced: await chooseNewer(session.require(), importId, NEVER),
      })),
    'imports.keepBoth': ({ importId }) =>
      choose('import-keeps-both', importId, async () => {
        await keepBoth(session.require(), importId, NEVER);
        return {};
      }),
    'imports.restatements': () => restatements(readable()),
    'imports.restatedRows': ({ restatementId, ...page }) =>
      restatedRowPage(readable(), restatementId, page),
  };
}
