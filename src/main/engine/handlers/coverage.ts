import type { Handlers } from '../../../shared/contract/contract';
import type { coverageMethods } from '../../../shared/contract/coverage';
import { coveragePage } from '../audit/coverage-calendars';
import type { EngineContext } from '../engine-context';
import { billingNow } from '../estimate/billing-today';
import { turnsOf } from '../workspace-turn';

export function coverageHandlers({
  session,
}: EngineContext): Pick<Handlers, keyof typeof coverageMethods> {
  return {
    'coverage.page': (input) => {
      const workspace = session.require();
      const now = billingNow(Date.now());
      return coveragePage(workspace, input, now, turnsOf(session, workspace));
    },
  };
}
