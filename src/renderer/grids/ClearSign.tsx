import { useWords } from '../i18n/use-words';

/** Empties a field; says so in the language of the window. */
export function ClearSign() {
  const { t } = useWords();
  return (
    <span role="img" aria-label={t('filter/clear')}>
      ✕
    </span>
  );
}
