import type { FieldNeed, MappingDraft } from '../../../../shared/contract/mapping';
import { useWords } from '../../../i18n/use-words';
import type { Mapping } from './use-mapping';
import { walkList } from '../../../components/walk-list';

const NEEDS = ['required', 'one-of', 'useful'] as const;

/** What the file can say, the needed first, each with its column and why that was guessed. */
export function FieldList({
  draft,
  mapping,
  onPick,
}: {
  readonly draft: MappingDraft;
  readonly mapping: Mapping;
  readonly onPick: (field: string) => void;
}) {
  const { t } = useWords();
  const { picked } = mapping;
  const candidate = draft.candidates.find(({ readAs }) => readAs === draft.mapping.readAs);
  const fields = candidate?.fields ?? [];
  const first = fields[0]?.field;
  const isMet = ({ field, group }: FieldNeed) =>
    draft.fields.includes(field) ||
    (group !== null &&
      fields.some((one) => one.group === group && draft.fields.includes(one.field)));
  return (
    <div
      className="mapping-list"
      role="group"
      aria-label={t('mapping:fieldList')}
      data-testid="mapping-fields"
      onKeyDown={walkList}
    >
      {NEEDS.map((need) => {
        const own = fields.filter((field) => field.need === need);
        if (own.length === 0) return null;
        return (
          <section key={need}>
            <h4>{t(`mapping:needs/${need}`)}</h4>
            <ul>
              {own.map((one) => {
                const column = draft.fields.indexOf(one.field);
                const guess = candidate?.guesses.find(
                  (made) => made.field === one.field && made.column === column,
                );
                const open = need !== 'useful' && !isMet(one);
                return (
                  <li key={one.field}>
                    <button
                      type="button"
                      className={open ? 'mapping-pick mapping-open' : 'mapping-pick'}
                      data-pick={one.field}
                      data-testid="mapping-field"
                      tabIndex={one.field === first ? 0 : -1}
                      aria-pressed={picked?.end === 'field' && picked.field === one.field}
                      onClick={() => onPick(one.field)}
                    >
                      <span className="mapping-name">{t(`mapping:fields/${one.field}`)}</span>
                      <span className={column < 0 ? 'mapping-none' : 'mapping-to'}>
                        {column < 0 ? t('mapping:noColumn') : draft.header[column]}
                      </span>
                      {guess && (
                        <span className="mapping-cell">
                          {t(`mapping:guess/${guess.why}`, { by: guess.by })}
                        </span>
                      )}
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
