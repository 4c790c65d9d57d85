import type { Handlers } from '../../../shared/contract/contract';
import { addDays } from '../../../shared/period/day';
import type { EngineContext } from '../engine-context';
import { usageGrid } from '../grid/usage-grids';
import { usageRowsBehind } from '../store/evidence/usage';
import { meteredApps } from '../store/evidence/usage-cells';

type UsageMethod = Extract<keyof Handlers, `usage.${string}`>;

/** So many rows of files are shown behind one number. */
const RAW_ROWS = 50;

export function usageHandlers({ session }: EngineContext): Pick<Handlers, UsageMethod> {
  return {
    'usage.page': ({ period, filter, sort, ...page }) => {
      const workspace = session.require();
      return {
        ...usageGrid(workspace, period).page(filter, sort, page),
        apps: meteredApps(workspace.readable),
      };
    },
    'usage.series': ({ period, filter, by, series }) =>
      usageGrid(session.require(), period).series(filter, by, series),
    'usage.raw': ({ day, sdkAppId, item }) =>
      usageRowsBehind(
        session.require().readable,
        { period: { from: day, to: addDays(day, 1) }, sdkAppId, items: [item] },
        RAW_ROWS,
      ),
  };
}
