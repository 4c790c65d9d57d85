import type { Handlers } from '../../../shared/contract/contract';
import {
  confirmMatch,
  forgetPin,
  matchOfLine,
  pinPage,
  placeLines,
  splitMatch,
} from '../decisions/matches';
import type { EngineContext } from '../engine-context';
import type { WritableDb } from '../store/workspace/connection';

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
    'matches.pins': (page) => pinPage(session.require().readable, page),
    'matches.line': (of) => matchOfLine(session.require().readable, of),
    'matches.confirm': (row) => write((db) => confirmMatch(db, row)),
    'matches.split': (lines) => write((db) => splitMatch(db, lines)),
    'matches.place': (lines) => write((db) => placeLines(db, lines, lines)),
    'matches.forget': ({ key }) => write((db) => forgetPin(db, key)),
  };
}
