import type { Run } from '../../../shared/contract/audits';
import type { EvidenceFindingRow } from '../../../shared/contract/findings';
import { amountText, countText, decimalsOf } from '../../engine/locale/number-text';
import { sentence, type SentenceParams } from '../../engine/locale/sentence';
import { daysText, signed } from './audit-text';
import { displayWidth, padStartTo } from '../../../shared/contract/display-width';
import { oneLine } from './text-table';
import type { Terminal } from '../session/terminal';

/** What the files of a run say against each other, each with its size, its best example and the line; empty where nothing does. */
export function evidenceText(
  { language }: Pick<Terminal, 'language'>,
  run: Pick<Run, 'currency'>,
  findings: readonly EvidenceFindingRow[],
): string {
  if (findings.length === 0) return '';
  const say = (key: string, params: SentenceParams = {}) =>
    sentence(language, `contradictions:${key}`, params);
  const sizes = findings.map((finding) => sizeText(finding, run.currency, say));
  const width = Math.max(...sizes.map(displayWidth));
  const entries = findings.flatMap((finding, index) => [
    `${padStartTo(sizes[index] ?? '', width)}  ${headText(finding, run.currency, say)}`,
    `${' '.repeat(width + 2)}${oneLine(exampleText({ language }, finding))}`,
  ]);
  return [
    say('count', { number: countText(findings.length) }),
    say('lead'),
    '',
    ...entries,
    '',
  ].join('\n');
}

type Say = (key: string, params?: SentenceParams) => string;

/** How much: money, or minutes where it is no question of money. */
function sizeText({ amount, minutes, kind }: EvidenceFindingRow, currency: string, say: Say) {
  if (amount !== null) return `${signed(amount, decimalsOf([amount]))} ${currency}`;
  if (minutes === null) return '–';
  const count = countText(minutes);
  const moved = minutes.startsWith('-') || minutes === '0' ? count : `+${count}`;
  return say(kind === 'deductions' ? 'packageMinutes' : 'useMinutes', { minutes: moved });
}

function headText(finding: EvidenceFindingRow, currency: string, say: Say): string {
  const { kind, packageId, places, from, to, worth } = finding;
  return [
    say(`kinds/${kind}`),
    ...(packageId === null ? [] : [oneLine(say('package', { id: packageId }))]),
    ...(from && to ? [daysText(from, to)] : []),
    say('places', { count: places }),
    ...(worth === null ? [] : [say('worth', { amount: amountText(worth), currency })]),
  ].join(' · ');
}

/** The sentence of the place where most is at stake, with its file and line. */
export function exampleText(
  { language }: Pick<Terminal, 'language'>,
  { example, places }: EvidenceFindingRow,
): string {
  const { file, line } = example.origin ?? {};
  const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
  const text = `${place}${sentence(language, `issues:${example.code}`, example.params)}`;
  return places === 1 ? text : sentence(language, 'contradictions:example', { text });
}
