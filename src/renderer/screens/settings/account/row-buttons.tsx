import { Button } from 'antd';
import { useWords } from '../../../i18n/use-words';

export function AddRow({
  label,
  testId,
  onAdd,
}: {
  readonly label: string;
  readonly testId: string;
  readonly onAdd: () => void;
}) {
  return (
    <Button size="small" data-add="" data-testid={testId} onClick={onAdd}>
      {label}
    </Button>
  );
}

/** `what`: the row's own name, so that a screen reader hears which one goes. */
export function RemoveRow({
  what,
  onRemove,
}: {
  readonly what: string;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  return (
    <Button
      size="small"
      type="text"
      aria-label={t('account-form:removeOf', { what })}
      onClick={onRemove}
    >
      {t('account-form:remove')}
    </Button>
  );
}
