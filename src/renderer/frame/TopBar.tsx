import type { ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract';
import { THEMES } from '../../shared/contract/looks';
import { LANGUAGES } from '../../shared/contract/languages';
import { Button } from '../components/Button';
import { Choice } from '../components/Choice';
import { formatPeriod } from '../format/day-text';
import { formatId } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { useMonth } from '../state/month';
import { useSettings } from '../state/settings';
import type { useWorkspaceActions } from '../state/use-workspace-actions';
import { PrivacySwitch } from './PrivacySwitch';
import { WorkspaceChoice } from './WorkspaceChoice';

/** Account, month, export, and the two settings that change the whole window. */
export function TopBar({
  workspace,
  actions,
  onExport,
  search,
}: {
  readonly workspace: Output<'workspace.current'>;
  readonly actions: ReturnType<typeof useWorkspaceActions>;
  readonly onExport: (() => void) | undefined;
  /** The way to the palette. */
  readonly search: ReactNode;
}) {
  const { t, language } = useWords();
  const { months, month, choose } = useMonth();
  const { settings, change } = useSettings();
  return (
    <header className="topbar">
      <strong className="wordmark">{t('product')}</strong>
      {workspace && (
        <div className="topbar-account" title={formatId(workspace.path)}>
          <WorkspaceChoice workspace={workspace} actions={actions} />
        </div>
      )}
      {month && (
        <Choice
          label={t('month/label')}
          testId="month"
          value={month.from}
          options={months.map((period) => ({
            value: period.from,
            label: formatPeriod(period, language),
          }))}
          onChange={choose}
        />
      )}
      <span className="topbar-space" />
      {search}
      {workspace && (
        <Button onClick={onExport} disabled={!onExport} data-testid="export-report">
          {t('export/button')}
        </Button>
      )}
      <Choice
        label={t('language/label')}
        testId="language"
        value={settings.language}
        options={LANGUAGES.map((value) => ({ value, label: t(`language/${value}`) }))}
        onChange={(value) => change({ language: value })}
      />
      <Choice
        label={t('theme/label')}
        testId="theme"
        value={settings.theme}
        options={THEMES.map((value) => ({ value, label: t(`theme/${value}`) }))}
        onChange={(theme) => change({ theme })}
      />
      <PrivacySwitch />
    </header>
  );
}
