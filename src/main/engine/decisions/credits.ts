import type { Input, Output } from '../../../shared/contract/contract';
import type { CreditView } from '../../../shared/contract/credits';
import type { ActResult } from '../../../shared/contract/decisions';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { BillLine } from '../../../shared/bill/bill-line';
import { openBalance, suggestCredits, type CreditLine } from '../../../shared/decisions/credit';
import { decimal, toText } from '../../../shared/money/decimal';
import type { Day } from '../../../shared/period/day';
import { dayOfTime } from '../../../shared/period/local-time';
import { billLineRow } from '../audit/bill-line-row';
import { billLinesById } from '../store/evidence/bill-lines';
import type { ReadableDb, WritableDb } from '../store/workspace/connection';
import { makeStep, type JudgementChange } from '../store/history/judgements';
import { countedLineKeys } from '../store/evidence/line-identities';
import { returnedLineIds } from '../store/evidence/returned-lines';
import {
  allCredits,
  decisionsAbout,
  type StoredCredit,
} from '../store/judgements/judgement-records';

interface Returned {
  readonly credit: CreditLine;
  readonly line: BillLine;
}

/** Lines of the live bills that give money back, by key. */
function returnedLines(db: ReadableDb): ReadonlyMap<string, Returned> {
  const ids = returnedLineIds(db);
  if (ids.length === 0) return new Map();
  const keys = countedLineKeys(db);
  return new Map(
    billLinesById(db, ids).map((line) => {
      const lineKey = keys.get(line.id) ?? '';
      const moment = line.chargedAt ?? line.usageStart;
      const credit = {
        lineKey,
        amount: toText(line.amount),
        day: moment && dayOfTime(moment),
        text: [line.transactionId, line.orderId, line.resourceId, line.componentName].join(' '),
      };
      return [lineKey, { credit, line }];
    }),
  );
}

/** A page of the promised credits with their balances, lines and what may be their return, the earliest due first. */
export function creditPage(
  db: ReadableDb,
  { offset, limit, key }: Input<'credits.list'>,
): Output<'credits.list'> {
  const all = [...allCredits(db).values()];
  const wanted = all
    .filter((credit) => key === undefined || credit.key === key)
    .sort((a, b) => compareText(dueOf(a), dueOf(b)) || compareText(a.key, b.key));
  const page = wanted.slice(offset, offset + limit);
  if (page.length === 0) return { total: wanted.length, rows: [] };
  const returned = returnedLines(db);
  // A line can be suggested for one credit only: all of them are looked at.
  const suggestions = new Map(
    suggestCredits(
      all,
      [...returned.values()].map(({ credit }) => credit),
    ).map((one) => [one.key, one]),
  );
  const lineOf = (lineKey: string) => {
    const found = returned.get(lineKey);
    return found ? [{ lineKey, line: billLineRow(found.line) }] : [];
  };
  const rows = page.map((credit): CreditView => {
    const suggestion = suggestions.get(credit.key);
    const [line] = suggestion ? lineOf(suggestion.lineKey) : [];
    return {
      ...credit,
      open: toText(openBalance(credit)),
      lines: credit.settled.flatMap((one) => lineOf(one.lineKey)),
      suggestion: suggestion && line ? { ...line, evidence: suggestion.evidence } : null,
    };
  });
  return { total: wanted.length, rows };
}

/** Credits that nobody expects by a day come last. */
const dueOf = ({ expectedBy }: StoredCredit) => expectedBy ?? '9';
const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function requireCredit(db: ReadableDb, key: string): StoredCredit {
  const credit = allCredits(db).get(key);
  if (!credit) throw new EngineFailure(engineError('credit-missing', { comparison: key }));
  return credit;
}

function step(
  db: WritableDb,
  title: string,
  amount: string,
  changes: readonly JudgementChange[],
): ActResult {
  const made = makeStep(db, title, { amount }, changes);
  return { step: made, changed: made === null ? 0 : changes.length };
}

export interface Promised {
  readonly key: string;
  readonly amount: string;
  readonly reference: string;
  readonly promisedOn: Day;
  readonly expectedBy: Day | null;
}

/** Notes a promise; what came back for it before stays. Throws `decision-missing` unless it is disputed. */
export function promiseCredit(db: WritableDb, promised: Promised): ActResult {
  const { key } = promised;
  if (decisionsAbout(db, [key]).get(key)?.verdict !== 'dispute')
    throw new EngineFailure(engineError('decision-missing', { comparison: key }));
  const settled = allCredits(db).get(key)?.settled ?? [];
  const amount = toText(decimal(promised.amount));
  const after = { ...promised, amount, settled };
  return step(db, 'promise', amount, [{ kind: 'credit', key, after }]);
}

export function withdrawCredit(db: WritableDb, key: string): ActResult {
  const { amount } = requireCredit(db, key);
  return step(db, 'withdraw', amount, [{ kind: 'credit', key, after: null }]);
}

/** Says that a line returned the money. Throws `credit-line-missing`, and `credit-line-taken`. */
export function settleCredit(db: WritableDb, key: string, lineKey: string): ActResult {
  const credit = requireCredit(db, key);
  const line = returnedLines(db).get(lineKey);
  if (!line) throw new EngineFailure(engineError('credit-line-missing'));
  const taken = [...allCredits(db).values()].some(({ settled }) =>
    settled.some((one) => one.lineKey === lineKey),
  );
  if (taken) throw new EngineFailure(engineError('credit-line-taken'));
  const amount = toText(decimal(line.credit.amount).negated());
  const after = { ...credit, settled: [...credit.settled, { lineKey, amount }] };
  return step(db, 'settle', amount, [{ kind: 'credit', key, after }]);
}

export function unsettleCredit(db: WritableDb, key: string, lineKey: string): ActResult {
  const credit = requireCredit(db, key);
  const line = credit.settled.find((one) => one.lineKey === lineKey);
  if (!line) return { step: null, changed: 0 };
  const after = { ...credit, settled: credit.settled.filter((one) => one !== line) };
  return step(db, 'unsettle', line.amount, [{ kind: 'credit', key, after }]);
}
