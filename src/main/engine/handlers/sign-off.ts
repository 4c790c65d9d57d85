import type { Handlers } from '../../../shared/contract/contract';
import type { SignOffAct } from '../../../shared/contract/sign-off';
import { compareMonths } from '../audit/compare-months';
import { monthTrend } from '../audit/month-trend';
import { sign, signOffState, type Signature } from '../decisions/sign-off';
import type { EngineContext } from '../engine-context';
import { meteredShares } from '../store/runs/month-shares';
import { requireRun } from '../store/runs/runs';
import { trailPage, verifyTrail } from '../store/history/trail';

type SignOffMethod = Extract<
  keyof Handlers,
  `signOff.${string}` | `trail.${string}` | `months.${string}`
>;

export function signOffHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, SignOffMethod> {
  const readable = () => session.require().readable;
  const signed = (act: SignOffAct['act'], signature: Signature) =>
    writing.run(() => {
      const state = sign(session.require().writable, act, signature);
      changed('decisions');
      return state;
    });
  return {
    'signOff.state': ({ period }) => signOffState(readable(), period),
    'signOff.prepare': (signature) => signed('prepared', signature),
    'signOff.review': (signature) => signed('reviewed', signature),
    'signOff.reopen': (signature) => signed('reopened', signature),
    'trail.list': (page) => trailPage(readable(), page),
    'trail.verify': ({ head }) => verifyTrail(readable(), head),
    'months.trend': ({ periods }) => monthTrend(readable(), periods),
    'months.use': ({ runIds }) =>
      runIds.flatMap((runId) =>
        meteredShares(readable(), requireRun(readable(), runId).id).map((share) => ({
          runId,
          ...share,
        })),
      ),
    'months.compare': ({ before, after, side }) =>
      compareMonths(readable(), { before, after }, side),
  };
}
