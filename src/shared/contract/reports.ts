import { z } from 'zod';
import { decimalText, languageField, pageInput, periodField, currencyField } from './fields';

/** In the order in which they are offered. */
export const REPORT_FORMATS = ['xlsx', 'html', 'pdf', 'csv', 'focus', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a report says about itself, so that it can be checked later: everything the run depends on, and what
 * came out. `fingerprint` is the SHA-256 of all fields but the last four, as canonical JSON.
 */
export const reportStampSchema = z.object({
  recount: z.literal(1),
  engine: z.string(),
  /** `sha256:` of the price book. */
  priceBook: z.string(),
  /** SHA-256 of the account's facts and policies. */
  account: sha256Text,
  /** False: nothing was stated, defaults were assumed. */
  accountStated: z.boolean(),
  currency: currencyField,
  period: periodField.nullable(),
  inputs: z.array(z.object({ fileName: z.string(), sha256: sha256Text, profile: z.string() })),
  totals: z.record(z.string(), decimalText),
  /** SHA-256 of the differences, with their causes, and of the expected charges. */
  contents: sha256Text,
  fingerprint: sha256Text,
  /** UTC, ISO 8601. */
  auditedAt: z.string(),
  language: languageField,
  /** Names the secret behind the pseudonyms; null: ids stand as they are. */
  maskedWith: z.string().nullable(),
});
export type ReportStamp = z.infer<typeof reportStampSchema>;

/** A report that was written earlier. The file may have been moved since; its bytes are known by `sha256`. */
export const madeReportSchema = z.object({
  id: z.number().int(),
  /** UTC, ISO 8601. */
  madeAt: z.string(),
  kind: z.enum(['report', 'dispute']),
  format: z.string(),
  path: z.string(),
  sha256: sha256Text,
  bytes: z.number().int(),
  fingerprint: sha256Text,
  period: periodField.nullable(),
  language: languageField,
  masked: z.boolean(),
  /** True where a file stands at `path` today. */
  there: z.boolean(),
});
export type MadeReport = z.infer<typeof madeReportSchema>;

/** Which differences a dispute is about. `over-billed`: all that were billed too high. */
export const disputeChoiceSchema = z.discriminatedUnion('rows', [
  z.object({ rows: z.literal('over-billed') }),
  z.object({ rows: z.literal('all') }),
  /** Those that somebody decided to dispute. */
  z.object({ rows: z.literal('disputed') }),
  z.object({ rows: z.literal('ids'), ids: z.array(z.string()).min(1) }),
]);
export type DisputeChoice = z.infer<typeof disputeChoiceSchema>;

/** One thing that a report says otherwise than the recomputation. Sentence: `reports:findings/<code>`. */
export const verifyFindingSchema = z.object({
  code: z.enum([
    'stamp-edited',
    'engine',
    'price-book',
    'account',
    'input-missing',
    'input-changed',
    'input-added',
    'total',
    'contents',
    'mask-key',
    'cell',
    'line-missing',
    'line-added',
    'sheet-missing',
    'pages',
  ]),
  /** A note alone does not make a report wrong. */
  weight: z.enum(['differs', 'note']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type VerifyFinding = z.infer<typeof verifyFindingSchema>;

/** The job's result of `reports.verify`. */
export const verdictSchema = z.object({
  /** True: recomputed from the same inputs, the report says exactly what comes out. */
  verified: z.boolean(),
  format: z.enum(['xlsx', 'html', 'pdf', 'json']),
  stamp: reportStampSchema,
  /** True: the bytes are those of a report that this workspace wrote. */
  known: z.boolean(),
  /** Cells, lines or values that were compared. */
  compared: z.number().int(),
  findings: z.array(verifyFindingSchema),
  /** Differing cells beyond those that are listed. */
  more: z.number().int(),
});
export type Verdict = z.infer<typeof verdictSchema>;

const writing = {
  runId: z.number().int(),
  folder: z.string(),
  language: languageField,
  /** Ids become stable pseudonyms, names of applications and paths are left out. */
  masked: z.boolean().default(false),
};

export const reportMethods = {
  /** Writes reports of a run into a folder, which is made where it is missing. The job's result is `{files: string[]}`. */
  'reports.write': {
    input: z.object({ ...writing, formats: z.array(z.enum(REPORT_FORMATS)).min(1) }),
    output: z.object({ jobId: z.string() }),
  },
  /**
   * Writes what is sent to the provider: a letter (PDF and text) and a workbook with only the rows it is
   * about, in a folder of their own or as one ZIP below `folder`, which is made where it is missing. The job's result is `{files: string[]}`. Fails with
   * `dispute-empty` where no difference fits the choice.
   */
  'reports.dispute': {
    input: z.object({
      ...writing,
      choice: disputeChoiceSchema,
      packed: z.boolean(),
      /** Whom the provider answers; printed under the letter. */
      contact: z.string().max(500).default(''),
    }),
    output: z.object({ jobId: z.string() }),
  },
  /**
   * Writes which pseudonym stands for which id of the run, as CSV. Not to be sent with a masked report. `replace`: a
   * file of that name may go, since the person was asked; otherwise it stays, and the answer is `file-exists`.
   */
  'reports.writeMaskKey': {
    input: z.object({ runId: z.number().int(), path: z.string(), replace: z.boolean() }),
    output: z.object({ ids: z.number().int() }),
  },
  /** What was written from this workspace, newest first. */
  'reports.list': {
    input: z.object(pageInput),
    output: z.object({ total: z.number().int(), rows: z.array(madeReportSchema) }),
  },
  /** Those of the files that say of themselves that they are reports of Recount and can be verified. */
  'reports.recognise': {
    input: z.object({ paths: z.array(z.string()).max(10_000) }),
    output: z.object({ reports: z.array(z.string()) }),
  },
  /** Recomputes from what is imported and compares. The job's result is a Verdict. */
  'reports.verify': {
    input: z.object({ path: z.string() }),
    output: z.object({ jobId: z.string() }),
  },
} as const;
