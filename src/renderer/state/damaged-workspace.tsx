import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** The workspace that could not be opened because it is damaged, while the person is asked what to do. */
interface DamagedWorkspaceState {
  readonly path: string | null;
  readonly ask: (path: string) => void;
  readonly done: () => void;
}

const DamagedWorkspaceContext = createContext<DamagedWorkspaceState | null>(null);

export function DamagedWorkspaceProvider({ children }: { readonly children: ReactNode }) {
  const [path, setPath] = useState<string | null>(null);
  const value = useMemo(() => ({ path, ask: setPath, done: () => setPath(null) }), [path]);
  return <DamagedWorkspaceContext value={value}>{children}</DamagedWorkspaceContext>;
}

export function useDamagedWorkspace(): DamagedWorkspaceState {
  const state = useContext(DamagedWorkspaceContext);
  if (!state) throw new Error('DamagedWorkspaceProvider is missing above this component');
  return state;
}
