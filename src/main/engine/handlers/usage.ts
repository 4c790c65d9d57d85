import type { Handlers } from '../../../shared/contract/contract';
import { addDays } from '../../../shared/period/day';
import type { EngineContext } from '../engine-context';
import { usageRowsBehind } from '../store/usage';
import { usageByDay, usagePage } from '../store/usage-pages';

type UsageMethod = Extract<keyof Handlers, `usage.${string}`>;

/** So many rows of files are shown behind one number. */
const RAW_ROWS = 50;

export function usageHandlers({ session }: EngineContext): Pick<Handlers, UsageMethod> {
  return {
    'usage.page': (question) => usagePage(session.require().readable, question),
    'usage.series': (question) => usageByDay(session.require().readable, question),
    'usage.raw': ({ day, sdkAppId, item }) =>
      usageRowsBehind(
        session.require().readable,
        { period: { from: day, to: addDays(day, 1) }, sdkAppId, items: [item] },
        RAW_ROWS,
      ),
  };
}
