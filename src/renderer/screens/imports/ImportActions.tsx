import { Button } from 'antd';
import { useId } from 'react';
import { useWords } from '../../i18n/use-words';

/** Imports what can be imported, or says that nothing can. */
export function ImportActions({
  importable,
  reading,
  busy,
  onImport,
  onDiscard,
}: {
  /** How many of the files can be imported. */
  readonly importable: number;
  /** The files are still being looked at. */
  readonly reading: boolean;
  readonly busy: boolean;
  readonly onImport: () => void;
  readonly onDiscard: () => void;
}) {
  const { t } = useWords();
  const id = useId();
  const nothing = importable === 0 && !reading;
  return (
    <p className="readings-actions readings-commit">
      <Button
        type="primary"
        data-testid="import-commit"
        disabled={importable === 0}
        loading={busy}
        aria-describedby={nothing ? id : undefined}
        onClick={onImport}
      >
        {importable === 0 ? t('imports:commit/plain') : t('reading/commit', { count: importable })}
      </Button>
      <Button onClick={onDiscard} disabled={busy}>
        {t('reading/discard')}
      </Button>
      {nothing && (
        <span id={id} role="status">
          {t('imports:commit/nothing')}
        </span>
      )}
    </p>
  );
}
