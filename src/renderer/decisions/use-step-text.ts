import { useCallback } from 'react';
import type { HistoryStep } from '../../shared/contract/decisions';
import { useWords } from '../i18n/use-words';

/** The name of a step of the history in the language of the moment. */
export function useStepText(): (step: Pick<HistoryStep, 'title' | 'params'>) => string {
  const { sentence } = useWords();
  return useCallback(
    ({ title, params }) => sentence('decisions', `steps/${title}`, params),
    [sentence],
  );
}
