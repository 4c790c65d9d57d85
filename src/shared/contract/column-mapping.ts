import { z } from 'zod';

/** The exports of the program as which a file with other column names can be read, by their profile. */
export const READABLE_AS = [
  'cn-l3-detail',
  'intl-l3-detail',
  'cn-l2-resource',
  'cn-l1-by-product',
  'cn-usage-detail',
  'console-usage',
  'stream-segments',
  'trtc-package-list',
  'trtc-package-deductions',
  'cn-transactions',
] as const;
export type ReadableAs = (typeof READABLE_AS)[number];

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export const encodingField = z.enum(ENCODINGS);

export const profileNameField = z.string().trim().min(1).max(80);

/** Which column of a file means which field. Column names are compared as headers are: case, width and blanks do not matter. */
export const columnMappingSchema = z.object({
  readAs: z.enum(READABLE_AS),
  /** Column name -> field. Columns that are not named are carried along and not read. */
  columns: z.record(z.string().min(1).max(500), z.string().min(1).max(40)),
  /** The saved profile that it comes from; absent: said for this file alone. */
  profile: z.object({ name: profileNameField, version: z.number().int().min(1) }).optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** How a person says that a file is to be read; what is absent is found out. */
export const saidReadingSchema = z.object({
  encoding: encodingField.optional(),
  /** One character. */
  delimiter: z
    .string()
    .length(1)
    .refine((text) => !/["\r\n]/.test(text))
    .optional(),
  /** Line of the file on which the header stands, from 1. */
  headerLine: z.number().int().min(1).max(1000).optional(),
  mapping: columnMappingSchema.optional(),
});
export type SaidReading = z.infer<typeof saidReadingSchema>;

/** One table: of an archive or a workbook, the part of it that is meant. */
export const tableOfFileSchema = z.object({
  path: z.string(),
  /** As inspected: `bills.zip/part-1.csv`. null: the only table of the file, or all of them. */
  fileName: z.string().nullable(),
  sheet: z.string().nullable(),
});
export type TableOfFile = z.infer<typeof tableOfFileSchema>;

/** What is said of one table; `table` null: of every one. */
export const tableReadingSchema = saidReadingSchema.extend({ table: tableOfFileSchema.nullable() });
export type TableReading = z.infer<typeof tableReadingSchema>;
