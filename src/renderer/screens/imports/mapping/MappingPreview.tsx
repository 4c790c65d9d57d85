import type { MappingDraft } from '../../../../shared/contract/mapping';
import { usePrivacy } from '../../../components/use-privacy';
import { veiledDigits } from '../../../format/privacy';
import { useWords } from '../../../i18n/use-words';
import '../../../evidence/RawTable.css';

type Row = MappingDraft['rows'][number];

/** The first rows under this mapping: what becomes of each, and what each cell is read as. */
export function MappingPreview({ draft }: { readonly draft: MappingDraft }) {
  const { t, sentence } = useWords();
  const hidden = usePrivacy();
  const shown = (text: string) => (hidden ? veiledDigits(text) : text);
  if (draft.rows.length === 0) return <p className="muted">{t('mapping:noRows')}</p>;
  // What is read stands in front; the rest is there to look at.
  const order = draft.header
    .map((_, column) => column)
    .toSorted((a, b) => Number(draft.fields[a] == null) - Number(draft.fields[b] == null) || a - b);

  const cellOf = (row: Row, column: number) => {
    const cell = row.cells[column];
    const field = draft.fields[column] ?? null;
    if (!cell) return null;
    if (field === null)
      return (
        <td key={column} className="reading-unused">
          {shown(cell.text)}
        </td>
      );
    const name = t(`mapping:fields/${field}`);
    const said = cell.problem
      ? t('mapping:badCell', { text: shown(cell.text), field: name })
      : t('mapping:readAsCell', { text: shown(cell.text), value: shown(cell.read ?? '') });
    return (
      <td key={column} className={cell.problem ? 'mapping-bad' : undefined} title={said}>
        {cell.problem && <span aria-hidden="true">✕ </span>}
        {cell.problem ? shown(cell.text) : shown(cell.read ?? '') || '—'}
        {cell.problem && <span className="visually-hidden"> {said}</span>}
      </td>
    );
  };

  return (
    <div
      className="raw-cells mapping-preview"
      tabIndex={0}
      role="region"
      aria-label={t('mapping:preview')}
      data-testid="mapping-preview"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('mapping:becomes')}</th>
            {order.map((column) => {
              const field = draft.fields[column] ?? null;
              const money = draft.money.includes(column);
              return (
                <th
                  key={column}
                  scope="col"
                  className={field === null ? 'mapping-head-unused' : undefined}
                >
                  <span className={money ? 'mapping-head mapping-money' : 'mapping-head'}>
                    {field !== null
                      ? t(`mapping:fields/${field}`)
                      : money
                        ? `⚠ ${t('mapping:looksLikeMoney')}`
                        : t('mapping:notRead')}
                  </span>
                  {draft.header[column]}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {draft.rows.map((row, index) => (
            <tr key={index}>
              <th
                scope="row"
                className={`mapping-outcome mapping-outcome-${row.outcome}`}
                title={row.code === null ? undefined : sentence('issues', row.code, row.params)}
              >
                {t(`mapping:outcomes/${row.outcome}`)}
                {row.code !== null && (
                  <span className="visually-hidden">
                    {' '}
                    {sentence('issues', row.code, row.params)}
                  </span>
                )}
              </th>
              {order.map((column) => cellOf(row, column))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
