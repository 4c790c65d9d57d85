import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, errorOf } from '../client/engine-query';
import { useImportDraft } from './import-draft';
import { useNavigation } from './navigation';
import { useNotices } from './notices';

/** Puts a backup in the place of the workspace at `path` and shows it; a refusal is said and changes nothing. */
export function useRestore() {
  const client = useQueryClient();
  const { show } = useNotices();
  const { clear } = useImportDraft();
  const { go } = useNavigation();
  const [busy, setBusy] = useState(false);

  const restore = async (backup: string, path: string): Promise<boolean> => {
    setBusy(true);
    try {
      const { setAside } = await ask('backups.restore', { backup, path });
      clear();
      go({ screen: 'overview' });
      await client.invalidateQueries();
      show({ tone: 'success', text: ({ t }) => t('backups:restored', { path: setAside ?? '—' }) });
      return true;
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { restore, busy };
}
