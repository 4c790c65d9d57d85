import { useWords } from '../i18n/use-words';

/** Where something was published and what is printed there, punctuated as the language does. */
export function CitationText({
  citation: { document, date, printed, evidence },
}: {
  readonly citation: {
    readonly document: string;
    readonly date: string;
    /** The provider's own words. */
    readonly printed: string;
    readonly evidence: string;
  };
}) {
  const { t, term } = useWords();
  return (
    <>
      {t('explain/published', { document, date })}
      <q>{printed}</q>
      <span className="muted">
        {t('explain/evidence', { evidence: term('evidence', evidence) })}
      </span>
    </>
  );
}
