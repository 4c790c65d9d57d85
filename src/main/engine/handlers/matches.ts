import type { Handlers } from '../../../shared/contract/contract';
import { confirmMatch, forgetPin, pinViews, placeLines, splitMatch } from '../decisions/matches';
import type { EngineContext } from '../engine-context';
import type { WritableDb } from '../store/connection';

type MatchMethod = Extract<keyof Handlers, `matches.${string}`>;

export function matchHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, MatchMethod> {
  /** Pins change what an audit computes: the runs are to be made again. */
  const write = <T>(work: (db: WritableDb) => T) =>
    writing.run(() => {
      const result = work(session.require().writable);
      changed('decisions', 'audits');
      return result;
    });
  return {
    'matches.pins': () => pinViews(session.require().readable),
    'matches.confirm': (row) => write((db) => confirmMatch(db, row)),
    'matches.split': (row) => write((db) => splitMatch(db, row)),
    'matches.place': ({ sdkAppId, item, period, ...row }) =>
      write((db) => placeLines(db, row, { sdkAppId, item, period })),
    'matches.forget': ({ key }) => write((db) => forgetPin(db, key)),
  };
}
