import { Button } from 'antd';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { IssueList } from '../../components/IssueList';
import { Notice } from '../../components/Notice';
import { Empty, Loading } from '../../components/Placeholder';
import { RawTable } from '../differences/RawTable';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { BillLineFields } from '../differences/BillLineFields';
import { LineMatch } from './LineMatch';

/** One line: what its own numbers say against it, each field as it was read, and the row of the file. */
export function BillLinePanel({
  runId,
  lineId,
  onClose,
}: {
  readonly runId: number | null;
  readonly lineId: number;
  readonly onClose: () => void;
}) {
  const { t, term, sentence, error } = useWords();
  const query = useEngineQuery('bills.line', { runId, lineId });
  const found = query.data;
  return (
    <aside
      className="explanation"
      aria-label={t('bills/line')}
      data-testid="bill-line"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="explanation-head">
        <div>
          <h2>
            {found?.line.item
              ? term('items', found.line.item)
              : found?.line.componentName || t('bills/line')}
          </h2>
          {found && <p className="muted">{term('buckets', found.line.bucket)}</p>}
        </div>
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
      {found === null && <Empty title={t('bills/gone')} />}
      {found && (
        <>
          <Section title={t('bills/checks')}>
            {found.findings.length === 0 ? (
              <p className="muted bill-line-checks">
                {t(
                  runId === null
                    ? 'bills/unchecked'
                    : found.line.bucket === 'other-product' || found.line.bucket === 'precision'
                      ? 'bills/notChecked'
                      : 'bills/agrees',
                )}
              </p>
            ) : (
              <IssueList
                issues={found.findings.map(({ severity, code, params }) => ({
                  severity,
                  severityName: term('severities', severity),
                  text: sentence('issues', code, params),
                  place: null,
                }))}
              />
            )}
          </Section>
          {runId !== null && <LineMatch key={lineId} runId={runId} line={found.line} />}
          <BillLineFields lines={[found.line]} />
          <Section title={t('raw/bill')}>
            <RawTable rows={[found.raw]} none={t('raw/noBill')} />
          </Section>
        </>
      )}
    </aside>
  );
}
