import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { errorOf } from '../client/engine-query';
import { useNotices } from '../state/notices';

/** Says once, wherever the person is, that the workspace's file is gone from its place, and offers to keep it. */
export function useMovedWorkspace(saveCopy: () => void): void {
  const client = useQueryClient();
  const { show } = useNotices();
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ type, query }) => {
        if (type !== 'updated' || query.state.status !== 'error') return;
        const failure = errorOf(query.state.error);
        if (failure.code !== 'workspace-moved') return;
        show({
          tone: 'error',
          text: ({ error }) => error(failure),
          action: { label: ({ t }) => t('palette:actions/saveCopy'), run: saveCopy },
        });
      }),
    [client, saveCopy, show],
  );
}
