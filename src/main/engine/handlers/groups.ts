import type { Handlers } from '../../../shared/contract/contract';
import { appNamesOf } from '../audit/account-of-stored-run';
import type { EngineContext } from '../engine-context';
import { comparisonGroups } from '../store/comparison-groups';
import { requireRun } from '../store/runs';

type GroupMethod = Extract<keyof Handlers, `groups.${string}`>;

export function groupHandlers({ session }: EngineContext): Pick<Handlers, GroupMethod> {
  return {
    'groups.comparisons': (question) => {
      const { readable } = session.require();
      return comparisonGroups(readable, question, appNamesOf(requireRun(readable, question.runId)));
    },
  };
}
