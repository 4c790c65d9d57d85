import { createContext, useContext, useState, type ReactNode } from 'react';
import { useEngineQuery } from '../client/engine-query';
import { useMonthRun, type MonthRun, type Period } from '../client/use-month-run';

interface MonthState {
  /** Newest first. */
  readonly months: readonly Period[];
  readonly month: Period | null;
  readonly choose: (from: string) => void;
  readonly audit: MonthRun;
  readonly pending: boolean;
}

const MonthContext = createContext<MonthState | null>(null);

/** The month on show, the newest unless another was chosen, and its audit. */
export function MonthProvider({ children }: { readonly children: ReactNode }) {
  const workspace = useEngineQuery('workspace.current', {});
  const open = workspace.data?.path ?? null;
  const query = useEngineQuery('audits.months', {}, { enabled: open !== null });
  const [chosen, choose] = useState<string | null>(null);
  const months = open === null ? [] : (query.data ?? []).map(({ period }) => period);
  const month = months.find(({ from }) => from === chosen) ?? months[0] ?? null;
  const audit = useMonthRun(month);
  return (
    <MonthContext value={{ months, month, choose, audit, pending: query.isLoading }}>
      {children}
    </MonthContext>
  );
}

export function useMonth(): MonthState {
  const state = useContext(MonthContext);
  if (!state) throw new Error('MonthProvider is missing above this component');
  return state;
}
