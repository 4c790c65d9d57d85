import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../i18n/use-words';
import { SCREENS } from '../routes';
import { useNavigation } from '../state/navigation';
import { useSettings } from '../state/settings';
import type { useWorkspaceActions } from '../state/use-workspace-actions';
import { Palette } from './Palette';
import { Shortcuts } from './Shortcuts';
import { keyText } from './shortcut-list';
import { useWindowKeys } from './use-window-keys';
import './Palette.css';

/**
 * The search of the top bar: the palette, the list of keys, and the keys that work everywhere.
 *
 * Both dialogs are part of the first script and open within the key that asked for them: a letter typed the next
 * instant must reach their field and not the screen behind, where a letter accepts or disputes what is chosen.
 */
export function WindowSearch({
  workspaceOpen,
  actions,
  onExport,
  onBackUp,
  onMove,
  onHistory,
}: {
  readonly workspaceOpen: boolean;
  readonly actions: ReturnType<typeof useWorkspaceActions>;
  readonly onExport: (() => void) | undefined;
  readonly onBackUp: () => void;
  readonly onMove: (direction: 'undo' | 'redo') => void;
  readonly onHistory: () => void;
}) {
  const { t } = useWords();
  const { go } = useNavigation();
  const { settings, change } = useSettings();
  const [shown, setShown] = useState<'palette' | 'shortcuts' | null>(null);
  const close = () => setShown(null);
  const show = (dialog: 'palette' | 'shortcuts') => flushSync(() => setShown(dialog));
  useWindowKeys(
    useMemo(
      () => ({
        palette: () => show('palette'),
        shortcuts: () => show('shortcuts'),
        privacy: () => change({ privacy: !settings.privacy }),
        screen: (place) => {
          const screen = SCREENS[place];
          if (screen === undefined || !workspaceOpen) return;
          setShown(null);
          go({ screen });
        },
      }),
      [change, settings.privacy, go, workspaceOpen],
    ),
  );
  const { chooseFiles, chooseFolder, newWorkspace, openWorkspace, openSample, saveCopy } = actions;
  const offered = {
    addFiles: chooseFiles,
    addFolder: chooseFolder,
    ...(onExport ? { exportReport: onExport } : {}),
    newWorkspace,
    openWorkspace,
    ...(workspaceOpen
      ? {
          saveCopy,
          backUp: onBackUp,
          restore: () => go({ screen: 'settings', part: 'backups' }),
          undo: () => onMove('undo'),
          redo: () => onMove('redo'),
          history: onHistory,
        }
      : {}),
    openSample,
    shortcuts: () => setShown('shortcuts'),
  };
  const mac = navigator.userAgent.includes('Mac');
  return (
    <>
      <button
        type="button"
        className="topbar-search"
        data-testid="search"
        onClick={() => setShown('palette')}
      >
        {t('palette:open')}
        <kbd>{keyText('Mod K', mac)}</kbd>
      </button>
      {shown === 'palette' && (
        <Palette workspaceOpen={workspaceOpen} actions={offered} onClose={close} />
      )}
      {shown === 'shortcuts' && <Shortcuts onClose={close} />}
    </>
  );
}
