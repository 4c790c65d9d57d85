import { userInfo } from 'node:os';
import type { Handlers } from '../../../shared/contract/contract';
import type { quarantineMethods } from '../../../shared/contract/quarantine';
import type { EngineContext } from '../engine-context';
import { correctRows } from '../import/changes/correct-rows';
import { reopenRows } from '../import/changes/reopen-rows';
import { dismissRow } from '../store/imports/corrections';
import { quarantinePage } from '../store/imports/quarantine';
import { recordStep } from '../store/history/record-step';

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
  const write = <T>(
    title: 'rows-corrected' | 'rows-dismissed' | 'rows-reopened',
    work: () => Promise<T> | T,
    countOf: (value: T) => number,
  ) =>
    writing.run(async () => {
      const value = await recordStep(session.require().writable, work, (done) => ({
        title,
        params: { count: countOf(done) },
      }));
      changed('imports', 'audits', 'workspace');
      return value;
    });
  return {
    'imports.quarantine': ({ importId, row, state, ...page }) =>
      quarantinePage(session.require().readable, importId, state, page, row),
    'imports.correctRows': ({ corrections }) =>
      write(
        'rows-corrected',
        () => correctRows(session.require(), corrections, act()),
        (outcomes) => outcomes.filter(({ accepted }) => accepted).length,
      ),
    'imports.dismissRows': ({ rows, reason }) =>
      write(
        'rows-dismissed',
        () => {
          const db = session.require().writable;
          const dismissed = rows.filter((place) => dismissRow(db, place, { reason, ...act() }));
          return { changed: dismissed.length };
        },
        (done) => done.changed,
      ),
    'imports.reopenRows': ({ rows }) =>
      write(
        'rows-reopened',
        async () => ({ changed: await reopenRows(session.require(), rows, NEVER) }),
        (done) => done.changed,
      ),
  };
}
