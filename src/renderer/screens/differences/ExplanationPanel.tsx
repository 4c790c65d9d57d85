import type { Explanation } from '../../../shared/contract/audits';
import { useEngineQuery } from '../../client/engine-query';
import { Amount, Difference } from '../../components/Amount';
import { StatusMark } from '../../components/StatusMark';
import { DecisionPanel } from '../../decisions/DecisionPanel';
import { BillLineFields } from '../../evidence/BillLineFields';
import { DetailPanel } from '../../evidence/DetailPanel';
import { formatStretch } from '../../format/day-text';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { CauseShares } from './CauseShares';
import { Drawdowns } from './Drawdowns';
import { RawRows } from './RawRows';
import { TraceColumns } from './TraceColumns';

type Compared = Explanation['comparison'];

/** Why one row differs: causes with their money, the arithmetic of both sides, and the rows of the user's own files. */
export function ExplanationPanel({
  runId,
  comparisonId,
  onClose,
}: {
  readonly runId: number;
  readonly comparisonId: string;
  readonly onClose: () => void;
}) {
  const { t, term } = useWords();
  const query = useEngineQuery('audits.explain', { runId, comparisonId });
  const compared = query.data?.comparison;
  const item = compared?.item ? term('items', compared.item) : t('item/none');
  return (
    <DetailPanel
      name={t('explain/title')}
      testId="explanation"
      heading={compared ? item : t('explain/title')}
      lead={compared && whenAndWhose(compared)}
      query={query}
      onClose={onClose}
    >
      {(explanation) => (
        <>
          <Totals compared={explanation.comparison} />
          <CauseShares comparison={explanation.comparison} />
          <DecisionPanel runId={runId} row={explanation.comparison} lines={explanation.billLines} />
          <TraceColumns explanation={explanation} />
          <Drawdowns rows={explanation.drawdowns} />
          <BillLineFields lines={explanation.billLines} />
          <RawRows explanation={explanation} />
        </>
      )}
    </DetailPanel>
  );
}

function whenAndWhose({ periodStart, periodEnd, appName, sdkAppId }: Compared): string {
  const whose = [appName, sdkAppId && formatId(sdkAppId)].filter(Boolean).join(' ');
  return [formatStretch(periodStart, periodEnd), whose].filter(Boolean).join(' · ');
}

function Totals({ compared }: { readonly compared: Compared }) {
  const { t, term } = useWords();
  return (
    <dl className="explanation-totals">
      <div>
        <dt>{t('columns/status')}</dt>
        <dd>
          <StatusMark status={compared.status} label={term('statuses', compared.status)} />
        </dd>
      </div>
      {(['expected', 'billed'] as const).map((side) => (
        <div key={side}>
          <dt>{term('headline', side)}</dt>
          <dd>
            <Amount value={compared[`${side}Amount`]} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{term('headline', 'difference')}</dt>
        <dd>
          <Difference value={compared.difference} />
        </dd>
      </div>
    </dl>
  );
}
