import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { MonthChangeRow, MonthComparison } from '../../../shared/contract/months';
import { toText } from '../../../shared/money/decimal';
import type { Period } from '../../../shared/period/period';
import {
  monthBridge,
  type MonthEffects,
  type MonthShare,
} from '../../../shared/reconcile/bridge/month-bridge';
import type { ReadableDb } from '../store/workspace/connection';
import { billedShares, expectedShares } from '../store/runs/month-shares';
import { latestRun, type StoredRun } from '../store/runs/runs';
import { appNamesOf } from '../account/account-of-stored-run';

function requireLatest(db: ReadableDb, period: Period): StoredRun {
  const run = latestRun(db, period);
  if (!run) throw new EngineFailure(engineError('run-missing', { run: period.from }));
  return run;
}

function effectTexts(effects: MonthEffects): MonthComparison['effects'] {
  return {
    volume: toText(effects.volume),
    price: toText(effects.price),
    mix: toText(effects.mix),
    new: toText(effects.new),
    gone: toText(effects.gone),
  };
}

function shareTexts(share: MonthShare | null): MonthChangeRow['before'] {
  return share && { minutes: share.minutes && toText(share.minutes), amount: toText(share.amount) };
}

/** Why `after` costs more or less than `before`, from the newest stored run of each. */
export function compareMonths(
  db: ReadableDb,
  periods: { readonly before: Period; readonly after: Period },
  side: MonthComparison['side'],
): MonthComparison {
  const [before, after] = [requireLatest(db, periods.before), requireLatest(db, periods.after)];
  if (before.currency !== after.currency) throw new EngineFailure(engineError('currencies-differ'));
  const sharesOf = side === 'expected' ? expectedShares : billedShares;
  const bridge = monthBridge(sharesOf(db, before.id), sharesOf(db, after.id));
  const names = new Map([...appNamesOf(before), ...appNamesOf(after)]);
  return {
    currency: after.currency,
    side,
    periods: { before: { ...periods.before }, after: { ...periods.after } },
    before: toText(bridge.before),
    after: toText(bridge.after),
    effects: effectTexts(bridge.effects),
    changes: bridge.changes.map((change) => ({
      sdkAppId: change.sdkAppId,
      appName: change.sdkAppId === null ? null : (names.get(change.sdkAppId) ?? null),
      item: change.item,
      before: shareTexts(change.before),
      after: shareTexts(change.after),
      effects: effectTexts(change.effects),
    })),
  };
}
