import { Button } from 'antd';
import type { HeaderChange } from '../../../../shared/contract/mapping';
import { useWords } from '../../../i18n/use-words';

/** The header is nearly that of a saved profile: what is different, and the offer to keep both. */
export function HeaderChanged({
  change,
  disabled,
  onConfirm,
}: {
  readonly change: HeaderChange;
  readonly disabled: boolean;
  readonly onConfirm: () => void;
}) {
  const { t } = useWords();
  const list = (columns: readonly string[]) => columns.map((name) => `“${name}”`).join(t('list'));
  return (
    <div className="mapping-change" data-testid="mapping-change">
      <p>
        <strong>{t('mapping:change/title', { name: change.name, version: change.version })}</strong>
      </p>
      <ul>
        {change.renamed.map(({ from, to }) => (
          <li key={from}>{t('mapping:change/renamed', { from, to })}</li>
        ))}
        {change.added.length > 0 && (
          <li>
            <span aria-hidden="true">+ </span>
            {t('mapping:change/added', { columns: list(change.added) })}
          </li>
        )}
        {change.gone.length > 0 && (
          <li>
            <span aria-hidden="true">− </span>
            {t('mapping:change/gone', { columns: list(change.gone) })}
          </li>
        )}
      </ul>
      <p className="quarantine-actions">
        <Button
          size="small"
          type="primary"
          disabled={disabled}
          data-testid="mapping-new-version"
          onClick={onConfirm}
        >
          {t('mapping:change/confirm', { version: change.version + 1 })}
        </Button>
        <span className="muted">{t('mapping:change/kept')}</span>
      </p>
    </div>
  );
}
