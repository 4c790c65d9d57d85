import { z } from 'zod';
import { dayField, issueField, pageInput } from './fields';
import { engineErrorSchema } from './error-field';
import { encodingField, tableReadingSchema } from './column-mapping';
import { importKindField } from './import-kind';

/** How a file was read, as data; the sentence is made in the reader's language (`imports.reading`). */
export const fileReadingSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  size: z.number().int(),
  container: z.enum(['csv', 'xlsx', 'zip', 'json']),
  sheet: z.string().nullable(),
  encoding: encodingField,
  delimiter: z.string(),
  headerLine: z.number().int(),
  kind: importKindField,
  profile: z.string(),
  /** Header cell -> field it was read as; null: carried along, not read. */
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  sampleRows: z.array(z.array(z.string())),
  /** What is known of the file that stands in none of its rows, and who says so. */
  stated: z.array(
    z.object({
      fact: z.enum(['application', 'service', 'month', 'basis']),
      value: z.string(),
      by: z.enum(['override', 'file-name', 'header', 'assumed']),
    }),
  ),
  /** Neither its rows nor its name say whose usage it is; see {@link importSummarySchema} `application`. */
  applicationUnsaid: z.boolean(),
  /** By whom its columns were named: a saved profile, or a mapping for this file alone; null: the program. */
  mappedBy: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('profile'), name: z.string(), version: z.number().int() }),
      z.object({ by: z.literal('mapping') }),
    ])
    .nullable(),
  issues: z.array(issueField),
  /** Set when the same bytes were imported before. */
  alreadyImportedAs: z.number().int().nullable(),
});
export type FileReading = z.infer<typeof fileReadingSchema>;

export const inspectionSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), path: z.string(), reading: fileReadingSchema }),
  z.object({
    ok: z.literal(false),
    path: z.string(),
    fileName: z.string(),
    sheet: z.string().nullable(),
    error: engineErrorSchema,
    /** Not recognised, but a table: `imports.draftMapping` says what its columns might mean. */
    mappable: z.boolean(),
  }),
]);
export type Inspection = z.infer<typeof inspectionSchema>;

/** accepted + quarantined + duplicates + ignored = rows, always. */
export const importSummarySchema = z.object({
  id: z.number().int(),
  fileName: z.string(),
  /** Of a workbook; null for all other files. */
  sheet: z.string().nullable(),
  path: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  kind: importKindField,
  profile: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  headerLine: z.number().int(),
  rows: z.number().int(),
  accepted: z.number().int(),
  quarantined: z.number().int(),
  duplicates: z.number().int(),
  ignored: z.number().int(),
  firstDay: dayField.nullable(),
  lastDay: dayField.nullable(),
  apps: z.number().int(),
  importedAt: z.string(),
  /**
   * Whose usage all of its rows are of, where none of them says it; else null. `sdkAppId` is null where nobody
   * knows. `stated`: by the user or the file's name when it came; `said`: by the user later; `assumed`: by nobody,
   * it is the only application of the account and of all other files.
   */
  application: z
    .object({ sdkAppId: z.string().nullable(), by: z.enum(['stated', 'said', 'assumed']) })
    .nullable(),
  /** `waiting`: it does not count, since it may be of one of several applications and nobody says of which. */
  state: z.enum(['live', 'undone', 'waiting']),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** What one file of a batch came to. `unchanged`: the same bytes were here already. */
export const importOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), path: z.string(), summary: importSummarySchema }),
  z.object({ outcome: z.literal('unchanged'), path: z.string(), summary: importSummarySchema }),
  z.object({ outcome: z.literal('failed'), path: z.string(), error: engineErrorSchema }),
]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

const sdkAppIdField = z.string().regex(/^[0-9]{5,20}$/);

/** What the user says of files that neither their rows nor their names do. */
export const importOverrideSchema = z.object({
  sdkAppId: sdkAppIdField.optional(),
  service: z
    .enum(['av', 'recording.output', 'recording.single', 'recording.mixed', 'transcoding'])
    .optional(),
  /** How tables are to be read where that is not left to the program. */
  readings: z.array(tableReadingSchema).max(1000).optional(),
});
export type ImportOverride = z.infer<typeof importOverrideSchema>;

const jobStarted = z.object({ jobId: z.string() });
const oneImport = z.object({ importId: z.number().int() });

export const importMethods = {
  /** Reads the head of each file (of a folder: of all files in it) and says how it would be read. Changes nothing. */
  'imports.inspect': {
    input: z.object({
      paths: z.array(z.string()).min(1).max(1000),
      override: importOverrideSchema.optional(),
    }),
    output: z.array(inspectionSchema),
  },
  /**
   * Imports each file (of a folder: all files in it) in its own transaction; with `replace` it counts instead
   * of the imports that it restates. The job's result is `ImportOutcome[]`.
   */
  'imports.start': {
    input: z.object({
      paths: z.array(z.string()).min(1).max(1000),
      replace: z.boolean().default(false),
      override: importOverrideSchema.optional(),
    }),
    output: jobStarted,
  },
  /**
   * Imports, undone ones too: in the order in which they were made, or newest first. `named`: only those in whose file
   * or sheet name this stands. `ids`: only these, however many others there are.
   */
  'imports.list': {
    input: z.object({
      ...pageInput,
      newestFirst: z.boolean().optional(),
      named: z.string().max(200).optional(),
      ids: z.array(z.number().int()).max(1000).optional(),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(importSummarySchema) }),
  },
  /** Takes a whole import back; its rows stay in the file until the workspace is compacted. */
  'imports.undo': { input: oneImport, output: importSummarySchema },
  'imports.redo': { input: oneImport, output: importSummarySchema },
  /** Says whose usage an import is, whose rows do not; null takes that back, so that it is assumed again. */
  'imports.sayApplication': {
    input: oneImport.extend({ sdkAppId: sdkAppIdField.nullable() }),
    output: importSummarySchema,
  },
  'imports.issues': {
    input: z.object({ importId: z.number().int(), ...pageInput }),
    output: z.object({ total: z.number().int(), rows: z.array(issueField) }),
  },
} as const;
