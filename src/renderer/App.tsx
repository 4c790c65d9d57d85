import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { EngineEvents } from './client/EngineEvents';
import { queryKeyOf } from './client/engine-query';
import type { JobStore } from './client/job-store';
import { JobStoreContext } from './client/use-jobs';
import { Frame } from './frame/Frame';
import { AccountDraftProvider } from './state/account-draft';
import { DamagedWorkspaceProvider } from './state/damaged-workspace';
import { ImportDraftProvider } from './state/import-draft';
import { MonthProvider } from './state/month';
import { NavigationProvider } from './state/navigation';
import { NoticesProvider } from './state/notices';

/** The engine is on this machine and says itself when something changed, so nothing is asked twice without reason. */
function newQueryClient(workspaceOpen: boolean): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  // The first screen does not wait for the engine's process to say that there is nothing open.
  if (!workspaceOpen) client.setQueryData(queryKeyOf('workspace.current', {}), null);
  return client;
}

export function App({
  jobs,
  workspaceOpen,
}: {
  readonly jobs: JobStore;
  /** As the shell knows it while the engine is still starting. */
  readonly workspaceOpen: boolean;
}) {
  const [client] = useState(() => newQueryClient(workspaceOpen));
  return (
    <QueryClientProvider client={client}>
      <JobStoreContext value={jobs}>
        <NoticesProvider>
          <NavigationProvider>
            <DamagedWorkspaceProvider>
              <ImportDraftProvider>
                <MonthProvider>
                  <AccountDraftProvider>
                    <EngineEvents />
                    <Frame />
                  </AccountDraftProvider>
                </MonthProvider>
              </ImportDraftProvider>
            </DamagedWorkspaceProvider>
          </NavigationProvider>
        </NoticesProvider>
      </JobStoreContext>
    </QueryClientProvider>
  );
}
