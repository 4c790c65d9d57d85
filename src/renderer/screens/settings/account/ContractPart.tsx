import { memo, useCallback, useMemo } from 'react';
import { useEngineQuery } from '../../../client/engine-query';
import { useWords } from '../../../i18n/use-words';
import { ChoiceField } from './ChoiceField';
import { NEW_TERM, type TermDraft } from './draft';
import { FormPart } from './FormPart';
import { replaced, type PartProps } from './part-props';
import { AddRow, RemoveRow } from './row-buttons';
import type { PlacedRow } from './rows-in-form';
import { RowsTable } from './RowsTable';
import { TextField } from './TextField';
import { useRowFocus } from './use-row-focus';
import { useRowsInForm } from './use-rows-in-form';

const KINDS = ['discount', 'price'] as const;
/** So many are in the form at once: each has six fields. */
const PAGE = 20;
const COLUMNS = ['item', 'kind', 'value', 'from', 'to', 'reference'] as const;

/** Agreed prices: for one item, from a day, a factor on the list price or a price of its own. */
export function ContractPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { list, focusLast, focusAdd } = useRowFocus();
  const { contract } = draft;
  const rows = useRowsInForm(contract, 'contract', PAGE);
  const prices = useEngineQuery('prices.table', { site: draft.site });
  const items = useMemo(
    () => [...new Set(prices.data?.prices.map(({ item }) => item))],
    [prices.data],
  );
  const edit = useCallback(
    (of: string, change: Partial<TermDraft>) =>
      onChange((last) => ({ contract: replaced(last.contract, of, change) })),
    [onChange],
  );
  const remove = useCallback(
    (of: string) => {
      onChange((last) => ({ contract: last.contract.filter(({ key }) => key !== of) }));
      focusAdd();
    },
    [onChange, focusAdd],
  );
  const line = ({ row: term, index }: PlacedRow<TermDraft>) => (
    <TermRow
      key={term.key}
      term={term}
      index={index}
      items={items}
      onChange={edit}
      onRemove={remove}
    />
  );
  return (
    <FormPart
      title={t('account-form:parts/contract')}
      lead={t('account-form:lead/contract')}
      changed={changed}
    >
      <div ref={list}>
        {contract.length > 0 && (
          <RowsTable
            titles={COLUMNS.map((column) => t(`account-form:contract/${column}`))}
            rows={rows}
            line={line}
            moreTestId="more-terms"
          />
        )}
        <AddRow
          label={t('account-form:add/contract')}
          testId="add-term"
          onAdd={() => {
            const key = crypto.randomUUID();
            onChange((last) => ({ contract: [...last.contract, { key, ...NEW_TERM }] }));
            rows.keep(key);
            focusLast();
          }}
        />
      </div>
    </FormPart>
  );
}

const TermRow = memo(function TermRow({
  term,
  index,
  items,
  onChange,
  onRemove,
}: {
  readonly term: TermDraft;
  readonly index: number;
  /** Those that have a price on the account's site. */
  readonly items: readonly string[];
  readonly onChange: (key: string, change: Partial<TermDraft>) => void;
  readonly onRemove: (key: string) => void;
}) {
  const { t, term: named } = useWords();
  const choices = items.includes(term.item) ? items : [term.item, ...items];
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
        onChange={(value) => onChange(term.key, { [column]: value })}
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
          options={choices.map((value) => ({ value, label: named('items', value) }))}
          onChange={(item) => onChange(term.key, { item })}
        />
      </td>
      <td>
        <ChoiceField
          bare
          label={labelOf('kind')}
          value={term.kind}
          options={KINDS.map((value) => ({ value, label: t(`account-form:termKinds/${value}`) }))}
          onChange={(kind) => onChange(term.key, { kind })}
        />
      </td>
      {field('value', term.kind)}
      {field('from', 'day')}
      {field('to', 'open')}
      {field('reference', 'reference')}
      <td>
        <RemoveRow
          what={`${named('items', term.item)} ${term.from}`.trim()}
          onRemove={() => onRemove(term.key)}
        />
      </td>
    </tr>
  );
});
