import type { FileReading, Inspection } from '../../../shared/contract/imports';
import type { Issue } from '../../../shared/issue';
import type { ReadableDb } from '../store/workspace/connection';
import { importsOfBytes, hasImportOfSize } from '../store/imports/imports';
import { createHash } from 'node:crypto';
import { exportName } from '../reading/layout/export-name';
import { ownCells } from '../reading/tables/json-origin';
import type { Layout } from '../reading/layout/layout';
import type { Part } from '../reading/tables/part';
import { readingNotes } from './reading-notes';
import { readHead, type ReadableFile } from '../reading/layout/read-head';
import {
  assumedApplication,
  assumptionIssue,
  type AssumedApplication,
} from './settle/settle-applications';
import { profileName, rowReader } from '../reading/rows/row-reader';
import { statedText, type Override } from '../reading/layout/stated-facts';

/** Above this size a file's bytes are not compared before the import: a preview must come at once. */
const COMPARE_BYTES = 32 * 1024 * 1024;
const PREVIEW_ROWS = 5;
/** Failures that another mapping could mend. */
const MAPPABLE: ReadonlySet<string> = new Set(['file-no-header', 'mapping-invalid']);

/**
 * Says how a table would be read, from its head alone; changes nothing. `db`: the open workspace, to tell
 * whether the same bytes are in it already; null where there is none.
 */
export async function inspectPart(
  db: ReadableDb | null,
  part: Part,
  notes: readonly Issue[],
  override: Override = {},
): Promise<Inspection> {
  const { chosen, fileName } = part;
  const head = await readHead(part.text, fileName, override);
  if (!head.ok)
    return {
      ok: false,
      path: chosen,
      fileName,
      sheet: part.sheet,
      error: head.error,
      mappable: MAPPABLE.has(head.error.code) && part.container !== 'json',
    };
  const file = head.value;
  try {
    return { ok: true, path: chosen, reading: await readingOf(db, part, file, notes) };
  } finally {
    await file.handle.close();
  }
}

async function readingOf(
  db: ReadableDb | null,
  part: Part,
  file: ReadableFile,
  notes: readonly Issue[],
): Promise<FileReading> {
  const { layout } = file;
  const own = ownCells(layout.header.map((header) => ({ header })));
  const reader = rowReader(layout);
  const values = layout.sample.map((cells) => reader.read(cells));
  const first = values.find((value) => !('outcome' in value));
  const assumed = layout.tiers?.applicationUnsaid ? assumedApplication(db) : null;
  return {
    path: part.chosen,
    fileName: file.fileName,
    size: file.size,
    container: part.container,
    sheet: part.sheet,
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    kind: layout.profile.kind,
    profile: profileName(layout, first && !('outcome' in first) ? first : null),
    columns: own.map((column) => ({
      header: layout.header[column] ?? '',
      field: layout.fields[column] ?? null,
    })),
    sampleRows: layout.sample
      .slice(0, PREVIEW_ROWS)
      // A row that is longer than its header is shown whole.
      .map((cells) =>
        own.length === layout.header.length ? [...cells] : own.map((column) => cells[column] ?? ''),
      ),
    stated: statementsOf(part, layout, assumed),
    mappedBy: mappedBy(layout),
    applicationUnsaid: layout.tiers?.applicationUnsaid ?? false,
    issues: [
      ...notes,
      ...readingNotes(layout, file.fileName),
      ...(layout.tiers?.notes ?? []),
      ...(assumed ? [assumptionIssue(assumed, file.fileName)] : []),
      ...issuesOf(file, values.length),
    ],
    alreadyImportedAs: db && (await importOfSameBytes(db, file)),
  };
}

function mappedBy({ mapping }: Layout): FileReading['mappedBy'] {
  if (!mapping) return null;
  return mapping.profile ? { by: 'profile', ...mapping.profile } : { by: 'mapping' };
}

/** What is known of the file beside its rows, and from where. */
function statementsOf(
  part: Part,
  { tiers }: Layout,
  assumed: AssumedApplication | null,
): FileReading['stated'] {
  const { service = null } = tiers?.stated ?? {};
  const sdkAppId =
    assumed?.code === 'application-only-one'
      ? { value: assumed.app, by: 'assumed' as const }
      : tiers?.stated.sdkAppId;
  const name = exportName(part.chosen);
  const month = String(name?.month ?? '');
  return [
    ...(sdkAppId ? [{ fact: 'application' as const, ...sdkAppId }] : []),
    ...(service ? [{ fact: 'service' as const, ...service }] : []),
    ...(name
      ? [
          {
            fact: 'month' as const,
            value: `${month.slice(0, 4)}-${month.slice(4)}`,
            by: 'file-name' as const,
          },
        ]
      : []),
    ...(name?.basis
      ? [{ fact: 'basis' as const, value: name.basis, by: 'file-name' as const }]
      : []),
  ];
}

function issuesOf(file: ReadableFile, sampled: number): Issue[] {
  return sampled === 0
    ? [
        {
          severity: 'warning',
          code: 'file-header-only',
          params: {},
          origin: { file: file.fileName },
        },
      ]
    : [];
}

async function importOfSameBytes(db: ReadableDb, file: ReadableFile): Promise<number | null> {
  if (file.size > COMPARE_BYTES || !hasImportOfSize(db, file.size)) return null;
  const bytes = Buffer.alloc(file.size);
  const { bytesRead } = await file.handle.read(bytes, 0, file.size, 0);
  const sha256 = createHash('sha256').update(bytes.subarray(0, bytesRead)).digest('hex');
  const [known] = importsOfBytes(db, sha256, statedText(file.layout));
  return known && known.state !== 'undone' ? known.id : null;
}
