import { useCallback } from 'react';
import type { HistoryEntry, HistoryStep } from '../../shared/contract/history';
import { stepKey } from '../../shared/contract/step-key';
import { trailSentence } from '../../shared/contract/trail-sentence';
import { useWords, type Words } from '../i18n/use-words';

type NamedStep = Pick<HistoryStep, 'title' | 'params'>;

/** The name of a step of the history. */
export function stepText({ title, params }: NamedStep, { sentence }: Words): string {
  const { namespace, code } = stepKey(title);
  return sentence(namespace, code, params);
}

/** The same in the language of the moment. */
export function useStepText(): (step: NamedStep) => string {
  const words = useWords();
  return useCallback((step) => stepText(step, words), [words]);
}

/** The name of whatever stands in the history. */
export function useEntryText(): (entry: HistoryEntry) => string {
  const { sentence } = useWords();
  const stepText = useStepText();
  return useCallback(
    (entry) =>
      entry.kind === 'step'
        ? stepText(entry)
        : trailSentence({ kind: entry.about, details: entry.details }, (key, params) => {
            const [namespace = '', code = ''] = key.split(':');
            return sentence(namespace, code, params);
          }),
    [sentence, stepText],
  );
}
