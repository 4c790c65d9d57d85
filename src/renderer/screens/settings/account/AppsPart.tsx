import { useWords } from '../../../i18n/use-words';
import { NEW_APP } from './draft';
import { FormPart } from './FormPart';
import { replaced, type PartProps } from './part-props';
import { AddRow, RemoveRow } from './row-buttons';
import { TextField } from './TextField';
import { useRowFocus } from './use-row-focus';

const COLUMNS = ['sdkAppId', 'name', 'createdOn'] as const;

/** The account's applications; those in files that are not named here take part all the same. */
export function AppsPart({ draft, onChange, changed }: PartProps) {
  const { t } = useWords();
  const { list, focusLast, focusAdd } = useRowFocus();
  const { apps } = draft;
  return (
    <FormPart
      title={t('account-form:parts/apps')}
      lead={t('account-form:lead/apps')}
      changed={changed}
    >
      <div ref={list}>
        {apps.length > 0 && (
          <table className="ledger account-rows">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`account-form:apps/${column}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {apps.map((app, index) => (
                <tr key={app.key} data-row="">
                  {COLUMNS.map((column) => (
                    <td key={column}>
                      <TextField
                        bare
                        day={column === 'createdOn'}
                        path={`apps[${index}].${column}`}
                        label={`${t(`account-form:apps/${column}`)} ${index + 1}`}
                        value={app[column]}
                        onChange={(value) =>
                          onChange({ apps: replaced(apps, app.key, { [column]: value }) })
                        }
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
              ))}
            </tbody>
          </table>
        )}
        <AddRow
          label={t('account-form:add/apps')}
          testId="add-app"
          onAdd={() => {
            onChange({ apps: [...apps, { key: crypto.randomUUID(), ...NEW_APP }] });
            focusLast();
          }}
        />
      </div>
    </FormPart>
  );
}
