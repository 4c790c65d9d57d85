import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useState } from 'react';
import { EngineEvents } from './client/EngineEvents';
import type { JobStore } from './client/job-store';
import { JobStoreContext } from './client/use-jobs';
import { Frame } from './frame/Frame';
import { AccountDraftProvider } from './state/account-draft';
import { DamagedWorkspaceProvider } from './state/damaged-workspace';
import { ImportDraftProvider } from './state/import-draft';
import { MonthProvider } from './state/month';
import { NavigationProvider } from './state/navigation';
import { NoticesProvider } from './state/notices';
import { useSettings } from './state/settings';
import { antdTheme } from './theme/antd-theme';

/** The engine is on this machine and says itself when something changed, so nothing is asked twice without reason. */
const newQueryClient = () =>
  new QueryClient({
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

export function App({ jobs }: { readonly jobs: JobStore }) {
  const [client] = useState(newQueryClient);
  const { appearance } = useSettings();
  return (
    <QueryClientProvider client={client}>
      <JobStoreContext value={jobs}>
        <ConfigProvider theme={antdTheme(appearance)} button={{ autoInsertSpace: false }}>
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
        </ConfigProvider>
      </JobStoreContext>
    </QueryClientProvider>
  );
}
