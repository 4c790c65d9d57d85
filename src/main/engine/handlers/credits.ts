import type { Handlers } from '../../../shared/contract/contract';
import {
  creditPage,
  promiseCredit,
  settleCredit,
  unsettleCredit,
  withdrawCredit,
} from '../decisions/credits';
import type { EngineContext } from '../engine-context';
import type { WritableDb } from '../store/workspace/connection';

type CreditMethod = Extract<keyof Handlers, `credits.${string}`>;

export function creditHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, CreditMethod> {
  const write = <T>(work: (db: WritableDb) => T) =>
    writing.run(() => {
      const result = work(session.require().writable);
      changed('decisions');
      return result;
    });
  return {
    'credits.list': (page) => creditPage(session.require().readable, page),
    'credits.promise': (promised) => write((db) => promiseCredit(db, promised)),
    'credits.withdraw': ({ key }) => write((db) => withdrawCredit(db, key)),
    'credits.settle': ({ key, lineKey }) => write((db) => settleCredit(db, key, lineKey)),
    'credits.unsettle': ({ key, lineKey }) => write((db) => unsettleCredit(db, key, lineKey)),
  };
}
