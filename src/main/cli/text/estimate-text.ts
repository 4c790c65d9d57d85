import type { Site } from '../../../shared/catalog/site';
import type { AdviceRow, EstimateLineRow, EstimateRow } from '../../../shared/contract/estimates';
import type { TraceStep } from '../../../shared/trace';
import { amountText, countText, decimalsOf, priceText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { adviceText } from './advice-text';
import type { Terminal } from '../session/terminal';
import { oneLine, textTable } from './text-table';

export interface EstimateShown {
  readonly site: Site;
  readonly estimate: EstimateRow;
  readonly advice: AdviceRow;
}

/** An estimate as JSON: money is decimal text, minutes are whole numbers; `steps` are the formulas. */
export function estimateJson({ site, estimate, advice }: EstimateShown, { language }: Terminal) {
  const { lines, amount, ...plain } = estimate;
  return {
    kind: 'estimate',
    site,
    ...plain,
    payAsYouGo: amount,
    lines: lines.map(({ steps, ...line }) => ({
      ...line,
      steps: steps.map((step) => ({ ...step, text: stepText(step, language) })),
    })),
    withPackages: advice,
  };
}

export function estimateText(shown: EstimateShown, terminal: Terminal): string {
  const { site, estimate, advice } = shown;
  const { language } = terminal;
  const say = (key: string) => sentence(language, `estimate:${key}`);
  const { on, currency, streamRule, lines, minutes, packageMinutes, amount } = estimate;
  const decimals = decimalsOf([amount, ...lines.map((line) => line.amount)]);
  const table = textTable(
    [
      { heading: say('item'), align: 'left' },
      { heading: say('minutes'), align: 'right' },
      { heading: say('packageMinutes'), align: 'right' },
      { heading: say('payAsYouGo'), align: 'right' },
    ],
    lines.map((line) => [
      term(language, 'items', line.item),
      countText(line.minutes),
      line.packageMinutes === null ? '–' : countText(line.packageMinutes),
      amountText(line.amount, decimals),
    ]),
    [say('total'), countText(minutes), countText(packageMinutes), amountText(amount, decimals)],
  );
  const head = [term(language, 'sites', site), currency, on, say(`streamRules/${streamRule}`)];
  return [
    `${say('notABill')}\n${head.join(' · ')}\n`,
    table,
    `${say('how')}\n${lines.map((line) => lineSteps(line, terminal)).join('')}`,
    `${say('withPackages')}\n${adviceText(advice, terminal)}`,
  ].join('\n');
}

function lineSteps({ item, steps }: EstimateLineRow, { language }: Terminal): string {
  const rows = steps.map((step) => {
    const source = step.citation ? ` [${step.citation.document}, ${step.citation.date}]` : '';
    return ['', valueText(step), oneLine(`${stepText(step, language)}${source}`)];
  });
  const widths = Math.max(...rows.map(([, value = '']) => value.length));
  const listed = rows.map(([, value = '', text = '']) => `  ${value.padStart(widths)}  ${text}\n`);
  return `${term(language, 'items', item)}\n${listed.join('')}`;
}

function valueText({ value, unit }: TraceStep): string {
  if (unit === 'amount') return amountText(value);
  return unit === 'price' ? priceText(value) : countText(value);
}

function stepText({ rule, inputs }: TraceStep, language: Terminal['language']): string {
  return sentence(language, `estimate:steps/${rule}`, inputs);
}
