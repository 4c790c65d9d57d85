import type { ReportStamp } from '../../../../shared/contract/reports';
import { term } from '../../locale/sentence';
import { fingerprintIn } from '../stamp';
import type { Findings } from './findings';

/** What the report stood on, against what stands in the workspace today. */
export function compareStamps(found: ReportStamp, now: ReportStamp, findings: Findings): void {
  if (fingerprintIn(found) !== found.fingerprint) findings.differs('stamp-edited');
  // Another engine may say the same: then its version alone makes no report wrong.
  if (found.engine !== now.engine) findings.note('engine', { made: found.engine, now: now.engine });
  if (found.priceBook !== now.priceBook) findings.differs('price-book');
  if (found.account !== now.account || found.accountStated !== now.accountStated)
    findings.differs('account');
  if (found.maskedWith !== now.maskedWith) findings.differs('mask-key');
  compareInputs(found, now, findings);
  for (const [name, amount] of Object.entries(found.totals)) {
    const recomputed = now.totals[name];
    findings.compared += 1;
    if (recomputed !== undefined && recomputed !== amount)
      findings.differs('total', {
        name: term(found.language, 'headline', name),
        reportAmount: amount,
        recomputedAmount: recomputed,
      });
  }
  if (found.contents !== now.contents) findings.differs('contents');
}

function compareInputs(found: ReportStamp, now: ReportStamp, findings: Findings): void {
  const here = new Map(now.inputs.map((input) => [input.sha256, input]));
  const known = new Set(found.inputs.map(({ sha256 }) => sha256));
  const added = now.inputs.filter(({ sha256 }) => !known.has(sha256));
  const replaced = new Set<string>();
  for (const { fileName, sha256 } of found.inputs) {
    findings.compared += 1;
    if (here.has(sha256)) continue;
    const sameName = added.find((input) => input.fileName === fileName);
    if (sameName) replaced.add(sameName.sha256);
    findings.differs(sameName ? 'input-changed' : 'input-missing', { file: fileName });
  }
  for (const { fileName, sha256 } of added)
    if (!replaced.has(sha256)) findings.differs('input-added', { file: fileName });
}
