import { userInfo } from 'node:os';
import type { Handlers } from '../../../shared/contract/contract';
import type { quarantineMethods } from '../../../shared/contract/quarantine';
import type { EngineContext } from '../engine-context';
import { correctRows } from '../import/correct-rows';
import { reopenRows } from '../import/reopen-rows';
import { dismissRow } from '../store/corrections';
import { quarantinePage } from '../store/quarantine';

/** A correction is over in a moment: it is not offered for cancelling. */
const NEVER = new AbortController().signal;

/** Who works at this computer. Some systems have a user without a name. */
function person(): string {
  try {
    return userInfo().username;
  } catch {
    return '–';
  }
}

/** Rows that could not be read: shown, corrected, dismissed, opened again. */
export function quarantineHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, keyof typeof quarantineMethods> {
  const act = () => ({ by: person(), at: new Date().toISOString(), signal: NEVER });
  const write = <T>(work: () => Promise<T> | T) =>
    writing.run(async () => {
      const value = await work();
      changed('imports', 'audits', 'workspace');
      return value;
    });
  return {
    'imports.quarantine': ({ importId, state, ...page }) =>
      quarantinePage(session.require().readable, importId, state, page),
    'imports.correctRows': ({ corrections }) =>
      write(() => correctRows(session.require(), corrections, act())),
    'imports.dismissRows': ({ rows, reason }) =>
      write(() => {
        const db = session.require().writable;
        const dismissed = db.transaction(() =>
          rows.filter((place) => dismissRow(db, place, { reason, ...act() })),
        );
        return { changed: dismissed().length };
      }),
    'imports.reopenRows': ({ rows }) =>
      write(async () => ({ changed: await reopenRows(session.require(), rows, NEVER) })),
  };
}
