import type { Input, Output } from '../../shared/contract/contract';
import type { ActResult, RowChoice } from '../../shared/contract/decisions';
import type { Verdict } from './verdict';
import { ask, errorOf } from '../client/engine-query';
import { useNotices } from '../state/notices';
import { useHistoryMoves } from '../history/use-history-moves';
import { stepText } from '../history/use-step-text';

/** What a person can do about rows, each as one step that is named and can be undone from its own notice. */
export function useDecisionActs(runId: number) {
  const { show, clear } = useNotices();
  const { move } = useHistoryMoves();

  const failed = (thrown: unknown) =>
    show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
  /** Says what was done, by its name in the history, with the way back. */
  const told = async (work: () => Promise<ActResult>): Promise<boolean> => {
    try {
      const { step } = await work();
      if (step === null) return false;
      const { undo: last } = await ask('history.list', { offset: 0, limit: 1 });
      if (last?.id === step)
        show({
          tone: 'success',
          text: (words) => stepText(last, words),
          action: {
            label: ({ t }) => t('history:undo'),
            run: () => {
              clear();
              void move('undo');
            },
          },
        });
      return true;
    } catch (thrown) {
      failed(thrown);
      return false;
    }
  };
  const about = (rows: RowChoice) => ({ runId, rows });
  return {
    told,
    decide: (
      rows: RowChoice,
      verdict: Verdict,
      more: Pick<Input<'decisions.set'>, 'note' | 'dueOn'> = {},
    ) => told(() => ask('decisions.set', { ...about(rows), verdict, ...more })),
    confirm: (rows: RowChoice) => told(() => ask('decisions.confirm', about(rows))),
    clear: (rows: RowChoice) => told(() => ask('decisions.clear', about(rows))),
    takeOver: (rows: RowChoice) => told(() => ask('decisions.takeProposals', about(rows))),
  };
}

export type DecisionActs = ReturnType<typeof useDecisionActs>;
export type JudgedRow = Output<'audits.comparisons'>['rows'][number];
