import { Button } from 'antd';
import type { Run } from '../../../shared/contract/audits';
import { useEngineQuery } from '../../client/engine-query';
import { formatPeriod } from '../../format/day-text';
import { useWords } from '../../i18n/use-words';
import { useWorkspaceActions } from '../../state/use-workspace-actions';

/** A month of which only one side is here: what its figures mean until the other one comes. */
export function OneSided({ period }: { readonly period: NonNullable<Run['period']> }) {
  const { t, language } = useWords();
  const { chooseFiles } = useWorkspaceActions();
  const months = useEngineQuery('audits.months', {});
  const month = months.data?.find((one) => one.period.from === period.from);
  if (!month || (month.usageRows > 0 && month.billLines > 0)) return null;
  const lacks = month.billLines === 0 ? 'bill' : 'usage';
  return (
    <section className="assumed" aria-labelledby="one-sided" data-testid="one-sided">
      <h2 id="one-sided">
        {t(`one-sided:${lacks}/title`, { month: formatPeriod(period, language) })}
      </h2>
      <p>{t(`one-sided:${lacks}/means`)}</p>
      <p className="assumed-actions">
        <Button onClick={chooseFiles}>{t('imports/add')}</Button>
      </p>
    </section>
  );
}
