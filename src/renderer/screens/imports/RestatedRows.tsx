import type { RestatedRowView, Restatement } from '../../../shared/contract/import-changes';
import { ask, errorOf } from '../../client/engine-query';
import { usePages } from '../../client/use-pages';
import { Difference } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { veiledDigits } from '../../format/privacy';
import { MoreRows } from '../../grids/MoreRows';
import { useWords } from '../../i18n/use-words';
import '../../evidence/RawTable.css';

const PAGE = 200;

/** The restated rows with their cells before and now. */
export function RestatedRows({ restatement }: { readonly restatement: Restatement }) {
  const { t, error } = useWords();
  const { id } = restatement;
  const { rows, total, readOn, query } = usePages(['imports.restatedRows', id], PAGE, (page) =>
    ask('imports.restatedRows', { restatementId: id, ...page }),
  );
  // Of usage the minutes before and now stand in the cells themselves.
  const inMoney = restatement.amount !== null;
  if (query.isPending) return <Loading label={t('loading')} />;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
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
        {rows.map((row, index) => {
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
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-restated" />
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
