import { z } from 'zod';
import { bridge } from '../../client/bridge';
import { errorOf } from '../../client/engine-query';
import { useJobStore } from '../../client/use-jobs';
import type { Words } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';
import { fileName } from '../../format/file-name';

const written = z.object({ files: z.array(z.string()).min(1) });

/** Starts a job that writes files, waits for its end, and tells what became of it. */
export function useReportJob(): (start: () => Promise<{ jobId: string }>) => Promise<void> {
  const jobs = useJobStore();
  const { show } = useNotices();
  return async (start) => {
    try {
      const { jobId } = await start();
      const end = await jobs.endOf(jobId);
      if (end.state === 'failed') show({ tone: 'error', text: ({ error }) => error(end.error) });
      else if (end.state === 'cancelled')
        show({ tone: 'note', text: ({ t }) => t('reports:write/cancelled') });
      else {
        const { files } = written.parse(end.result);
        show({
          tone: 'success',
          text: ({ t }) =>
            t('reports:write/done', {
              count: files.length,
              files: names(files, t),
            }),
          action: {
            label: ({ t }) => t('reports:write/show'),
            run: () => void bridge().desktop.showInFolder(files[0] ?? ''),
          },
        });
      }
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    }
  };
}

/** The list below the forms holds them all; more than a few of them here would push it out of view. */
const NAMED = 3;

function names(files: readonly string[], t: Words['t']): string {
  const first = files.slice(0, NAMED).map(fileName).join(t('list'));
  return files.length > NAMED ? `${first} …` : first;
}
