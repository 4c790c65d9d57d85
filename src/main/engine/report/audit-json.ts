import type { ComparisonRow, ChargeRow, DrawdownRow } from '../../../shared/contract/audits';
import type { Language } from '../../../shared/contract/fields';
import type { ReportStamp } from '../../../shared/contract/reports';
import type { Issue } from '../../../shared/issue';
import { BRIDGE_DIMENSIONS } from '../../../shared/reconcile/bridge/bridge-by';
import { sentence } from '../locale/sentence';
import { coverageStretches } from './coverage-stretches';
import type { ReportInput, ReportSource, RestatedChange } from './report-source';

/**
 * A run as JSON, piece by piece: the stable shape that `recount audit --json` documents. Amounts and
 * quantities are decimal text, minutes whole numbers, difference = billed - expected. Sentences
 * (`evidence`, `message`) are in the reader's language; everything else is the same in every language.
 */
export function* auditJson(source: ReportSource, stamp: ReportStamp): Generator<string> {
  const { language } = stamp;
  const { run } = source;
  const head = {
    engine: run.engine,
    priceBook: run.priceBook,
    policy: source.policy,
    currency: run.currency,
    period: run.period,
    inputs: source.inputs.map(inputJson),
    totals: run.totals,
    stamp,
  };
  yield JSON.stringify(head, null, 2).slice(0, -'\n}'.length);
  yield* list('charges', source.charges(), chargeJson);
  yield* list('drawdowns', source.drawdowns(), drawdownJson);
  yield* list('discrepancies', source.discrepancies(), (row) => discrepancyJson(row, language));
  yield `,\n  "bridge": ${JSON.stringify(bridgeJson(source))}`;
  yield `,\n  "coverage": ${JSON.stringify(coverageJson(source))}`;
  yield* list('restated', source.restated(), restatedJson);
  yield* list('otherLines', run.otherLines, ({ bucket, amount }) => ({ bucket, amount }));
  yield* list('issues', source.issues(), (issue) => issueJson(issue, language));
  yield '\n}\n';
}

function* list<Row>(
  name: string,
  rows: Iterable<Row>,
  json: (row: Row) => object,
): Generator<string> {
  yield `,\n  ${JSON.stringify(name)}: [`;
  let before = '\n    ';
  for (const row of rows) {
    yield before + JSON.stringify(json(row));
    before = ',\n    ';
  }
  yield before === '\n    ' ? ']' : '\n  ]';
}

function bridgeJson({ bridges }: ReportSource) {
  return Object.fromEntries(
    BRIDGE_DIMENSIONS.map((by) => [
      by,
      bridges(by).map(({ key, expected, billed, difference, comparisons, steps }) => ({
        key,
        expected,
        billed,
        difference,
        comparisons,
        steps,
      })),
    ]),
  );
}

function coverageJson(source: ReportSource) {
  const coverage = source.coverage(source.run.createdAt);
  const { asOf, missing, double, notFinal, atRisk } = coverage;
  const days = coverageStretches(coverage).map((stretch) => ({
    sdkAppId: stretch.sdkAppId,
    kind: stretch.kind,
    status: stretch.status,
    from: stretch.from,
    to: stretch.to,
    minutesAtRisk: stretch.minutesAtRisk,
    atRisk: stretch.atRisk,
    files: stretch.files,
  }));
  return { asOf, missing, double, notFinal, atRisk, days };
}

function restatedJson({ newer, older, row }: RestatedChange) {
  return {
    change: row.change,
    amount: row.amount,
    seconds: row.seconds,
    older: { file: older, line: row.older?.origin.line ?? null },
    newer: { file: newer, line: row.newer?.origin.line ?? null },
    cells: row.cells,
  };
}

function inputJson(input: ReportInput) {
  const { path, sha256, profile, encoding, rows, accepted, quarantined, duplicates, ignored } =
    input;
  return { path, sha256, profile, encoding, rows, accepted, quarantined, duplicates, ignored };
}

function chargeJson(row: ChargeRow) {
  return {
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    sdkAppId: row.sdkAppId,
    item: row.item,
    seconds: row.seconds,
    meteredMinutes: row.meteredMinutes,
    trialMinutes: row.trialMinutes,
    packageMinutes: row.packageMinutes,
    billableMinutes: row.billableMinutes,
    listPrice: row.listPrice,
    discount: row.discount,
    unitPrice: row.unitPrice,
    amount: row.amount,
  };
}

function drawdownJson(row: DrawdownRow) {
  return {
    day: row.day,
    sdkAppId: row.sdkAppId,
    item: row.item,
    source: row.source,
    rawMinutes: row.rawMinutes,
    ratio: row.ratio,
    deducted: row.deducted,
    balanceAfter: row.balanceAfter,
  };
}

function discrepancyJson(row: ComparisonRow, language: Language) {
  return {
    id: row.id,
    status: row.status,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    sdkAppId: row.sdkAppId,
    item: row.item,
    expectedQuantity: row.expectedQuantity,
    billedQuantity: row.billedQuantity,
    expectedPrice: row.expectedPrice,
    billedPrice: row.billedPrice,
    expectedAmount: row.expectedAmount,
    billedAmount: row.billedAmount,
    difference: row.difference,
    tolerance: row.tolerance,
    causes: row.causes.map(({ cause, amount, evidence }) => ({
      cause,
      amount,
      evidence: sentence(language, `evidence:${evidence.code}`, evidence.params),
    })),
    unexplained: row.unexplained,
  };
}

function issueJson(issue: Issue, language: Language) {
  const { file, sheet, line } = issue.origin ?? {};
  return {
    severity: issue.severity,
    code: issue.code,
    message: sentence(language, `issues:${issue.code}`, issue.params),
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(line === undefined ? {} : { line }),
  };
}
