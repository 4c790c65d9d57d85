import { Checkbox } from 'antd';
import { useState } from 'react';
import type { DrawComparisonRow } from '../../../shared/contract/packages';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { StatusMark } from '../../components/StatusMark';
import { formatCount, formatId, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** So many places are listed at once; with "differences only" they are nearly always fewer. */
const SHOWN = 500;

type Mark = Parameters<typeof StatusMark>[0]['status'];

/** The provider took more: over; less: under; the shapes are those of the differences. */
function markOf({ status, difference }: DrawComparisonRow): Mark {
  if (status === 'same') return 'matched';
  if (status === 'not-stated') return 'unsettled';
  if (status === 'not-taken') return 'not-billed';
  if (status === 'not-expected') return 'not-expected';
  return difference.startsWith('-') ? 'under-billed' : 'over-billed';
}

/** What the provider says it took from a package beside the draw-down, by day, application and tier. */
export function DeductionLedger({
  runId,
  source,
}: {
  readonly runId: number;
  readonly source: string;
}) {
  const { t, error } = useWords();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const query = useEngineQuery('packages.deductions', {
    runId,
    source,
    onlyDifferences,
    offset: 0,
    limit: SHOWN,
  });
  const found = query.data;
  if (query.isPending) return <Loading label={t('loading')} lines={4} />;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  if (!found || (found.total === 0 && !onlyDifferences)) return null;
  const { differing, total, rows } = found;
  return (
    <Section
      title={t('deductions:title')}
      aside={
        <span className="day-steps">
          {onlyDifferences || differing > 0
            ? t('deductions:aside', {
                differing: formatCount(differing),
                total: formatCount(total),
              })
            : t('deductions:allAgree', { total: formatCount(total) })}
          <Checkbox
            checked={onlyDifferences}
            onChange={({ target }) => setOnlyDifferences(target.checked)}
          >
            {t('deductions:onlyDifferences')}
          </Checkbox>
        </span>
      }
    >
      <div className="deductions">
        <DeductionTable rows={rows} />
      </div>
      {total > rows.length && (
        <p className="muted">{t('deductions:more', { shown: formatCount(rows.length) })}</p>
      )}
    </Section>
  );
}

function DeductionTable({ rows }: { readonly rows: readonly DrawComparisonRow[] }) {
  const { t, term } = useWords();
  const column = (key: string) => t(`deductions:columns/${key}`);
  const number = (value: string | number | null) => (value === null ? '—' : formatQuantity(value));
  const side = ['minutes', 'ratio', 'deducted', 'left'];
  return (
    <table className="ledger" data-testid="deduction-ledger">
      <thead>
        <tr>
          {['status', 'day', 'application', 'item'].map((key) => (
            <th key={key} scope="col" rowSpan={2}>
              {column(key)}
            </th>
          ))}
          <th scope="colgroup" colSpan={side.length} className="number side">
            {t('deductions:stated')}
          </th>
          <th scope="colgroup" colSpan={side.length} className="number side">
            {t('deductions:drawn')}
          </th>
          <th scope="col" rowSpan={2} className="number">
            {t('deductions:difference')}
          </th>
        </tr>
        <tr>
          {[...side, ...side].map((key, index) => (
            <th key={index} scope="col" className={index % side.length ? 'number' : 'number side'}>
              {column(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.day}/${row.sdkAppId}/${row.item ?? ''}`}>
            <td>
              <StatusMark status={markOf(row)} label={term('drawStatuses', row.status)} />
            </td>
            <td>{row.day}</td>
            <td>{formatId(row.sdkAppId)}</td>
            <td>{row.item === null ? '—' : term('items', row.item)}</td>
            <td className="number side">{number(row.statedRaw)}</td>
            <td className="number">{number(row.statedRatio)}</td>
            <td className="number">{number(row.statedDeducted)}</td>
            <td className="number">{number(row.statedBalance)}</td>
            <td className="number side">{number(row.drawnRaw)}</td>
            <td className="number">{number(row.drawnRatio)}</td>
            <td className="number">{number(row.drawnDeducted)}</td>
            <td className="number">{number(row.drawnBalance)}</td>
            <td className="number">{number(row.difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
