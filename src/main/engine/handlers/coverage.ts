import type { Handlers } from '../../../shared/contract/contract';
import type { coverageMethods } from '../../../shared/contract/coverage';
import { coverageOfPeriod } from '../audit/coverage-of-period';
import type { EngineContext } from '../engine-context';
import { billingNow } from '../estimate/billing-today';

export function coverageHandlers({
  session,
}: EngineContext): Pick<Handlers, keyof typeof coverageMethods> {
  return {
    'imports.coverage': ({ period }) =>
      coverageOfPeriod(session.require().readable, period, billingNow(Date.now())),
  };
}
