import type { MappingDraft } from '../../../../shared/contract/mapping';
import { usePrivacy } from '../../../components/use-privacy';
import { veiledDigits } from '../../../format/privacy';
import { useWords } from '../../../i18n/use-words';
import type { Mapping } from './use-mapping';
import { walkList } from '../../../components/walk-list';

/** The columns of the file, each with a cell of it and the field that it is read as. */
export function ColumnList({
  draft,
  mapping,
  onPick,
}: {
  readonly draft: MappingDraft;
  readonly mapping: Mapping;
  readonly onPick: (column: number) => void;
}) {
  const { t } = useWords();
  const hidden = usePrivacy();
  const { picked } = mapping;
  return (
    <ol
      className="mapping-list"
      aria-label={t('mapping:columns')}
      data-testid="mapping-columns"
      onKeyDown={(event) => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') {
          walkList(event);
          return;
        }
        const at = Number((event.target as HTMLElement).dataset['pick']);
        if (Number.isInteger(at)) mapping.disconnect(at);
      }}
    >
      {draft.header.map((name, column) => {
        const field = draft.fields[column] ?? null;
        const cell = draft.rows.find(({ cells }) => cells[column]?.text)?.cells[column]?.text ?? '';
        const money = draft.money.includes(column);
        return (
          <li key={column}>
            <button
              type="button"
              className="mapping-pick"
              data-pick={column}
              data-testid="mapping-column"
              tabIndex={column === 0 ? 0 : -1}
              aria-pressed={picked?.end === 'column' && picked.column === column}
              onClick={() => onPick(column)}
            >
              <span className="mapping-name">{name || `#${column + 1}`}</span>
              <span className="mapping-cell">{hidden ? veiledDigits(cell) : cell}</span>
              <span
                className={
                  field !== null
                    ? 'mapping-to'
                    : money
                      ? 'mapping-to mapping-money'
                      : 'mapping-none'
                }
              >
                {field !== null
                  ? t(`mapping:fields/${field}`)
                  : money
                    ? `⚠ ${t('mapping:looksLikeMoney')}`
                    : t('mapping:notRead')}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
