import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** The workspace that is damaged, while the person is asked what to do. */
interface DamagedWorkspaceState {
  readonly path: string | null;
  /** Found when it was open already; else it was not opened. */
  readonly whileOpen: boolean;
  readonly ask: (path: string, whileOpen?: boolean) => void;
  readonly done: () => void;
}

type Damaged = Pick<DamagedWorkspaceState, 'path' | 'whileOpen'>;
const NONE: Damaged = { path: null, whileOpen: false };

const DamagedWorkspaceContext = createContext<DamagedWorkspaceState | null>(null);

export function DamagedWorkspaceProvider({ children }: { readonly children: ReactNode }) {
  const [{ path, whileOpen }, setDamaged] = useState<Damaged>(NONE);
  const value = useMemo(
    () => ({
      path,
      whileOpen,
      ask: (found: string, open = false) => setDamaged({ path: found, whileOpen: open }),
      done: () => setDamaged(NONE),
    }),
    [path, whileOpen],
  );
  return <DamagedWorkspaceContext value={value}>{children}</DamagedWorkspaceContext>;
}

export function useDamagedWorkspace(): DamagedWorkspaceState {
  const state = useContext(DamagedWorkspaceContext);
  if (!state) throw new Error('DamagedWorkspaceProvider is missing above this component');
  return state;
}
