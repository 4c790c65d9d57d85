import { resolve } from 'node:path';
import { z } from 'zod';
import { EngineFailure, type EngineError } from '../../../shared/contract/error';
import {
  importOutcomeSchema,
  type ImportOutcome,
  type ImportOverride,
  type Inspection,
} from '../../../shared/contract/imports';
import type { Transport } from '../../../shared/contract/transport';
import { sentence, term } from '../../engine/locale/sentence';
import { ask, runJob } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { progressLine } from '../text/progress-line';
import { statementText } from '../text/statement-text';
import { oneLine } from '../text/text-table';
import type { Terminal } from '../session/terminal';

export type FileKind = 'usage' | 'bill';

/** A file to import; `kind` is what the user says it is, null where that is left to the file. */
export interface FileToImport {
  readonly path: string;
  readonly kind: FileKind | null;
}

export interface ImportManner {
  readonly override?: ImportOverride;
  /** Let a newer export count instead of what it restates. */
  readonly replace?: boolean;
}

function leftOut(file: string, { code, params }: EngineError, { language }: Terminal): string {
  const reason = sentence(language, `errors:${code}`, params);
  return oneLine(`${file}: ${sentence(language, 'imports:folderLeftOut', { reason })}`);
}

/** Why a named file cannot be read, and what can be done where its columns are only not known. */
function unreadable({ path, error, mappable }: Extract<Inspection, { ok: false }>): Error {
  return mappable && error.code === 'file-no-header'
    ? new CliFailure('mapping:cli/hint', { file: path })
    : new EngineFailure(error);
}

/**
 * Looks at files, and at all files of a folder: where a named one cannot be read, or is not what it was given as,
 * nothing goes on; what cannot be read in a folder is said and left out. Answers the paths that can be imported.
 */
export async function readableFiles(
  transport: Transport,
  terminal: Terminal,
  files: readonly FileToImport[],
  override: ImportOverride = {},
): Promise<string[]> {
  if (files.length === 0) return [];
  const paths = files.map(({ path }) => resolve(path));
  const inspections = await ask(transport, 'imports.inspect', { paths, override });
  for (const inspection of inspections) {
    if (!inspection.ok) {
      // A file that was named must be readable; in a folder stands what stands there.
      if (paths.includes(inspection.path)) throw unreadable(inspection);
      terminal.err(`${leftOut(inspection.fileName, inspection.error, terminal)}\n`);
      continue;
    }
    const asked = files[paths.indexOf(inspection.path)]?.kind ?? null;
    const { kind, fileName } = inspection.reading;
    if (asked !== null && asked !== kind)
      throw new CliFailure('otherKind', {
        file: fileName,
        given: term(terminal.language, 'kinds', asked),
        found: term(terminal.language, 'kinds', kind),
      });
  }
  for (const inspection of inspections) {
    const said = inspection.ok ? statementText(inspection.reading, terminal) : '';
    if (inspection.ok && said !== '')
      terminal.err(`${oneLine(`${inspection.reading.fileName}: ${said}`)}\n`);
  }
  return [...new Set(inspections.filter((inspection) => inspection.ok).map(({ path }) => path))];
}

/** Imports files, and all files of a folder, after looking at all of them first ({@link readableFiles}). */
export async function importFiles(
  transport: Transport,
  terminal: Terminal,
  files: readonly FileToImport[],
  { override = {}, replace = false }: ImportManner = {},
): Promise<ImportOutcome[]> {
  const readable = await readableFiles(transport, terminal, files, override);
  if (readable.length === 0) return [];
  const paths = files.map(({ path }) => resolve(path));
  const progress = progressLine(terminal);
  try {
    const result = await runJob(
      transport,
      () => ask(transport, 'imports.start', { paths: readable, override, replace }),
      progress.show,
    );
    const outcomes = z.array(importOutcomeSchema).parse(result);
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'failed') continue;
      if (paths.includes(outcome.path)) throw new EngineFailure(outcome.error);
      terminal.err(`${leftOut(outcome.path, outcome.error, terminal)}\n`);
    }
    return outcomes;
  } finally {
    progress.clear();
  }
}
