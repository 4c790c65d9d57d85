import { z } from 'zod';
import { issueField, paramsField } from './fields';
import { importKindField } from './import-kind';
import {
  columnMappingSchema,
  encodingField,
  profileNameField,
  READABLE_AS,
  saidReadingSchema,
  tableOfFileSchema,
} from './column-mapping';

/** `group`: one field of several that mean the same is enough; its name is that of the first. */
const fieldNeedSchema = z.object({
  field: z.string(),
  need: z.enum(['required', 'one-of', 'useful']),
  group: z.string().nullable(),
});
export type FieldNeed = z.infer<typeof fieldNeedSchema>;

/** A column that seems to mean a field, and why. */
const guessSchema = z.object({
  /** From 0. */
  column: z.number().int(),
  field: z.string(),
  /** 0 to 1, only to compare guesses of one file. */
  score: z.number(),
  /** `name`: it is a known name; `similar`: like a known name; `values`: by the form of its cells. */
  why: z.enum(['name', 'similar', 'values']),
  /** The known name, or a cell. */
  by: z.string(),
});
export type ColumnGuess = z.infer<typeof guessSchema>;

/** What a file might be, the best first. */
const candidateSchema = z.object({
  readAs: z.enum(READABLE_AS),
  kind: importKindField,
  fields: z.array(fieldNeedSchema),
  guesses: z.array(guessSchema),
  /** Needed fields for which there is no guess. */
  missing: z.array(z.string()),
});
export type MappingCandidate = z.infer<typeof candidateSchema>;

/** What is different from the header of a saved profile that is nearly the same. */
const headerChangeSchema = z.object({
  profileId: z.number().int(),
  name: z.string(),
  version: z.number().int(),
  added: z.array(z.string()),
  gone: z.array(z.string()),
  /** Columns that seem to be called otherwise now. */
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
});
export type HeaderChange = z.infer<typeof headerChangeSchema>;

const previewCellSchema = z.object({
  text: z.string(),
  /** What it was read as; null: it is not read. */
  read: z.string().nullable(),
  problem: z.boolean(),
});

const previewRowSchema = z.object({
  outcome: z.enum(['read', 'quarantined', 'ignored', 'unknown']),
  /** Why it is quarantined: the sentence is `issues:<code>`. */
  code: z.string().nullable(),
  params: paramsField,
  cells: z.array(previewCellSchema),
});

/** A table and how its columns are, or would be, read. */
export const mappingDraftSchema = z.object({
  table: tableOfFileSchema,
  encoding: encodingField,
  delimiter: z.string(),
  headerLine: z.number().int(),
  header: z.array(z.string()),
  /** The table is read without anybody's help. */
  recognised: z.boolean(),
  /** Best first; never empty. */
  candidates: z.array(candidateSchema),
  /** What is in force: what was said, else what was recognised, else the best guess. */
  mapping: columnMappingSchema,
  /** Field of each column under it. */
  fields: z.array(z.string().nullable()),
  /** Needed fields that have no column. */
  missing: z.array(z.string()),
  /** Columns that nobody reads and that look like money. */
  money: z.array(z.number().int()),
  change: headerChangeSchema.nullable(),
  rows: z.array(previewRowSchema),
  sampled: z.number().int(),
  /** Of the sampled rows, those that go to quarantine. */
  unreadable: z.number().int(),
  issues: z.array(issueField),
});
export type MappingDraft = z.infer<typeof mappingDraftSchema>;

export const savedProfileSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  version: z.number().int(),
  readAs: z.enum(READABLE_AS),
  kind: importKindField,
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  savedAt: z.string(),
});
export type SavedProfileView = z.infer<typeof savedProfileSchema>;

/** Profiles as they are given to others. */
export const profileFileSchema = z.object({
  recountProfiles: z.literal(1),
  profiles: z
    .array(
      z.object({
        name: profileNameField,
        version: z.number().int().min(1).max(10_000),
        readAs: z.enum(READABLE_AS),
        columns: z
          .array(
            z.object({
              header: z.string().max(500),
              field: z.string().min(1).max(40).nullable(),
            }),
          )
          .min(1)
          .max(2000),
      }),
    )
    .max(500),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;

const profiles = z.array(savedProfileSchema);

export const mappingMethods = {
  /** How the columns of a table are, or would be, read; what is said takes part. Changes nothing. */
  'imports.draftMapping': {
    input: z.object({ table: tableOfFileSchema, said: saidReadingSchema.default({}) }),
    output: mappingDraftSchema,
  },
  /** Every version of every profile, by name, the newest version first. */
  'imports.profiles': { input: z.object({}), output: profiles },
  /** Saves a mapping of this header; under a name that is there already, as its next version. */
  'imports.saveProfile': {
    input: z.object({
      name: profileNameField,
      header: z.array(z.string().max(500)).min(1).max(2000),
      mapping: columnMappingSchema,
    }),
    output: savedProfileSchema,
  },
  /** Forgets one version. What was imported by it stays and stays readable. */
  'imports.removeProfile': { input: z.object({ profileId: z.number().int() }), output: profiles },
  /** Writes profiles, all versions, to a JSON file; no names: all. */
  'imports.exportProfiles': {
    input: z.object({ path: z.string(), names: z.array(z.string()).optional() }),
    output: z.object({ count: z.number().int() }),
  },
  /** Takes profiles in from such a file; one that is here already, name, header and fields, is left out. */
  'imports.importProfiles': {
    input: z.object({ path: z.string() }),
    output: z.object({ added: z.number().int(), known: z.number().int() }),
  },
} as const;
