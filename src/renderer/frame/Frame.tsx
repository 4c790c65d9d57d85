import { Suspense, useEffect, useState } from 'react';
import { useEngineQuery } from '../client/engine-query';
import { bridge } from '../client/bridge';
import { useJobStore } from '../client/use-jobs';
import { Notice } from '../components/Notice';
import { SaidAbove } from '../components/said-above';
import { useModalKeys } from '../components/use-modal-keys';
import { HistoryKeys } from '../history/HistoryKeys';
import { undoTyping } from '../history/undo-typing';
import { useHistoryMenu } from '../history/use-history-menu';
import { useHistoryMoves } from '../history/use-history-moves';
import { useWords } from '../i18n/use-words';
import { FirstRun } from '../screens/first-run/FirstRun';
import { useDamagedWorkspace } from '../state/damaged-workspace';
import { useMonth } from '../state/month';
import { useNavigation } from '../state/navigation';
import { useNotices } from '../state/notices';
import { useBackUp } from '../state/use-back-up';
import { useWorkspaceActions } from '../state/use-workspace-actions';
import { WindowSearch } from '../palette/WindowSearch';
import { DropAnywhere } from './DropAnywhere';
import { afterPicture, loadWhenIdle, onDemand } from './on-demand';
import { Rail } from './Rail';
import { ScreenBoundary } from './ScreenBoundary';
import { firstScreen, ScreenOf } from './ScreenOf';
import { StatusLine } from './StatusLine';
import { TopBar } from './TopBar';
import { useMovedWorkspace } from './use-moved-workspace';
import { useSampleNames } from './use-sample-names';
import { useSoughtHeading } from './use-sought-heading';
import { useStandingNotice } from './use-standing-notice';
import './Frame.css';

const ExportReport = onDemand(
  async () => (await import('../screens/overview/ExportReport')).ExportReport,
);
const LookKept = onDemand(async () => (await import('../theme/LookKept')).LookKept);
const HistoryDialog = onDemand(
  async () => (await import('../history/HistoryDialog')).HistoryDialog,
);
const DamagedWorkspace = onDemand(
  async () => (await import('./DamagedWorkspace')).DamagedWorkspace,
);

/** The window around every screen: rail, top bar, notices, status line; without a workspace, the first run. */
export function Frame() {
  const words = useWords();
  const { t } = words;
  const workspace = useEngineQuery('workspace.current', {});
  const { place, go } = useNavigation();
  const { clear } = useNotices();
  const notice = useStandingNotice();
  const { audit } = useMonth();
  const actions = useWorkspaceActions();
  const backUp = useBackUp();
  useMovedWorkspace(actions.saveCopy);
  useSampleNames(actions.openSample);
  useSoughtHeading();
  /** 'not-yet': the form was never asked for and is not loaded. */
  const [exporting, setExporting] = useState<boolean | 'not-yet'>('not-yet');
  const [history, setHistory] = useState<boolean | 'not-yet'>('not-yet');
  const { move } = useHistoryMoves();
  const damaged = useDamagedWorkspace();
  const runId = audit.state === 'ready' ? audit.run.id : null;
  useModalKeys(exporting === true && runId !== null, () => setExporting(false));
  useModalKeys(damaged.path !== null, damaged.done);
  useModalKeys(history === true && (workspace.data ?? null) !== null, () => setHistory(false));
  const open = workspace.data ?? null;
  useHistoryMenu(open !== null);

  const jobs = useJobStore();
  useEffect(
    () =>
      afterPicture(() => {
        jobs.catchUp();
        loadWhenIdle(firstScreen);
      }),
    [jobs],
  );
  useEffect(() =>
    bridge().desktop.onCommand((command) => {
      switch (command.command) {
        case 'new':
          actions.newWorkspace();
          break;
        case 'open':
          actions.openWorkspace();
          break;
        case 'save-copy':
          actions.saveCopy();
          break;
        case 'back-up':
          if (open) void backUp();
          break;
        case 'backups':
          if (open) go({ screen: 'settings', part: 'backups' });
          break;
        case 'add-files':
          actions.chooseFiles();
          break;
        case 'open-path':
          actions.openPath(command.path);
          break;
        case 'export':
          if (runId !== null) setExporting(true);
          break;
        case 'about':
          go({ screen: 'settings' });
          break;
        case 'undo':
        case 'redo':
          if (!undoTyping(command.command) && open) void move(command.command);
          break;
        case 'history':
          if (open) setHistory(true);
          break;
      }
    }),
  );

  const said = notice && (
    <Notice
      tone={notice.tone}
      action={notice.action && { ...notice.action, label: notice.action.label(words) }}
      dismiss={{ label: t('notice/dismiss'), run: clear }}
    >
      {notice.text(words)}
    </Notice>
  );

  return (
    <DropAnywhere onPaths={actions.offerPaths}>
      <div className={open ? 'frame' : 'frame frame-bare'}>
        <TopBar
          workspace={open}
          actions={actions}
          onExport={runId === null ? undefined : () => setExporting(true)}
          search={
            <WindowSearch
              workspaceOpen={open !== null}
              actions={actions}
              onExport={runId === null ? undefined : () => setExporting(true)}
              onBackUp={() => void backUp()}
              onMove={(direction) => void move(direction)}
              onHistory={() => setHistory(true)}
            />
          }
        />
        {open && <Rail />}
        <main className="frame-main" data-screen={open ? place.screen : undefined}>
          {notice && notice.tone !== 'success' && said}
          {workspace.isPending ? null : open ? (
            <SaidAbove value={notice?.tone === 'error' ? notice.text(words) : null}>
              <ScreenBoundary key={place.visit}>
                <ScreenOf screen={place.screen} />
              </ScreenBoundary>
            </SaidAbove>
          ) : (
            <FirstRun actions={actions} />
          )}
          {notice?.tone === 'success' && <div className="frame-done">{said}</div>}
        </main>
        <HistoryKeys />
        {open && (
          <Suspense fallback={null}>
            <LookKept />
          </Suspense>
        )}
        {damaged.path !== null && (
          <Suspense fallback={null}>
            <DamagedWorkspace />
          </Suspense>
        )}
        <StatusLine workspace={open} onSave={actions.saveCopy} onHistory={() => setHistory(true)} />
      </div>
      {runId !== null && exporting !== 'not-yet' && (
        <Suspense fallback={null}>
          <ExportReport runId={runId} open={exporting} onClose={() => setExporting(false)} />
        </Suspense>
      )}
      {open && history !== 'not-yet' && (
        <Suspense fallback={null}>
          <HistoryDialog open={history} onClose={() => setHistory(false)} />
        </Suspense>
      )}
    </DropAnywhere>
  );
}
