import { ask, errorOf } from '../client/engine-query';
import { useJobStore } from '../client/use-jobs';
import { useNotices } from './notices';

/** Backs the open workspace up and says where, from wherever it was asked for; settles when it is over. */
export function useBackUp(): () => Promise<void> {
  const jobs = useJobStore();
  const { show } = useNotices();
  return async () => {
    try {
      const workspace = await ask('workspace.current', {});
      if (workspace === null) return;
      if (workspace.temporary) {
        show({ tone: 'note', text: ({ t }) => t('backups:noneHere') });
        return;
      }
      const { jobId } = await ask('backups.make', {});
      const end = await jobs.endOf(jobId);
      if (end.state === 'failed') show({ tone: 'error', text: ({ error }) => error(end.error) });
      if (end.state !== 'finished') return;
      show({ tone: 'success', text: ({ t }) => t('backups:made', { path: placeOf(end.result) }) });
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    }
  };
}

/** The result as `backups.make` promises it. What parses whole schemas is not loaded with the first picture. */
function placeOf(result: unknown): string {
  const path = typeof result === 'object' && result !== null && 'path' in result && result.path;
  return typeof path === 'string' ? path : '';
}
