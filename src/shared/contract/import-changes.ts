import { z } from 'zod';
import {
  currencyField,
  dayField,
  decimalText,
  originField,
  pageInput,
  periodField,
} from './fields';
import { importOverrideSchema } from './imports';

/** How many rows differ between two exports of the same days, and what that comes to. */
const restatedCounts = {
  unchanged: z.number().int(),
  changed: z.number().int(),
  added: z.number().int(),
  gone: z.number().int(),
  /** By how much the billed amount went up; null for usage. */
  amount: decimalText.nullable(),
  currency: currencyField.nullable(),
  /** By how much the measured seconds went up; null for a bill. */
  seconds: z.number().int().nullable(),
};

/** What importing a file would change, beside those before it in its batch. Counts are of rows; `seconds` and `amount` of what counts in the end. */
export const forecastSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  sheet: z.string().nullable(),
  rows: z.number().int(),
  accepted: z.number().int(),
  quarantined: z.number().int(),
  duplicates: z.number().int(),
  ignored: z.number().int(),
  /** Of the rows that can be read; null where none has a day. */
  firstDay: dayField.nullable(),
  lastDay: dayField.nullable(),
  /** How many applications they name. */
  apps: z.number().int(),
  /** Seconds of use that are added. */
  seconds: z.number().int(),
  /** Sum of bill lines that is added. */
  amount: decimalText,
  currency: currencyField.nullable(),
  /** Nothing of it counts until somebody says whose usage it is; `accepted` will count then. */
  waits: z.boolean(),
  /** Imports that say something else about the same days. */
  restates: z.array(
    z.object({ importId: z.number().int(), fileName: z.string(), ...restatedCounts }),
  ),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** What would differ in a month that the files are about. */
export const foretoldDifferencesSchema = z.object({
  period: periodField,
  /** So many would differ. */
  left: z.number().int(),
  /** Of those that differ now, and not yet; null: the month has no audit of what is there now. */
  change: z.object({ removed: z.number().int(), added: z.number().int() }).nullable(),
});
export type ForetoldDifferences = z.infer<typeof foretoldDifferencesSchema>;

/** What importing several files would change, together: what two of them hold is counted once. */
export const batchForecastSchema = z.object({
  files: z.array(forecastSchema),
  total: z.object({
    seconds: z.number().int(),
    amounts: z.array(z.object({ currency: currencyField, amount: decimalText })),
  }),
  /** Newest first; null where there is too much to be audited while somebody waits. */
  months: z.array(foretoldDifferencesSchema).nullable(),
});
export type BatchForecast = z.infer<typeof batchForecastSchema>;

/** What the provider changed from one file to the next of the same days. */
export const restatementSchema = z.object({
  id: z.number().int(),
  kind: z.enum(['usage', 'bill']),
  /** `daily`: issues of one month, the later one counts by itself; `chosen`: a person let the newer one count. */
  how: z.enum(['daily', 'chosen']),
  newer: z.object({ importId: z.number().int(), fileName: z.string() }),
  older: z.object({ importId: z.number().int(), fileName: z.string() }),
  foundAt: z.string(),
  ...restatedCounts,
  /** False while one of the two is undone: nothing is replaced then. */
  inForce: z.boolean(),
});
export type Restatement = z.infer<typeof restatementSchema>;

const restatedSide = z.object({ origin: originField, cells: z.array(z.string()) });

/** One row on both sides, with the columns whose cells differ. */
export const restatedRowSchema = z.object({
  change: z.enum(['changed', 'added', 'gone']),
  older: restatedSide.nullable(),
  newer: restatedSide.nullable(),
  cells: z.array(z.object({ column: z.string(), older: z.string(), newer: z.string() })),
  amount: decimalText.nullable(),
  seconds: z.number().int().nullable(),
});
export type RestatedRowView = z.infer<typeof restatedRowSchema>;

const nothing = z.object({});
const oneImport = z.object({ importId: z.number().int() });

export const importChangeMethods = {
  /** Reads the files as an import would, as one batch, and takes everything back. The job's result is `BatchForecast`. */
  'imports.forecast': {
    input: z.object({
      paths: z.array(z.string()).min(1).max(1000),
      override: importOverrideSchema.optional(),
      /** As it will be said to the import: newer files count instead of what they restate. */
      replace: z.boolean().optional(),
    }),
    output: z.object({ jobId: z.string() }),
  },
  /** Lets an import count instead of those that it restates. */
  'imports.replace': { input: oneImport, output: z.object({ replaced: z.number().int() }) },
  /** Takes that choice back: both count again. */
  'imports.keepBoth': { input: oneImport, output: nothing },
  'imports.restatements': { input: nothing, output: z.array(restatementSchema) },
  'imports.restatedRows': {
    input: z.object({ restatementId: z.number().int(), ...pageInput }),
    output: z.object({ total: z.number().int(), rows: z.array(restatedRowSchema) }),
  },
} as const;
