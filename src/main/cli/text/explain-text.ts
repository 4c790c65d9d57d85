import type { Explanation, RawRow } from '../../../shared/contract/audits';
import type { ChargeExplanation } from '../../../shared/contract/charges';
import { amountText, countText, priceText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { daysText, signed } from './audit-text';
import { padEndTo, displayWidth } from '../../../shared/contract/display-width';
import type { Terminal } from '../session/terminal';
import { oneLine } from './text-table';

type Step = Explanation['expected'][number];

/** An explanation as a person reads it on a terminal: why, both sides step by step, the lines behind them. */
export function explainText(terminal: Terminal, explanation: Explanation): string {
  const { comparison } = explanation;
  const { language } = terminal;
  const say = (key: string, params = {}) => sentence(language, `explain:${key}`, params);
  const head = [
    daysText(comparison.periodStart, comparison.periodEnd),
    [comparison.sdkAppId ?? '–', comparison.appName ?? ''].join(' ').trim(),
    comparison.item === null ? '–' : term(language, 'items', comparison.item),
    term(language, 'statuses', comparison.status),
  ];
  const totals = [
    `${term(language, 'headline', 'expected')} ${amountText(comparison.expectedAmount)}`,
    `${term(language, 'headline', 'billed')} ${amountText(comparison.billedAmount)}`,
    `${term(language, 'headline', 'difference')} ${signed(comparison.difference)}`,
    say('tolerance', { amount: comparison.tolerance }),
  ];
  const differing = new Set(explanation.differingRules);
  return [
    `${head.map(oneLine).join(' · ')}\n  ${totals.join(' · ')}\n  ${comparison.id}\n`,
    causesText(terminal, explanation),
    stepsText(terminal, say('expectedSide'), explanation.expected, differing),
    stepsText(terminal, say('billedSide'), explanation.billed, differing),
    rawText(
      say('usageRows', { number: countText(explanation.usageRowsTotal) }),
      explanation.usageRows,
    ),
    rawText(
      say('billRows', { number: countText(explanation.billRows.length) }),
      explanation.billRows,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The same for a charge that stands beside no bill. */
export function chargeText(terminal: Terminal, explanation: ChargeExplanation): string {
  const { charge, steps, usageRows, usageRowsTotal } = explanation;
  const { language } = terminal;
  const say = (key: string, params = {}) => sentence(language, `explain:${key}`, params);
  const head = [
    daysText(charge.periodStart, charge.periodEnd),
    charge.sdkAppId,
    term(language, 'items', charge.item),
    `${term(language, 'headline', 'expected')} ${amountText(charge.amount)}`,
  ];
  return [
    `${head.map(oneLine).join(' · ')}\n  ${charge.id}\n  ${say('noBill')}\n`,
    stepsText(terminal, say('expectedSide'), steps, new Set()),
    rawText(say('usageRows', { number: countText(usageRowsTotal) }), usageRows),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function causesText({ language }: Terminal, { comparison }: Explanation): string {
  const lines = comparison.causes.map(
    ({ cause, amount, evidence }) =>
      `  ${term(language, 'causes', cause)} ${signed(amount)}\n    ${oneLine(sentence(language, `evidence:${evidence.code}`, evidence.params))}\n`,
  );
  if (comparison.unexplained !== '0')
    lines.push(
      `  ${term(language, 'headline', 'unexplained')} ${signed(comparison.unexplained)}\n`,
    );
  return lines.length === 0 ? '' : `${sentence(language, 'explain:why')}\n${lines.join('')}`;
}

/** A step that comes to something else on the other side is marked. */
function stepsText(
  { language }: Terminal,
  title: string,
  steps: readonly Step[],
  differing: ReadonlySet<string>,
): string {
  if (steps.length === 0) return `${title}\n  ${sentence(language, 'explain:noSteps')}\n`;
  const values = steps.map(valueText);
  const width = Math.max(...values.map(displayWidth));
  const lines = steps.flatMap((step, index) => {
    const mark = differing.has(step.rule) ? '≠' : ' ';
    const rule = oneLine(sentence(language, `rules:${step.rule}`, step.inputs));
    const line = `${mark} ${padEndTo(values[index] ?? '', width)}  ${rule}\n`;
    if (!step.citation) return [line];
    const { document, date, printed } = step.citation;
    return [line, `  ${' '.repeat(width)}  ↳ ${oneLine(`${document}, ${date}: ${printed}`)}\n`];
  });
  return `${title}\n${lines.join('')}`;
}

function valueText({ value, unit }: Step): string {
  switch (unit) {
    case 'amount':
      return amountText(value);
    case 'price':
    case 'factor':
      return priceText(value);
    case 'seconds':
    case 'minutes':
      return countText(value);
    case 'text':
      return oneLine(value);
  }
}

function rawText(title: string, rows: readonly RawRow[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ origin, raw }) => {
    const place = [origin.file, origin.sheet, origin.line].filter((part) => part !== undefined);
    return `  ${oneLine(place.join(':'))}\n    ${oneLine(raw)}\n`;
  });
  return `${title}\n${lines.join('')}`;
}
