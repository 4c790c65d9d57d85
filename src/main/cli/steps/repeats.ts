import type { RepeatedRange } from '../../../shared/contract/repeats';
import type { Transport } from '../../../shared/contract/transport';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { everyRow } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import { oneLine } from '../text/text-table';

/** Every row of some imports that stands somewhere else too, as ranges of lines; all of them, however many. */
export async function putRepeats(
  transport: Transport,
  { id, json }: { readonly id: readonly number[]; readonly json?: string | true | undefined },
  terminal: Terminal,
): Promise<void> {
  const found = [];
  for (const importId of id) {
    const asked = { importId, offset: 0, limit: 1 };
    const { rows } = await ask(transport, 'imports.list', { offset: 0, limit: 1, ids: [importId] });
    const { counts } = await ask(transport, 'imports.repeats', asked);
    const ranges = await everyRow((page) =>
      ask(transport, 'imports.repeats', { importId, ...page }),
    );
    found.push({ importId, fileName: rows[0]?.fileName ?? null, counts, ranges });
  }
  if (json !== undefined) {
    await putJson({ repeats: found }, json, terminal);
    return;
  }
  const { language } = terminal;
  for (const { importId, fileName, ranges } of found) {
    terminal.out(`${oneLine(`${importId}  ${fileName ?? '–'}`)}\n`);
    if (ranges.length === 0) terminal.out(`  ${sentence(language, 'repeats:none', {})}\n`);
    for (const range of ranges) terminal.out(`  ${oneLine(rangeText(range, language))}\n`);
  }
}

/** "lines 2–1,001 (1,000): first.csv, lines 2–1,001. Counted once, in the other file". */
function rangeText(range: RepeatedRange, language: Terminal['language']): string {
  const { how, count, lines, other } = range;
  const linesText = ({ first, last }: RepeatedRange['lines']) =>
    first === last
      ? sentence(language, 'repeats:oneLine', { line: countText(first) })
      : sentence(language, 'repeats:manyLines', { first: countText(first), last: countText(last) });
  const file = other.sheet === null ? other.fileName : `${other.fileName} · ${other.sheet}`;
  const where =
    other.lines === null
      ? file
      : how === 'identical'
        ? sentence(language, 'repeats:own', { lines: linesText(other.lines) })
        : sentence(language, 'repeats:in', { file, lines: linesText(other.lines) });
  const what = sentence(language, `repeats:how/${how}`, {});
  return `${linesText(lines)} (${countText(count)}): ${where}  ${what}`;
}
