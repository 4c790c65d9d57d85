import type { Explanation } from '../../../shared/contract/audits';
import { useWords } from '../../i18n/use-words';
import './Citation.css';

/** Where the price was published, in the provider's own words. */
export function Citation({
  citation,
}: {
  readonly citation: NonNullable<Explanation['citation']>;
}) {
  const { t, term } = useWords();
  return (
    <p className="citation">
      <span className="muted">{t('explain/citation')}</span> {citation.document}, {citation.date}
      {': '}
      <q>{citation.printed}</q>{' '}
      <span className="muted">({term('evidence', citation.evidence)})</span>
    </p>
  );
}
