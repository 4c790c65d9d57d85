import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { engineError } from '../../shared/contract/error';
import { useDamagedWorkspace } from '../state/damaged-workspace';
import { useNotices } from '../state/notices';
import { bridge } from './bridge';
import { invalidateAreas } from './engine-query';
import { useJobStore } from './use-jobs';

/** Follows what the engine says by itself: changed data is asked again, a restart is told. */
export function EngineEvents() {
  const client = useQueryClient();
  const jobs = useJobStore();
  const { show } = useNotices();
  const { ask } = useDamagedWorkspace();

  useEffect(
    () => bridge().transport.on('data.changed', ({ areas }) => void invalidateAreas(client, areas)),
    [client],
  );
  useEffect(
    () =>
      bridge().transport.on('engine.restarted', ({ reference }) => {
        jobs.loseAll(engineError('engine-restarting'));
        void client.invalidateQueries();
        show({ tone: 'warning', text: ({ t }) => t('engine/restarted', { reference }) });
      }),
    [client, jobs, show],
  );
  useEffect(() => bridge().transport.on('workspace.damaged', ({ path }) => ask(path, true)), [ask]);
  return null;
}
