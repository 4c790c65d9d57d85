import { Button } from 'antd';
import { useState } from 'react';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Afterwards } from '../../components/Afterwards';
import { Empty, Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { useWords } from '../../i18n/use-words';
import { useImportDraft } from '../../state/import-draft';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { useWorkspaceActions } from '../../state/use-workspace-actions';
import { CoverageSection } from '../day-coverage/CoverageSection';
import { ImportHistory } from './ImportHistory';
import { ImportPreview } from './ImportPreview';
import { ItemRulesPanel } from './item-rules/ItemRulesPanel';
import { SavedProfiles } from './mapping/SavedProfiles';
import { Outcomes } from './Outcomes';
import { Quarantine } from './Quarantine';
import { Restatements } from './Restatements';
import './Imports.css';

/** What was brought in, what was not and why; and what is about to be. */
export function ImportsScreen() {
  const { t, error } = useWords();
  const { paths } = useImportDraft();
  const { month } = useMonth();
  const actions = useWorkspaceActions();
  const any = useEngineQuery('imports.list', { offset: 0, limit: 1 });
  const count = any.data?.total ?? 0;
  const { place } = useNavigation();
  const [opened, setOpened] = useState(place.importId ?? null);
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[] | null>(null);
  return (
    <>
      <div className="screen-title imports-title">
        <h1>{t('screens/imports')}</h1>
        <span className="imports-add">
          <Button onClick={actions.chooseFiles} data-testid="choose-files">
            {t('imports/add')}
          </Button>
          <Button onClick={actions.chooseFolder}>{t('firstRun/chooseFolder')}</Button>
        </span>
      </div>
      {paths.length > 0 && <ImportPreview paths={paths} onOutcomes={setOutcomes} />}
      {paths.length === 0 && outcomes && (
        <Outcomes outcomes={outcomes} onDetails={setOpened} onDone={() => setOutcomes(null)} />
      )}
      {any.isPending && <Loading label={t('loading')} />}
      {any.isError && <Notice tone="error">{error(errorOf(any.error))}</Notice>}
      {any.isSuccess && count === 0 && paths.length === 0 && (
        <Empty
          title={t('imports/emptyTitle')}
          action={
            <Button type="primary" onClick={actions.chooseFiles}>
              {t('firstRun/chooseFiles')}
            </Button>
          }
        >
          {t('imports/empty')}
        </Empty>
      )}
      {count > 0 && <ImportHistory count={count} opened={opened} onOpen={setOpened} />}
      {count > 0 && opened === null && <Quarantine importId={null} />}
      <Afterwards>
        <Restatements />
        {month && paths.length === 0 && <CoverageSection period={month} />}
        {paths.length === 0 && (
          <>
            <SavedProfiles />
            <ItemRulesPanel />
          </>
        )}
      </Afterwards>
    </>
  );
}
