import { Button } from 'antd';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Amount, Difference } from '../../components/Amount';
import { Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { StatusMark } from '../../components/StatusMark';
import { DecisionPanel } from '../../decisions/DecisionPanel';
import { formatStretch } from '../../format/day-text';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { BillLineFields } from './BillLineFields';
import { CauseShares } from './CauseShares';
import { Drawdowns } from './Drawdowns';
import { RawRows } from './RawRows';
import { TraceColumns } from './TraceColumns';

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
  const { t, term, error } = useWords();
  const query = useEngineQuery('audits.explain', { runId, comparisonId });
  const explanation = query.data;
  return (
    <aside
      className="explanation"
      aria-label={t('explain/title')}
      data-testid="explanation"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="explanation-head">
        {explanation ? (
          <div>
            <h2>
              {explanation.comparison.item
                ? term('items', explanation.comparison.item)
                : t('item/none')}
            </h2>
            <p className="muted">
              {formatStretch(explanation.comparison.periodStart, explanation.comparison.periodEnd)}
              {' · '}
              {[
                explanation.comparison.appName,
                explanation.comparison.sdkAppId && formatId(explanation.comparison.sdkAppId),
              ]
                .filter((text) => text !== null)
                .join(' ')}
            </p>
          </div>
        ) : (
          <h2>{t('explain/title')}</h2>
        )}
        <Button type="text" onClick={onClose}>
          {t('explain/close')}
        </Button>
      </header>
      {query.isPending && <Loading label={t('loading')} lines={9} />}
      {query.isError && (
        <Notice
          tone="error"
          action={{ label: t('explain/retry'), run: () => void query.refetch() }}
        >
          {error(errorOf(query.error))}
        </Notice>
      )}
      {explanation && (
        <>
          <dl className="explanation-totals">
            <div>
              <dt>{t('columns/status')}</dt>
              <dd>
                <StatusMark
                  status={explanation.comparison.status}
                  label={term('statuses', explanation.comparison.status)}
                />
              </dd>
            </div>
            <div>
              <dt>{term('headline', 'expected')}</dt>
              <dd>
                <Amount value={explanation.comparison.expectedAmount} />
              </dd>
            </div>
            <div>
              <dt>{term('headline', 'billed')}</dt>
              <dd>
                <Amount value={explanation.comparison.billedAmount} />
              </dd>
            </div>
            <div>
              <dt>{term('headline', 'difference')}</dt>
              <dd>
                <Difference value={explanation.comparison.difference} />
              </dd>
            </div>
          </dl>
          <DecisionPanel runId={runId} row={explanation.comparison} lines={explanation.billLines} />
          <CauseShares comparison={explanation.comparison} />
          <TraceColumns explanation={explanation} />
          <Drawdowns rows={explanation.drawdowns} />
          <BillLineFields lines={explanation.billLines} />
          <RawRows explanation={explanation} />
        </>
      )}
    </aside>
  );
}
