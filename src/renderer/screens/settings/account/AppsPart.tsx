import { useWords } from '../../../i18n/use-words';
import { NEW_APP, type AppDraft } from './draft';
import { FormPart } from './FormPart';
import { replaced, type PartProps } from './part-props';
import { AddRow, RemoveRow } from './row-buttons';
import type { PlacedRow } from './rows-in-form';
import { RowsTable } from './RowsTable';
import { TextField } from './TextField';
import { useRowFocus } from './use-row-focus';
import { useRowsInForm } from './use-rows-in-form';

/** So many are in the form at once. */
const PAGE = 50;
const COLUMNS = ['sdkAppId', 'name', 'createdOn'] as const;

/** The account's applications; those in files that are not named here take part all the same. */
export function AppsPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { list, focusLast, focusAdd } = useRowFocus();
  const { apps } = draft;
  const rows = useRowsInForm(apps, 'apps', PAGE);
  const line = ({ row: app, index }: PlacedRow<AppDraft>) => (
    <tr key={app.key} data-row="">
      {COLUMNS.map((column) => (
        <td key={column}>
          <TextField
            bare
            day={column === 'createdOn'}
            path={`apps[${index}].${column}`}
            label={`${t(`account-form:apps/${column}`)} ${index + 1}`}
            value={app[column]}
            onChange={(value) => onChange({ apps: replaced(apps, app.key, { [column]: value }) })}
          />
        </td>
      ))}
      <td>
        <RemoveRow
          what={app.sdkAppId || String(index + 1)}
          onRemove={() => {
            onChange({ apps: apps.filter(({ key }) => key !== app.key) });
            focusAdd();
          }}
        />
      </td>
    </tr>
  );
  return (
    <FormPart
      title={t('account-form:parts/apps')}
      lead={t('account-form:lead/apps')}
      changed={changed}
    >
      <div ref={list}>
        {apps.length > 0 && (
          <RowsTable
            titles={COLUMNS.map((column) => t(`account-form:apps/${column}`))}
            rows={rows}
            line={line}
            moreTestId="more-apps"
          />
        )}
        <AddRow
          label={t('account-form:add/apps')}
          testId="add-app"
          onAdd={() => {
            const key = crypto.randomUUID();
            onChange({ apps: [...apps, { key, ...NEW_APP }] });
            rows.keep(key);
            focusLast();
          }}
        />
      </div>
    </FormPart>
  );
}
