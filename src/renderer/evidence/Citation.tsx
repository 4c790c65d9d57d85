import type { Explanation } from '../../shared/contract/audits';
import { CitationText } from './CitationText';
import { useWords } from '../i18n/use-words';
import './Citation.css';

/** Where the price was published, in the provider's own words. */
export function Citation({
  citation,
}: {
  readonly citation: NonNullable<Explanation['citation']>;
}) {
  const { t } = useWords();
  return (
    <p className="citation">
      <span className="muted">{t('explain/citation')}</span> <CitationText citation={citation} />
    </p>
  );
}
