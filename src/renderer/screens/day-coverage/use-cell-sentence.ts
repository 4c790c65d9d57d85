import { useCallback } from 'react';
import type { Coverage, CoverageCell } from '../../../shared/contract/coverage';
import { formatDay } from '../../format/day-text';
import { useWords, type Words } from '../../i18n/use-words';

/** The day of a cell of the calendar and what it means there, as parts of a sentence. */
export function useCellSentence(
  currency: Coverage['currency'],
): (cell: CoverageCell) => { readonly when: string; readonly what: string } {
  const words = useWords();
  return useCallback(
    (cell) => ({
      when: formatDay(cell.day, words.language),
      what: meaningOf(cell, currency, words),
    }),
    [words, currency],
  );
}

function meaningOf(
  cell: CoverageCell,
  currency: Coverage['currency'],
  { t, sentence }: Words,
): string {
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
            sources: cell.sources.map((source) => t(`coverage:sources/${source}`)).join(t('list')),
          })
        : t('coverage:double', { files: cell.files.join(t('list')) });
    case 'not-final':
      return t('coverage:notFinal');
    case 'present':
      return t('coverage:present', { files: cell.files.join(t('list')) });
    case 'none':
      return t('coverage:none');
  }
}
