import { createContext, useContext, useSyncExternalStore } from 'react';
import type { JobStore, RunningJob } from './job-store';

export const JobStoreContext = createContext<JobStore | null>(null);

export function useJobStore(): JobStore {
  const store = useContext(JobStoreContext);
  if (!store) throw new Error('JobStoreContext is missing above this component');
  return store;
}

export function useRunningJobs(): readonly RunningJob[] {
  const store = useJobStore();
  return useSyncExternalStore(store.subscribe, store.running);
}
