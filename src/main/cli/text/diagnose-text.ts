import type { Run } from '../../../shared/contract/audits';
import type { FindingRow, InferenceRow } from '../../../shared/contract/findings';
import { countText, decimalsOf } from '../../engine/locale/number-text';
import { sentence, term, type SentenceParams } from '../../engine/locale/sentence';
import { daysText, headlineText, periodText, signed } from './audit-text';
import { displayWidth, padEndTo, padStartTo } from '../../../shared/contract/display-width';
import type { Terminal } from '../session/terminal';
import { oneLine } from './text-table';

/** Longer lists of applications are counted: the JSON names them all. */
const NAMES_SHOWN = 5;

/** The account file's name of the choice that makes the audit follow an inference. */
const POLICIES: Readonly<Partial<Record<InferenceRow['kind'], string>>> = {
  scope: 'meteringScope',
  period: 'meteringPeriod',
};

/** A diagnosis as a person reads it on a terminal. */
export function diagnoseText(
  terminal: Terminal,
  run: Run,
  findings: readonly FindingRow[],
  inferences: readonly InferenceRow[],
): string {
  return [
    `${periodText(run, terminal)} · ${run.currency}\n`,
    headlineText(run, terminal, true),
    findingsText(terminal, run, findings),
    ...(findings.length === 0 ? [] : [inferencesText(terminal, inferences)]),
  ].join('\n');
}

function findingsText(terminal: Terminal, run: Run, findings: readonly FindingRow[]): string {
  if (findings.length === 0) return `${say(terminal, 'nothing')}\n`;
  const decimals = decimalsOf([run.totals.difference, ...findings.map(({ amount }) => amount)]);
  const amounts = [run.totals.difference, ...findings.map(({ amount }) => amount)].map((amount) =>
    signed(amount, decimals),
  );
  const width = Math.max(...amounts.map(displayWidth));
  const [total = '', ...each] = amounts;
  const entries = findings.map((finding, index) =>
    [
      `${padStartTo(each[index] ?? '', width)}  ${term(terminal.language, 'causes', finding.cause)}`,
      ...detailsOf(terminal, finding).map((line) => padEndTo('', width + 2) + line),
    ].join('\n'),
  );
  return [
    say(terminal, 'findings', { number: countText(findings.length) }),
    '',
    ...entries,
    '─'.repeat(width),
    `${padStartTo(total, width)}  ${say(terminal, 'sum')}`,
    '',
  ].join('\n');
}

function detailsOf(terminal: Terminal, finding: FindingRow): string[] {
  const { language } = terminal;
  const items = finding.items.map((item) => term(language, 'items', item));
  const extent = say(terminal, 'extent', {
    days: daysText(finding.from, finding.to),
    lines: countText(finding.comparisons),
    applications: applicationsText(terminal, finding),
    items: items.length === 0 ? '–' : items.join(say(terminal, 'comma')),
  });
  const why = exampleSentence(terminal, finding);
  if (why === null) return [oneLine(extent)];
  const example = say(terminal, finding.comparisons === 1 ? 'single' : 'example', {
    place: finding.example.comparisonId,
    why,
  });
  return [oneLine(extent), oneLine(example)];
}

function applicationsText(
  terminal: Terminal,
  { sdkAppIds, withoutApplication }: FindingRow,
): string {
  const named = sdkAppIds.slice(0, NAMES_SHOWN);
  const left = sdkAppIds.length - named.length;
  const shown = [...named, ...(withoutApplication > 0 ? [say(terminal, 'noApplication')] : [])];
  const list = shown.join(say(terminal, 'comma'));
  return left === 0 ? list : say(terminal, 'andMore', { list, number: countText(left) });
}

/** Why, by the largest of its comparisons, in the reader's language; null for what has no reason. */
export function exampleSentence(
  { language }: Terminal,
  { example: { evidence } }: FindingRow,
): string | null {
  return evidence && sentence(language, `evidence:${evidence.code}`, evidence.params);
}

function inferencesText(terminal: Terminal, inferences: readonly InferenceRow[]): string {
  if (inferences.length === 0) return `${say(terminal, 'noBetter')}\n`;
  const lines = inferences.flatMap((inference) => {
    const policy = POLICIES[inference.kind];
    const hint = policy && say(terminal, 'policy', { policy, value: inference.value });
    return [inferenceSentence(terminal, inference), ...(hint === undefined ? [] : [hint])];
  });
  return [say(terminal, 'inferred'), ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** What the bill was probably made by, and how many lines that explains. */
export function inferenceSentence(
  terminal: Terminal,
  { kind, value, lines, usualLines, of }: InferenceRow,
): string {
  const key = kind === 'era' ? 'readings/era' : `readings/${kind}/${value}`;
  return say(terminal, 'explains', {
    reading: say(terminal, key, { era: value }),
    lines: countText(lines),
    usualLines: countText(usualLines),
    of: countText(of),
  });
}

function say({ language }: Terminal, key: string, params: SentenceParams = {}): string {
  return sentence(language, `diagnose:${key}`, params);
}
