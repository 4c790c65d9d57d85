import { stat } from 'node:fs/promises';
import type { Handlers } from '../../../shared/contract/contract';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { EngineContext } from '../engine-context';
import { writeReports } from '../report/write-reports';
import { requireRun } from '../store/runs';

export function reportHandlers({ session, jobs }: EngineContext): Pick<Handlers, 'reports.write'> {
  return {
    'reports.write': async ({ runId, folder, formats, language }) => {
      const { readable } = session.require();
      requireRun(readable, runId);
      await requireFolder(folder);
      const jobId = jobs.start('report', async ({ signal, progress }) => {
        const files = await writeReports({
          db: readable,
          runId,
          folder,
          formats,
          language,
          signal,
          onProgress: progress,
        });
        return { files };
      });
      return { jobId };
    },
  };
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory())
    throw new EngineFailure(engineError('folder-missing', { path: folder }));
}
