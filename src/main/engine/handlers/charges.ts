import type { Handlers } from '../../../shared/contract/contract';
import { explainCharge } from '../audit/explain-charge';
import type { EngineContext } from '../engine-context';
import { requireRun } from '../store/runs/runs';

type ChargeMethod = Extract<keyof Handlers, `charges.${string}`>;

export function chargeHandlers({ session }: EngineContext): Pick<Handlers, ChargeMethod> {
  return {
    'charges.explain': ({ runId, ...use }) => {
      const { readable } = session.require();
      return explainCharge(readable, requireRun(readable, runId), use);
    },
  };
}
