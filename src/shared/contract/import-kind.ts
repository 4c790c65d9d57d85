import { z } from 'zod';

/**
 * What the rows of a file are. usage and bill are what an audit compares; the others are evidence beside
 * them: totals (L1) are what a month's lines must add up to, transactions are the cash that was taken,
 * packages are what the console lists, deductions what the provider says it took from them.
 */
export const IMPORT_KINDS = [
  'usage',
  'bill',
  'totals',
  'transactions',
  'packages',
  'deductions',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const importKindField = z.enum(IMPORT_KINDS);
