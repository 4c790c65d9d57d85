import { useMemo } from 'react';
import type { Coverage, CoverageCell } from '../../../shared/contract/coverage';
import { formatDay } from '../../format/day-text';
import { useWords, type Words } from '../../i18n/use-words';

/** What is said of a cell of the calendar. */
export interface CellSentence {
  /** Its day and what it means there, as parts of a sentence. */
  readonly partsOf: (cell: CoverageCell) => { readonly when: string; readonly what: string };
  /** The whole, as its label. */
  readonly labelOf: (cell: CoverageCell) => string;
}

/**
 * A calendar in view has a thousand cells, and to make a sentence costs more than to draw one. So it is made once for
 * each different cell (neighbours of the same kind come as one object), and the words around its parts once for all.
 */
export function useCellSentence(currency: Coverage['currency']): CellSentence {
  const words = useWords();
  return useMemo(() => {
    const whens = new Map<CoverageCell['day'], string>();
    const whenOf = (day: CoverageCell['day']) => {
      const when = whens.get(day) ?? formatDay(day, words.language);
      whens.set(day, when);
      return when;
    };
    const partsOf = (cell: CoverageCell) => ({
      when: whenOf(cell.day),
      what: meaningOf(cell, currency, words),
    });
    const frame = frameOf(words.t('coverage:day', { when: WHEN, what: WHAT }));
    const labels = new WeakMap<CoverageCell, string>();
    const labelOf = (cell: CoverageCell) => {
      const label = labels.get(cell) ?? frame(partsOf(cell));
      labels.set(cell, label);
      return label;
    };
    return { partsOf, labelOf };
  }, [words, currency]);
}

/** Stand in a sentence where its parts come; no word of any language has them. */
const WHEN = '\u0001';
const WHAT = '\u0002';

/** The sentence around two parts, whichever of them comes first. */
export function frameOf(sentence: string) {
  return ({ when, what }: { readonly when: string; readonly what: string }): string =>
    sentence.replace(/[\u0001\u0002]/g, (blank) => (blank === WHEN ? when : what));
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
