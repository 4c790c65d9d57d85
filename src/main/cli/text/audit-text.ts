import type { DifferenceLimits } from '../../../shared/account/account';
import type {
  ChargeRow,
  ComparisonRow,
  JudgedComparison,
  Run,
} from '../../../shared/contract/audits';
import type { Transport } from '../../../shared/contract/transport';
import { addDays, type Day } from '../../../shared/period/day';
import { amountText, countText, decimalsOf, priceText } from '../../engine/locale/number-text';
import { term } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { padEndTo, padStartTo, displayWidth } from '../../../shared/contract/display-width';
import { issuesText } from './issues-text';
import { judgementTexts } from './judgement-text';
import type { Terminal } from '../session/terminal';
import { oneLine, textTable, type TextColumn } from './text-table';

/** Longer lists belong into a report; the terminal shows the first rows and counts the rest. */
const ROWS_SHOWN = 200;

/** A run as a person reads it on a terminal. */
export async function auditText(
  transport: Transport,
  terminal: Terminal,
  run: Run,
  hasBill: boolean,
  limits?: DifferenceLimits,
): Promise<string> {
  const view = await ask(transport, 'workspace.current', {});
  // An account can be stated without a name.
  const name = view?.accountName ?? terminal.say('audit/noAccount');
  const heading = [oneLine(name), periodText(run, terminal), run.currency];
  const parts = [
    `${heading.filter((part) => part !== '').join(' · ')}\n`,
    headlineText(run, terminal, hasBill),
    hasBill
      ? await differencesText(transport, terminal, run, limits)
      : await chargesText(transport, terminal, run),
    otherLinesText(run, terminal),
    await issuesText(transport, terminal, run),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

export function headlineText({ totals }: Run, { language }: Terminal, hasBill: boolean): string {
  const names = hasBill
    ? (['billed', 'expected', 'difference', 'explained', 'unexplained'] as const)
    : (['expected'] as const);
  const decimals = decimalsOf(names.map((name) => totals[name]));
  const rows = names.map(
    (name) => [term(language, 'headline', name), amountText(totals[name], decimals)] as const,
  );
  const labels = Math.max(...rows.map(([label]) => displayWidth(label)));
  const amounts = Math.max(...rows.map(([, amount]) => displayWidth(amount)));
  return rows
    .map(([label, amount]) => `${padEndTo(label, labels)}  ${padStartTo(amount, amounts)}\n`)
    .join('');
}

async function differencesText(
  transport: Transport,
  terminal: Terminal,
  run: Run,
  limits: DifferenceLimits | undefined,
): Promise<string> {
  const page = await ask(transport, 'audits.comparisons', {
    runId: run.id,
    offset: 0,
    limit: ROWS_SHOWN,
    filter: { onlyDiscrepancies: true },
    sort: { by: 'periodStart', descending: false },
  });
  const { say, language } = terminal;
  if (page.total === 0) return `${say('audit/noDifferences')}\n`;
  const left = (key: string): TextColumn => ({ heading: say(`table/${key}`), align: 'left' });
  const right = (key: string): TextColumn => ({ heading: say(`table/${key}`), align: 'right' });
  const columns = [
    left('status'),
    left('period'),
    left('application'),
    left('item'),
    right('minutes'),
    right('price'),
    right('amount'),
    right('difference'),
    left('cause'),
  ];
  const decimals = decimalsOf([page.difference, ...page.rows.map((row) => row.difference)]);
  const amountDecimals = decimalsOf(
    page.rows.flatMap((row) => [row.expectedAmount, row.billedAmount]),
  );
  const cells = (row: JudgedComparison) => [
    term(language, 'statuses', row.status),
    daysText(row.periodStart, row.periodEnd),
    applicationText(row.sdkAppId, row.appName),
    row.item === null ? '–' : term(language, 'items', row.item),
    pair(row.expectedQuantity, row.billedQuantity, countText),
    pair(row.expectedPrice, row.billedPrice, priceText),
    pair(row.expectedAmount, row.billedAmount, (text) => amountText(text, amountDecimals)),
    signed(row.difference, decimals),
    [causesText(row, terminal), ...judgementTexts(row, terminal, limits)].join(' · '),
  ];
  const totals = [
    '',
    '',
    '',
    '',
    '',
    '',
    say('table/total'),
    signed(page.difference, decimals),
    '',
  ];
  const more = page.total - page.rows.length;
  return [
    `${say('audit/differences', { number: countText(page.total) })}\n`,
    textTable(columns, page.rows.map(cells), totals),
    ...(more > 0 ? [`${say('more', { number: countText(more) })}\n`] : []),
  ].join('\n');
}

async function chargesText(transport: Transport, terminal: Terminal, run: Run): Promise<string> {
  const page = await ask(transport, 'audits.charges', {
    runId: run.id,
    offset: 0,
    limit: ROWS_SHOWN,
  });
  const { say, language } = terminal;
  const columns: TextColumn[] = [
    ...(['period', 'application', 'item'] as const).map((key) => ({
      heading: say(`table/${key}`),
      align: 'left' as const,
    })),
    ...(['metered', 'trial', 'package', 'billable', 'unitPrice', 'charge'] as const).map((key) => ({
      heading: say(`table/${key}`),
      align: 'right' as const,
    })),
  ];
  const decimals = decimalsOf([run.totals.expected, ...page.rows.map((row) => row.amount)]);
  const cells = (row: ChargeRow) => [
    daysText(row.periodStart, row.periodEnd),
    row.sdkAppId,
    term(language, 'items', row.item),
    countText(row.meteredMinutes),
    countText(row.trialMinutes),
    countText(row.packageMinutes),
    countText(row.billableMinutes),
    priceText(row.unitPrice),
    amountText(row.amount, decimals),
  ];
  const totals = [
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    say('table/total'),
    amountText(run.totals.expected, decimals),
  ];
  const more = page.total - page.rows.length;
  return [
    `${say('audit/noBill')}\n`,
    textTable(columns, page.rows.map(cells), totals),
    ...(more > 0 ? [`${say('more', { number: countText(more) })}\n`] : []),
  ].join('\n');
}

function otherLinesText({ otherLines, totals }: Run, { say, language }: Terminal): string {
  if (otherLines.length === 0) return '';
  const columns: TextColumn[] = [
    { heading: say('audit/otherLines'), align: 'left' },
    { heading: say('table/lines'), align: 'right' },
    { heading: say('table/charge'), align: 'right' },
  ];
  const decimals = decimalsOf([totals.otherLines, ...otherLines.map(({ amount }) => amount)]);
  const rows = otherLines.map(({ bucket, lines, amount }) => [
    term(language, 'buckets', bucket),
    countText(lines),
    amountText(amount, decimals),
  ]);
  const total = amountText(totals.otherLines, decimals);
  return textTable(columns, rows, [say('table/total'), '', total]);
}

function causesText(row: ComparisonRow, { language }: Terminal): string {
  const several = row.causes.length > 1 || row.unexplained !== '0';
  const shares = row.causes.map(({ cause, amount }) =>
    several
      ? `${term(language, 'causes', cause)} ${signed(amount)}`
      : term(language, 'causes', cause),
  );
  const rest =
    row.unexplained === '0'
      ? []
      : [`${term(language, 'headline', 'unexplained')} ${signed(row.unexplained)}`];
  return [...shares, ...rest].join(', ');
}

/** `expected → billed`, or one of them where both are the same. */
function pair(
  expected: string | null,
  billed: string | null,
  write: (text: string) => string,
): string {
  if (expected === billed) return expected === null ? '–' : write(expected);
  const side = (text: string | null) => (text === null ? '–' : write(text));
  return `${side(expected)} → ${side(billed)}`;
}

export function signed(amount: string, decimals?: number): string {
  const text = amountText(amount, decimals);
  return amount.startsWith('-') || amount === '0' ? text : `+${text}`;
}

function applicationText(sdkAppId: string | null, name: string | null): string {
  return [sdkAppId ?? '–', name ?? ''].join(' ').trim();
}

export function daysText(from: Day, to: Day): string {
  const last = addDays(to, -1);
  return last === from ? from : `${from} – ${last}`;
}

export function periodText({ period }: Run, { say }: Terminal): string {
  return period ? daysText(period.from, period.to) : say('audit/everything');
}
