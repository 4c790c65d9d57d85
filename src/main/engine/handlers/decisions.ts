import type { Handlers } from '../../../shared/contract/contract';
import { contains } from '../../../shared/period/period';
import { appNamesOf } from '../account/account-of-stored-run';
import { attachFile, detachFile, readAttachment, saveAttachment } from '../decisions/attach-file';
import { chosenRows } from '../decisions/chosen-rows';
import { clearDecisions, decideRows } from '../decisions/decide';
import { decisionSummary } from '../decisions/decision-summary';
import { decisionsInOrder } from '../store/judgements/judgement-records';
import { proposedRows } from '../decisions/proposed-rows';
import { proposer } from '../decisions/proposals';
import { addRule, endRule, rulePage } from '../decisions/rules';
import { standingDecisions } from '../decisions/standing-decisions';
import type { EngineContext } from '../engine-context';
import type { WritableDb } from '../store/workspace/connection';
import { requireRun } from '../store/runs/runs';
import { turnsOf } from '../workspace-turn';
import type { RowChoice } from '../../../shared/contract/decisions';

type DecisionMethod = Extract<keyof Handlers, `decisions.${string}` | `rules.${string}`>;

export function decisionHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, DecisionMethod> {
  const readable = () => session.require().readable;
  const write = <T>(work: (db: WritableDb) => T) =>
    writing.run(() => {
      const result = work(session.require().writable);
      changed('decisions');
      return result;
    });
  const rowsOf = (db: WritableDb, runId: number, choice: RowChoice) =>
    chosenRows(db, runId, choice, appNamesOf(requireRun(db, runId)));

  return {
    'decisions.set': ({ runId, rows, ...wanted }) =>
      write((db) => decideRows(db, wanted.verdict, rowsOf(db, runId, rows), () => wanted)),
    'decisions.confirm': ({ runId, rows }) =>
      write((db) =>
        decideRows(db, 'confirm', rowsOf(db, runId, rows), (_row, before) => before ?? null),
      ),
    'decisions.clear': ({ runId, rows }) =>
      write((db) =>
        clearDecisions(
          db,
          rowsOf(db, runId, rows).map(({ id }) => id),
        ),
      ),
    'decisions.list': ({ period, offset, limit }) => {
      const db = readable();
      const all = decisionsInOrder(db).filter(
        ({ periodStart }) => period === null || contains(period, periodStart),
      );
      return {
        total: all.length,
        rows: standingDecisions(db, period, all.slice(offset, offset + limit)),
      };
    },
    'decisions.summary': ({ runId }) => {
      const turn = turnsOf(session, session.require());
      return decisionSummary(readable(), requireRun(readable(), runId), turn);
    },
    'decisions.attach': async ({ runId, comparisonId, path }) => {
      requireRun(readable(), runId);
      const file = await readAttachment(path);
      return await write((db) => attachFile(db, comparisonId, file));
    },
    'decisions.detach': ({ key, sha256 }) => write((db) => detachFile(db, key, sha256)),
    'decisions.saveAttachment': async ({ sha256, path }) => {
      await saveAttachment(readable(), sha256, path);
      return {};
    },
    'decisions.proposals': ({ runId, offset, limit }) => {
      const db = readable();
      const proposed = proposedRows(db, runId, appNamesOf(requireRun(db, runId)));
      return { total: proposed.length, rows: proposed.slice(offset, offset + limit) };
    },
    'decisions.takeProposals': ({ runId, rows }) =>
      write((db) => {
        const chosen = rowsOf(db, runId, rows);
        const proposals = proposer(db)(chosen);
        return decideRows(db, 'take-proposals', chosen, ({ id }) => proposals.get(id) ?? null);
      }),

    'rules.list': (page) => rulePage(readable(), page),
    'rules.add': (rule) => write((db) => addRule(db, rule)),
    'rules.end': ({ id }) => write((db) => endRule(db, id)),
  };
}
