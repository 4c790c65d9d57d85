import { createHash } from 'node:crypto';
import type { ComparisonRow } from '../../../../shared/contract/audits';
import type { Language } from '../../../../shared/contract/fields';
import type { ReportStamp } from '../../../../shared/contract/reports';
import {
  BRIDGE_DIMENSIONS,
  type BridgeDimension,
} from '../../../../shared/reconcile/bridge/bridge-by';
import { CAUSES, STATUSES } from '../../../../shared/reconcile/result/discrepancy';
import { amountText, countText, signedAmountText } from '../../locale/number-text';
import { sentence, term } from '../../locale/sentence';
import { coverFacts, periodText } from '../cover-facts';
import { cellTable, type CellTable } from '../report-table';
import type { ReportSource } from '../report-source';
import { bridgeTable } from '../tables/bridge-table';
import { coverageTable } from '../tables/coverage-table';
import { differencesTable } from '../tables/differences-table';
import { inputsTable } from '../tables/inputs-table';
import { issuesTable } from '../tables/issues-table';
import { policiesTable } from '../tables/policies-table';
import { pricesTable } from '../tables/prices-table';
import { restatedTable } from '../tables/restated-table';
import { bridgeBars } from './bridge-bars';
import { HTML_SCRIPT } from './html-script';
import { HTML_STYLE } from './html-style';
import { amountDecimals, htmlTable } from './html-table';
import { escaped, scriptJson } from './html-text';

/** The id of the element that carries the stamp. */
export const STAMP_ELEMENT = 'recount-stamp';

/**
 * The report as one HTML file that asks nothing of any network: its policy allows its own style and script
 * alone, by their hashes. Without scripts it is complete, only the filters are not there.
 */
export function* htmlReport(source: ReportSource, stamp: ReportStamp): Generator<string> {
  const { language } = stamp;
  const say = (key: string, params = {}) => escaped(sentence(language, `report:${key}`, params));
  const title = say('summary/titleOf', { period: periodText(source, language) });
  yield `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="${policy()}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield `<title>${title}</title>\n<style>${HTML_STYLE}</style></head><body><main>\n`;
  yield `<h1>${say('summary/title')}</h1>\n<dl>\n`;
  for (const { label, text } of coverFacts(source, stamp, language))
    yield `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>\n`;
  yield '</dl>\n';
  yield* totals(source, language);
  yield `<h2>${say('summary/bridge')}</h2>\n`;
  yield* bridgeBars(source, language);
  yield* section(cellTable(bridgeTable(source, partsOf(source))), language);
  yield* differences(source, language);
  for (const table of [
    cellTable(pricesTable(source)),
    cellTable(policiesTable(source)),
    cellTable(coverageTable(source)),
    cellTable(restatedTable(source)),
    cellTable(issuesTable(source)),
    cellTable(inputsTable(source)),
  ])
    yield* section(table, language);
  yield `<footer><p><strong>${say('cover/verifyTitle')}</strong> ${say('cover/verify')}</p>\n`;
  yield `<p>${say('html/more')}</p><p>sha256:${stamp.fingerprint}</p></footer></main>\n`;
  yield `<script type="application/json" id="${STAMP_ELEMENT}">${scriptJson(stamp)}</script>\n`;
  yield `<script>${HTML_SCRIPT}</script>\n</body></html>\n`;
}

function policy(): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash(HTML_STYLE)}'`,
    `script-src 'sha256-${hash(HTML_SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function* totals({ run }: ReportSource, language: Language): Generator<string> {
  yield '<div class="totals">\n';
  for (const name of ['billed', 'expected', 'difference', 'explained', 'unexplained'] as const) {
    const written = name === 'billed' || name === 'expected' ? amountText : signedAmountText;
    yield `<div><span>${escaped(term(language, 'headline', name))}</span><strong>${escaped(written(run.totals[name]))}</strong> ${run.currency}</div>\n`;
  }
  yield '</div>\n';
}

function* differences(source: ReportSource, language: Language): Generator<string> {
  const say = (key: string, params = {}) => escaped(sentence(language, `report:${key}`, params));
  const seen = {
    rows: 0,
    status: new Set<string>(),
    cause: new Set<string>(),
    app: new Set<string>(),
  };
  const marks: string[] = [];
  const { columns } = differencesTable(source);
  const isAmount = columns.map(({ kind }) => kind === 'amount');
  let decimals: readonly number[] = columns.map(() => 0);
  for (const row of source.discrepancies()) {
    seen.rows += 1;
    seen.status.add(row.status);
    for (const { cause } of row.causes) seen.cause.add(cause);
    if (row.sdkAppId !== null) seen.app.add(row.sdkAppId);
    marks.push(attributesOf(row));
    const amounts = columns.map(({ value }, index) =>
      isAmount[index] === true ? value(row, language) : null,
    );
    decimals = amountDecimals(columns, [amounts]).map((one, index) =>
      Math.max(one, decimals[index] ?? 0),
    );
  }
  yield `<h2>${say('sheets/differences')} <span class="muted">${countText(seen.rows)}</span></h2>\n`;
  if (seen.rows === 0) {
    yield `<p class="note">${say('empty/differences')}</p>\n`;
    return;
  }
  const choices = (id: string, label: string, values: readonly (readonly [string, string])[]) => {
    const options = values.map(
      ([value, name]) => `<option value="${escaped(value)}">${escaped(name)}</option>`,
    );
    return `<label for="${id}">${label}<select id="${id}"><option value="">${say('html/all')}</option>${options.join('')}</select></label>`;
  };
  const named = (group: string, ids: readonly string[], of: ReadonlySet<string>) =>
    ids.filter((one) => of.has(one)).map((one) => [one, term(language, group, one)] as const);
  yield '<div class="filters" hidden>\n';
  yield `<label for="f-text">${say('html/search')}<input id="f-text" type="search"></label>\n`;
  yield `${choices('f-status', say('columns/status'), named('statuses', STATUSES, seen.status))}\n`;
  yield `${choices('f-cause', say('columns/cause'), named('causes', CAUSES, seen.cause))}\n`;
  yield `${choices(
    'f-app',
    say('columns/sdkAppId'),
    [...seen.app].toSorted().map((app) => [app, app] as const),
  )}\n`;
  yield `<output id="f-shown" aria-live="polite" data-text="${say('html/shown', { shown: '#', sum: '@' })}"></output></div>\n`;
  yield* htmlTable(cellTable(differencesTable(source)), language, 'differences', {
    attributes: (row) => marks[row] ?? '',
    decimals,
  });
}

function attributesOf(row: ComparisonRow): string {
  const causes = row.causes.map(({ cause }) => cause).join(' ');
  return ` data-status="${row.status}" data-causes="${causes}" data-app="${escaped(row.sdkAppId ?? '')}" data-difference="${row.difference}"`;
}

/** The bridge of the only month stands above already, as a picture. */
function partsOf({ bridges }: ReportSource): readonly BridgeDimension[] {
  return bridges('month').length > 1 ? BRIDGE_DIMENSIONS : ['application', 'item'];
}

function isEmpty(rows: Iterable<unknown>): boolean {
  return rows[Symbol.iterator]().next().done === true;
}

function* section(table: CellTable, language: Language): Generator<string> {
  yield `<h2>${escaped(sentence(language, `report:sheets/${table.name}`))}</h2>\n`;
  if (isEmpty(table.rows(language))) {
    yield `<p class="note">${escaped(sentence(language, `report:empty/${table.name}`))}</p>\n`;
    return;
  }
  yield* htmlTable(table, language, table.name);
}
