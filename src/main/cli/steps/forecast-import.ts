import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  forecastSentences,
  foretoldSentence,
  totalSentences,
  type ForecastWords,
} from '../../../shared/contract/forecast-sentences';
import { batchForecastSchema, type BatchForecast } from '../../../shared/contract/import-changes';
import type { Transport } from '../../../shared/contract/transport';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { ask, runJob } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import { progressLine } from '../text/progress-line';
import { oneLine } from '../text/text-table';
import { readableFiles, type FileToImport, type ImportManner } from './import-files';

/**
 * The workspace a dry run looks at: the one that is there, which it leaves as it is; where there is none yet, one that
 * goes with the command, and no file is made.
 */
export async function openForForecast(
  transport: Transport,
  path: string,
  account: string | undefined,
): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) await ask(transport, 'workspace.create', { path: null });
  else if (account !== undefined) throw new CliFailure('import/dryRunAccount', { file: path });
  else await ask(transport, 'workspace.open', { path: resolve(path) });
  if (account !== undefined)
    await ask(transport, 'account.setFromFile', { path: resolve(account) });
}

const NOTHING: BatchForecast = { files: [], total: { seconds: 0, amounts: [] }, months: null };

/** Tells what importing the files would change, as the window does before an import, and imports nothing. */
export async function forecastImport(
  transport: Transport,
  terminal: Terminal,
  files: readonly FileToImport[],
  { json, override, replace }: ImportManner & { readonly json?: string | true | undefined },
): Promise<void> {
  const paths = await readableFiles(transport, terminal, files, override);
  const progress = progressLine(terminal);
  const result =
    paths.length === 0
      ? NOTHING
      : await runJob(
          transport,
          () => ask(transport, 'imports.forecast', { paths, override, replace }),
          progress.show,
        ).finally(progress.clear);
  const batch = batchForecastSchema.parse(result);
  if (json !== undefined) await putJson({ forecast: batch }, json, terminal);
  else terminal.out(forecastText(batch, terminal));
}

function forecastText({ files, total, months }: BatchForecast, { language }: Terminal): string {
  const said: ForecastWords['sentence'] = (key, params) =>
    sentence(language, `imports:forecast/${key}`, params);
  const words: ForecastWords = { sentence: said, plain: said, count: (count) => countText(count) };
  const block = (title: string, sentences: readonly string[]) =>
    [`${oneLine(title)}\n`, ...sentences.map((each) => `  ${oneLine(each)}\n`)].join('');
  return [
    ...files.map((file) =>
      block(
        file.sheet === null ? file.fileName : `${file.fileName} · ${file.sheet}`,
        forecastSentences(file, words),
      ),
    ),
    ...(files.length > 1 ? [block(said('together'), totalSentences(total, words))] : []),
    ...(months ?? []).map(
      (month) => `${oneLine(foretoldSentence(month, month.period.from.slice(0, 7), words))}\n`,
    ),
    `${said('nothingWritten')}\n`,
  ].join('');
}
