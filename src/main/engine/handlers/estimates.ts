import type { Account } from '../../../shared/account/account';
import { unstatedAccount } from '../../../shared/account/defaults';
import type { Site } from '../../../shared/catalog/site';
import type { Handlers } from '../../../shared/contract/contract';
import type { PlanEstimate } from '../../../shared/contract/estimates';
import { estimate, type EstimateInput } from '../../../shared/estimate/calculator';
import { planItem } from '../../../shared/estimate/planned-item';
import { packagesFor } from '../../../shared/estimate/planned-usage';
import { decimal } from '../../../shared/money/decimal';
import type { Day } from '../../../shared/period/day';
import { priceBookInUse } from '../audit/price-book-in-use';
import type { EngineContext } from '../engine-context';
import { advisePackages } from '../estimate/advise-packages';
import { billingToday } from '../estimate/billing-today';
import { adviceRow, estimateRow, plannedItemRow } from '../estimate/estimate-rows';
import { statedAccount } from '../account/stated-account';

type EstimateMethod = Extract<keyof Handlers, `estimate.${string}`>;

export function estimateHandlers({ session, jobs }: EngineContext): Pick<Handlers, EstimateMethod> {
  const accountOf = (site: Site | null): Account => {
    const workspace = session.current();
    const stated = workspace && statedAccount(workspace.readable);
    if (stated && (site === null || stated.site === site)) return stated;
    return unstatedAccount(site ?? 'cn');
  };
  const answer = (
    { site, on, streamRule }: { site: Site | null; on: Day | null } & StreamChoice,
    plan: EstimateInput['plan'],
  ): PlanEstimate => {
    const account = accountOf(site);
    const db = session.current()?.readable ?? null;
    const priceBook = priceBookInUse(db, account.site).book;
    const date = on ?? billingToday(Date.now());
    const rule = streamRule ?? undefined;
    const result = estimate({ account, priceBook, plan, on: date, streamRule: rule });
    if (!result.ok) return { kind: 'problem', problem: result.error, on: date };
    return {
      kind: 'estimate',
      site: account.site,
      estimate: estimateRow(result.value),
      advice: adviceRow(packagesFor(account, priceBook, result.value)),
    };
  };
  return {
    'estimate.calls': ({ item, mix, daysPerMonth, ...input }) =>
      answer(input, {
        kind: 'calls',
        item,
        mix,
        daysPerMonth,
        callsPerDay: decimal(input.callsPerDay),
        usersPerCall: decimal(input.usersPerCall),
        minutesPerUser: decimal(input.minutesPerUser),
      }),
    'estimate.live': ({ item, mix, daysPerMonth, ...input }) =>
      answer(input, {
        kind: 'live',
        item,
        mix,
        daysPerMonth,
        roomsPerDay: decimal(input.roomsPerDay),
        anchorsPerRoom: decimal(input.anchorsPerRoom),
        audiencePerRoom: decimal(input.audiencePerRoom),
        minutesPerRoom: decimal(input.minutesPerRoom),
      }),
    'estimate.item': ({ site, on, item, quantity }) => {
      const account = accountOf(site);
      const priceBook = priceBookInUse(session.current()?.readable ?? null, account.site).book;
      const date = on ?? billingToday(Date.now());
      const given = { account, priceBook, item, quantity: decimal(quantity), on: date };
      const result = planItem(given);
      return result.ok
        ? { kind: 'planned-item', site: account.site, ...plannedItemRow(result.value) }
        : { kind: 'problem', problem: result.error, on: date };
    },
    'estimate.advise': ({ months, on }) => {
      const { readable } = session.require();
      const date = on ?? billingToday(Date.now());
      const jobId = jobs.start('advice', async (control) => {
        const { advice, ...of } = await advisePackages(readable, months, date, control);
        return { ...of, advice: adviceRow(advice) };
      });
      return { jobId };
    },
  };
}

interface StreamChoice {
  readonly streamRule: NonNullable<EstimateInput['streamRule']> | null;
}
