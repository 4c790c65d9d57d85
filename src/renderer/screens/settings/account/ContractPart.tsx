import { useEngineQuery } from '../../../client/engine-query';
import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { NEW_TERM, type TermDraft } from './draft';
import { FormPart } from './FormPart';
import { replaced, type PartProps } from './part-props';
import { AddRow, RemoveRow } from './row-buttons';
import { TextField } from './TextField';
import { useRowFocus } from './use-row-focus';

const KINDS = ['discount', 'price'] as const;
const COLUMNS = ['item', 'kind', 'value', 'from', 'to', 'reference'] as const;

/** Agreed prices: for one item, from a day, a factor on the list price or a price of its own. */
export function ContractPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { list, focusLast, focusAdd } = useRowFocus();
  const { contract } = draft;
  return (
    <FormPart
      title={t('account-form:parts/contract')}
      lead={t('account-form:lead/contract')}
      changed={changed}
    >
      <div ref={list}>
        {contract.length > 0 && (
          <table className="ledger account-rows">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`account-form:contract/${column}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {contract.map((term, index) => (
                <TermRow
                  key={term.key}
                  term={term}
                  index={index}
                  site={draft.site}
                  onChange={(change) =>
                    onChange({ contract: replaced(contract, term.key, change) })
                  }
                  onRemove={() => {
                    onChange({ contract: contract.filter(({ key }) => key !== term.key) });
                    focusAdd();
                  }}
                />
              ))}
            </tbody>
          </table>
        )}
        <AddRow
          label={t('account-form:add/contract')}
          testId="add-term"
          onAdd={() => {
            onChange({ contract: [...contract, { key: crypto.randomUUID(), ...NEW_TERM }] });
            focusLast();
          }}
        />
      </div>
    </FormPart>
  );
}

function TermRow({
  term,
  index,
  site,
  onChange,
  onRemove,
}: {
  readonly term: TermDraft;
  readonly index: number;
  readonly site: 'cn' | 'intl';
  readonly onChange: (change: Partial<TermDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { t, term: named } = useWords();
  const prices = useEngineQuery('prices.table', { site });
  const items = [...new Set([term.item, ...(prices.data?.prices.map(({ item }) => item) ?? [])])];
  const labelOf = (column: string) => `${t(`account-form:contract/${column}`)} ${index + 1}`;
  const field = (column: 'value' | 'from' | 'to' | 'reference', hint: string) => (
    <td>
      <TextField
        bare
        path={`contract[${index}].${column}`}
        label={labelOf(column)}
        day={column === 'from' || column === 'to'}
        hint={t(`account-form:hints/${hint}`)}
        value={term[column]}
        onChange={(value) => onChange({ [column]: value })}
      />
    </td>
  );
  return (
    <tr data-row="">
      <td>
        <ChoiceField
          bare
          label={labelOf('item')}
          value={term.item}
          options={items.map((value) => ({ value, label: named('items', value) }))}
          onChange={(item) => onChange({ item })}
        />
      </td>
      <td>
        <ChoiceField
          bare
          label={labelOf('kind')}
          value={term.kind}
          options={KINDS.map((value) => ({ value, label: t(`account-form:termKinds/${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </td>
      {field('value', term.kind)}
      {field('from', 'day')}
      {field('to', 'open')}
      {field('reference', 'reference')}
      <td>
        <RemoveRow what={`${named('items', term.item)} ${term.from}`.trim()} onRemove={onRemove} />
      </td>
    </tr>
  );
}
