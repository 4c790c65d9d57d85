import type { RestatedRowView, Restatement } from '../../../shared/contract/import-changes';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Difference } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { formatCount } from '../../format/decimal-text';
import { veiledDigits } from '../../format/privacy';
import { useWords } from '../../i18n/use-words';
import '../../evidence/RawTable.css';

const SHOWN = 200;
/** The restated rows with their cells before and now. */
export function RestatedRows({ restatement }: { readonly restatement: Restatement }) {
  const { t, error } = useWords();
  const rows = useEngineQuery('imports.restatedRows', {
    restatementId: restatement.id,
    offset: 0,
    limit: SHOWN,
  });
  // Of usage the minutes before and now stand in the cells themselves.
  const inMoney = restatement.amount !== null;
  if (rows.isPending) return <Loading label={t('loading')} />;
  if (rows.isError) return <Notice tone="error">{error(errorOf(rows.error))}</Notice>;
  return (
    <div className="raw-cells" tabIndex={0}>
      <table className="ledger restated-rows" data-testid="restated-rows">
        <thead>
          <tr>
            <th scope="col">{t('imports:restated/where')}</th>
            <th scope="col">{t('imports:restated/change')}</th>
            <th scope="col">{t('imports:restated/column')}</th>
            <th scope="col">{t('imports:restated/older')}</th>
            <th scope="col">{t('imports:restated/newer')}</th>
            {inMoney && (
              <th scope="col" className="number">
                {t('imports:restated/moved')}
              </th>
            )}
          </tr>
        </thead>
        {rows.data.rows.map((row, index) => {
          const side = row.newer ?? row.older;
          // A row that came or went is told whole, on one line; of a changed one only what differs.
          if (row.change !== 'changed') {
            return (
              <tbody key={index}>
                <WholeRow row={row} inMoney={inMoney} />
              </tbody>
            );
          }
          const { cells } = row;
          return (
            <tbody key={index}>
              {cells.map((cell, at) => (
                <tr key={cell.column}>
                  {at === 0 && (
                    <>
                      <td rowSpan={cells.length}>
                        {side &&
                          t('origin/line', {
                            file: side.origin.file,
                            line: side.origin.line ?? '',
                          })}
                      </td>
                      <td rowSpan={cells.length}>{t(`imports:restated/changes/${row.change}`)}</td>
                    </>
                  )}
                  <td>{cell.column}</td>
                  <td className="restated-older">{veiledDigits(cell.older) || '—'}</td>
                  <td className="restated-newer">{veiledDigits(cell.newer) || '—'}</td>
                  {inMoney && at === 0 && (
                    <td className="number" rowSpan={cells.length}>
                      {row.amount !== null && <Difference value={row.amount} />}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
      {rows.data.total > SHOWN && (
        <p className="muted">
          {t('raw/some', { shown: formatCount(SHOWN), all: formatCount(rows.data.total) })}
        </p>
      )}
    </div>
  );
}

function WholeRow({ row, inMoney }: { readonly row: RestatedRowView; readonly inMoney: boolean }) {
  const { t } = useWords();
  const side = row.newer ?? row.older;
  const text = row.cells
    .map(({ older, newer }) => veiledDigits(row.change === 'gone' ? older : newer))
    .join(' · ');
  return (
    <tr>
      <td>{side && t('origin/line', { file: side.origin.file, line: side.origin.line ?? '' })}</td>
      <td>{t(`imports:restated/changes/${row.change}`)}</td>
      <td colSpan={3} className="muted restated-whole">
        {text}
      </td>
      {inMoney && (
        <td className="number">{row.amount !== null && <Difference value={row.amount} />}</td>
      )}
    </tr>
  );
}
