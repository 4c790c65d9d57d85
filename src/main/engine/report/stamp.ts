import { createHash, type Hash } from 'node:crypto';
import { accountToJson } from '../../../shared/account/account-file';
import type { Language } from '../../../shared/contract/fields';
import type { ReportStamp } from '../../../shared/contract/reports';
import { canonicalJson } from '../store/canonical-json';
import type { ReportSource } from './report-source';

type Named = Omit<ReportStamp, 'fingerprint' | 'auditedAt' | 'language' | 'maskedWith'>;

/** What a report of `source` says about itself. Reads all differences and charges once. */
export function stampOf(source: ReportSource, language: Language): ReportStamp {
  const { run } = source;
  const named: Named = {
    recount: 1,
    engine: run.engine,
    priceBook: run.priceBook,
    account: hashOf(accountToJson(source.account)),
    accountStated: source.accountStated,
    currency: run.currency,
    period: run.period,
    inputs: source.inputs.map(({ fileName, sha256, profile }) => ({ fileName, sha256, profile })),
    totals: { ...run.totals },
    contents: contentsOf(source),
  };
  return {
    ...named,
    fingerprint: hashOf(canonicalJson(named)),
    auditedAt: run.createdAt,
    language,
    maskedWith: source.maskedWith,
  };
}

/** The fingerprint that belongs to what the stamp says: another one, and the stamp was edited. */
export function fingerprintIn(stamp: ReportStamp): string {
  const beside = new Set(['fingerprint', 'auditedAt', 'language', 'maskedWith']);
  const named = Object.entries(stamp).filter(([name]) => !beside.has(name));
  return hashOf(canonicalJson(Object.fromEntries(named)));
}

/** Ids of rows are left out: where a line has no item they hold a number of the workspace's own. */
function contentsOf(source: ReportSource): string {
  const hash = createHash('sha256');
  for (const row of source.discrepancies())
    add(hash, [
      row.status,
      row.periodStart,
      row.periodEnd,
      row.sdkAppId,
      row.item,
      row.expectedAmount,
      row.billedAmount,
      row.tolerance,
      row.unexplained,
      ...row.causes.flatMap(({ cause, amount }) => [cause, amount]),
    ]);
  for (const row of source.charges())
    add(hash, [
      row.periodStart,
      row.periodEnd,
      row.sdkAppId,
      row.item,
      row.billableMinutes,
      row.unitPrice,
      row.amount,
    ]);
  return hash.digest('hex');
}

function add(hash: Hash, parts: readonly (string | number | null)[]): void {
  hash.update(`${JSON.stringify(parts)}\n`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
