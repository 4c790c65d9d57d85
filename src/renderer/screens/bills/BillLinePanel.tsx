import type { Output } from '../../../shared/contract/contract';
import { useEngineQuery } from '../../client/engine-query';
import { IssueList } from '../../issues/IssueList';
import { Empty } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { BillLineFields } from '../../evidence/BillLineFields';
import { DetailPanel } from '../../evidence/DetailPanel';
import { RawTable } from '../../evidence/RawTable';
import { useWords } from '../../i18n/use-words';
import { LineMatch } from './LineMatch';

type Found = NonNullable<Output<'bills.line'>>;

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
  const { t, term } = useWords();
  const query = useEngineQuery(
    'bills.line',
    { runId, lineId },
    { stays: (earlier) => earlier.lineId === lineId },
  );
  const line = query.data?.line;
  return (
    <DetailPanel
      name={t('bills/line')}
      testId="bill-line"
      heading={line?.item ? term('items', line.item) : line?.componentName || t('bills/line')}
      lead={line && term('buckets', line.bucket)}
      query={query}
      onClose={onClose}
    >
      {(found) =>
        found === null ? (
          <Empty title={t('bills/gone')} />
        ) : (
          <>
            <Checks runId={runId} found={found} />
            {runId !== null && <LineMatch key={lineId} runId={runId} line={found.line} />}
            <BillLineFields lines={[found.line]} />
            <Section title={t('raw/bill')}>
              <RawTable rows={[found.raw]} none={t('raw/noBill')} />
            </Section>
          </>
        )
      }
    </DetailPanel>
  );
}

/** What the line's own numbers say against it; where nothing, whether they were looked at. */
function Checks({
  runId,
  found: { line, findings },
}: {
  readonly runId: number | null;
  readonly found: Found;
}) {
  const { t } = useWords();
  const unchecked = line.bucket === 'other-product' || line.bucket === 'precision';
  return (
    <Section title={t('bills/checks')}>
      {findings.length === 0 ? (
        <p className="muted bill-line-checks">
          {t(runId === null ? 'bills/unchecked' : unchecked ? 'bills/notChecked' : 'bills/agrees')}
        </p>
      ) : (
        <IssueList issues={findings} />
      )}
    </Section>
  );
}
