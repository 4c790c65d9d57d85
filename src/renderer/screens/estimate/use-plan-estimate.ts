import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { PlanEstimate } from '../../../shared/contract/estimates';
import { ask } from '../../client/engine-query';
import {
  isAskable,
  questionOf,
  type PlanFigures,
  type PlanKind,
  type TierMix,
} from './plan-figures';

/** What the plan comes to; while it is worked out, what the one before came to. */
export function usePlanEstimate(kind: PlanKind, plan: PlanFigures, mix: TierMix) {
  const question = questionOf(plan, mix);
  const answer = (): Promise<PlanEstimate> =>
    kind === 'calls' ? ask('estimate.calls', question.calls) : ask('estimate.live', question.live);
  return useQuery({
    queryKey: [`estimate.${kind}`, question[kind]],
    queryFn: isAskable(kind, plan) ? answer : skipToken,
    placeholderData: keepPreviousData,
  });
}
