import { deriveFacts } from '../../../shared/account/derive';
import type { DrawnDay, MinuteSourceRow } from '../../../shared/contract/packages';
import { minuteSources } from '../../../shared/drawdown/all-sources';
import { addDays } from '../../../shared/period/day';
import type { ReadableDb } from '../store/workspace/connection';
import { drawnDays } from '../store/runs/run-charges';
import type { StoredRun } from '../store/runs/runs';
import { takenOver } from '../store/runs/taken-over';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import { priceBookOfRun } from './price-book-in-use';

/** A source as the run used it, with the days on which the run drew from it. */
export interface SourceOfRun {
  readonly row: MinuteSourceRow;
  readonly days: readonly DrawnDay[];
}

/** What the account of the run had to draw from in its period, in drawing order, and what was drawn. */
export function sourcesOfRun(db: ReadableDb, run: StoredRun): SourceOfRun[] {
  const account = accountOfStoredRun(run);
  const { period } = run;
  const names = new Map(account.packages.map(({ id, name }) => [id, name ?? null]));
  const until = period ? addDays(period.to, -1) : null;
  return minuteSources(deriveFacts(account), priceBookOfRun(db, run).book, until)
    .filter(({ from, through }) => !period || (from < period.to && through >= period.from))
    .map(({ id, kind, from, through, minutes }) => {
      const days = drawnDays(db, run.id, id);
      const usedUpOn = days.find(({ balanceAfter }) => balanceAfter === 0)?.day ?? null;
      const since = days[0]?.day;
      const lapsed = period && addDays(through, 1) < period.to ? addDays(through, 1) : null;
      return {
        row: {
          source: id,
          kind,
          name: names.get(id) ?? null,
          from,
          through,
          minutes,
          deducted: days.reduce((sum, { deducted }) => sum + deducted, 0),
          left: days.at(-1)?.balanceAfter ?? null,
          usedUpOn,
          takenOver: since
            ? takenOver(db, run.id, { source: id, since, endedOn: usedUpOn ?? lapsed })
            : null,
        },
        days,
      };
    });
}
