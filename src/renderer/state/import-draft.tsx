import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useNavigation } from './navigation';

/** Files that were dropped or chosen and are not imported yet. */
interface ImportDraft {
  readonly paths: readonly string[];
  readonly offer: (paths: readonly string[]) => void;
  readonly clear: () => void;
}

const ImportDraftContext = createContext<ImportDraft | null>(null);

export function ImportDraftProvider({ children }: { readonly children: ReactNode }) {
  const { go } = useNavigation();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const value = useMemo(
    () => ({
      paths,
      offer: (more: readonly string[]) => {
        setPaths((before) => [...new Set([...before, ...more])]);
        go({ screen: 'imports' });
      },
      clear: () => setPaths([]),
    }),
    [paths, go],
  );
  return <ImportDraftContext value={value}>{children}</ImportDraftContext>;
}

export function useImportDraft(): ImportDraft {
  const draft = useContext(ImportDraftContext);
  if (!draft) throw new Error('ImportDraftProvider is missing above this component');
  return draft;
}
