import { basename, resolve } from 'node:path';
import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import type { TableOfFile } from '../../../shared/contract/column-mapping';
import type { ImportOutcome, Inspection } from '../../../shared/contract/imports';
import type { MappingDraft } from '../../../shared/contract/mapping';
import type { Issue } from '../../../shared/issue';
import { atomically } from '../store/workspace/atomically';
import type { ReadableDb } from '../store/workspace/connection';
import { exportOf } from '../store/imports/exports';
import { importStep, type ImportStep } from '../store/history/record-step';
import { startRecording } from '../store/history/recording';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { systemFailure } from '../system-failure';
import { draftMapping } from '../reading/mapping/draft-mapping';
import { importPart, sameImports, type ImportOptions } from './import-file';
import { inspectPart } from './inspect';
import type { Part } from '../reading/tables/part';
import { readHead } from '../reading/layout/read-head';
import type { Override } from '../reading/layout/stated-facts';
import { settleImport } from './settle/settle-import';
import { saidOfPart } from '../reading/tables/table-reading';
import { unpackFile } from '../reading/tables/unpack';

const NEVER = new AbortController().signal;

/**
 * Imports a file: itself, or each table in it, one import for each, all of it or nothing, so that each can be
 * taken back alone. What is in an archive beside the tables is named in the first import's issues; only where
 * nothing can be read does the file fail.
 */
export async function importFile(
  open: OpenWorkspace,
  path: string,
  options: ImportOptions,
): Promise<ImportOutcome[]> {
  const chosen = resolve(path);
  const { override = {}, signal } = options;
  const done = await withTables({ chosen, override, signal }, (found) =>
    options.rehearsal && !options.within
      ? rehearsing(open, () => importTables(open, found, { ...options, within: true }))
      : importTables(open, found, options),
  );
  return 'error' in done ? [{ outcome: 'failed', path: chosen, error: done.error }] : done.value;
}

/**
 * One transaction around imports that are only told of, and taken back: what they say together, and about each other, is
 * seen, and nothing of it stays.
 */
export async function rehearsing<T>(
  { writable }: OpenWorkspace,
  work: () => Promise<T>,
): Promise<T> {
  writable.exec('BEGIN IMMEDIATE');
  try {
    return await work();
  } finally {
    if (writable.inTransaction) writable.exec('ROLLBACK');
  }
}

async function importTables(
  open: OpenWorkspace,
  { tables, notes }: Tables,
  options: ImportOptions,
): Promise<ImportOutcome[]> {
  const { override = {}, replace = false, signal, step = importStep() } = options;
  const hereAs = tables.length > 1 ? await exportHere(open, tables, options) : undefined;
  const outcomes: ImportOutcome[] = [];
  for (const [index, part] of tables.entries()) {
    const outcome = await importPart(open, part, index === 0 ? notes : [], {
      ...options,
      step,
      override: saidOfPart(override, part),
      exportId: exportIdOf(open, outcomes),
      more: index < tables.length - 1,
      hereAs,
    });
    outcomes.push(outcome);
    if (outcome.outcome !== 'failed') continue;
    await settleWhatCame(open, outcomes, { replace, signal, step });
    break;
  }
  return outcomes;
}

/** The export as which all tables of an archive are here, byte for byte; null: there is none, all of them come anew. */
async function exportHere(
  open: OpenWorkspace,
  tables: readonly Part[],
  { override = {}, signal }: ImportOptions,
): Promise<number | null> {
  let common: readonly number[] = [];
  for (const [index, part] of tables.entries()) {
    const said = { override: saidOfPart(override, part), signal };
    const same = await sameImports(open, part, said);
    const exports = same.map(({ id }) => exportOf(open.writable, id));
    common = index === 0 ? exports : common.filter((one) => exports.includes(one));
    if (common.length === 0) break;
  }
  return common[0] ?? null;
}

/** Of an archive with a table that failed, those before it stay, and are settled as what they are: all there is. */
async function settleWhatCame(
  open: OpenWorkspace,
  outcomes: readonly ImportOutcome[],
  {
    replace,
    signal,
    step,
  }: { readonly replace: boolean; readonly signal: AbortSignal; readonly step: ImportStep },
): Promise<void> {
  const came = outcomes.findLast(({ outcome }) => outcome === 'imported');
  if (came?.outcome !== 'imported' || signal.aborted) return;
  const db = open.writable;
  const settle = () => settleImport(db, came.summary.id, { replace, signal });
  // Inside a transaction it is a rehearsal, of which nothing stays.
  if (db.inTransaction) {
    await settle();
    return;
  }
  await atomically(db, async () => {
    const recording = startRecording(db);
    await settle();
    step.add(db, basename(came.path), recording.end(), null);
  });
}

/** The export that the tables of a file before this one belong to. */
function exportIdOf(open: OpenWorkspace, outcomes: readonly ImportOutcome[]): number | undefined {
  const before = outcomes.find((outcome) => outcome.outcome !== 'failed');
  return before && exportOf(open.writable, before.summary.id);
}

/** Says how each table of a file would be read; changes nothing. See {@link inspectPart}. */
export async function inspectFile(
  db: ReadableDb | null,
  path: string,
  override: Override = {},
): Promise<Inspection[]> {
  const chosen = resolve(path);
  const done = await withTables({ chosen, override, signal: NEVER }, async ({ tables, notes }) => {
    const inspections: Inspection[] = [];
    for (const [index, part] of tables.entries())
      inspections.push(
        await inspectPart(db, part, index === 0 ? notes : [], saidOfPart(override, part)),
      );
    return inspections;
  });
  if (!('error' in done)) return done.value;
  const fileName = chosen.split(/[\\/]/).at(-1) ?? chosen;
  return [{ ok: false, path: chosen, fileName, sheet: null, error: done.error, mappable: false }];
}

/** How the columns of one table are, or would be, read. Throws EngineFailure where there is no such table. */
export async function inspectTable(
  { path, fileName, sheet }: TableOfFile,
  override: Override,
): Promise<MappingDraft> {
  const chosen = resolve(path);
  const { parts, close } = await unpackFile(chosen, NEVER);
  try {
    const part =
      parts.find(
        (one) =>
          (fileName === null || one.fileName === fileName) &&
          (sheet === null || one.sheet === sheet),
      ) ?? null;
    if (part?.container === 'json' || !part)
      throw new EngineFailure(engineError('file-no-header', { file: fileName ?? path }));
    return await draftMapping(part, saidOfPart(override, part));
  } finally {
    await close();
  }
}

interface Tables {
  readonly tables: readonly Part[];
  /** What else is in the file, one note for each. */
  readonly notes: readonly Issue[];
}

interface ChosenFile {
  readonly chosen: string;
  readonly override: Override;
  readonly signal: AbortSignal;
}

async function withTables<T>(
  { chosen, override, signal }: ChosenFile,
  work: (tables: Tables) => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: EngineError }> {
  try {
    const { parts, close } = await unpackFile(chosen, signal);
    try {
      return { value: await work(await tablesOf(parts, override)) };
    } finally {
      await close();
    }
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return { error: thrown.error };
    if (thrown instanceof Error && thrown.name === 'AbortError')
      return { error: engineError('cancelled', {}) };
    const failure = systemFailure(thrown);
    if (!failure) throw thrown;
    return { error: failure };
  }
}

/** Which parts can be read. Where none can, the first is given on, so that its own error is said. */
async function tablesOf(parts: readonly Part[], override: Override): Promise<Tables> {
  if (parts.length === 1) return { tables: parts, notes: [] };
  const tables: Part[] = [];
  const notes: Issue[] = [];
  for (const part of parts) {
    const head = await readHead(part.text, part.fileName, saidOfPart(override, part));
    if (head.ok) {
      await head.value.handle.close();
      tables.push(part);
      continue;
    }
    const name = part.sheet ?? part.fileName.slice(part.fileName.indexOf('/') + 1);
    notes.push({ severity: 'note', code: 'part-left-out', params: { part: name } });
  }
  return tables.length === 0 ? { tables: parts.slice(0, 1), notes: [] } : { tables, notes };
}
