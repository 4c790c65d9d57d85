import { useCallback } from 'react';
import type { HistoryStep } from '../../shared/contract/decisions';
import { useWords, type Words } from '../i18n/use-words';

type NamedStep = Pick<HistoryStep, 'title' | 'params'>;

/** The name of a step of the history. */
export function stepText({ title, params }: NamedStep, { sentence }: Words): string {
  return sentence('decisions', `steps/${title}`, params);
}

/** The same in the language of the moment. */
export function useStepText(): (step: NamedStep) => string {
  const words = useWords();
  return useCallback((step) => stepText(step, words), [words]);
}
