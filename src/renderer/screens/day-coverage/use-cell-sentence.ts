import type { Coverage, CoverageCell } from '../../../shared/contract/coverage';
import { useWords } from '../../i18n/use-words';

/** What one day of the calendar means, as part of a sentence. */
export function useCellSentence(currency: Coverage['currency']): (cell: CoverageCell) => string {
  const { t, sentence } = useWords();
  return (cell) => {
    switch (cell.status) {
      case 'missing':
        if (cell.atRisk === null) return t('coverage:missingUnknown');
        return cell.minutesAtRisk === null
          ? sentence('coverage', 'missing', { riskAmount: cell.atRisk, currency })
          : sentence('coverage', 'missingMinutes', {
              riskAmount: cell.atRisk,
              riskMinutes: cell.minutesAtRisk,
              currency,
            });
      case 'double':
        return cell.sources.length > 1
          ? t('coverage:doubleSources', {
              sources: cell.sources
                .map((source) => t(`coverage:sources/${source}`))
                .join(t('list')),
            })
          : t('coverage:double', { files: cell.files.join(t('list')) });
      case 'not-final':
        return t('coverage:notFinal');
      case 'present':
        return t('coverage:present', { files: cell.files.join(t('list')) });
      case 'none':
        return t('coverage:none');
    }
  };
}
