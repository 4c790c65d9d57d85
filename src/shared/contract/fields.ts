import { z } from 'zod';
import { isItem, type Item } from '../catalog/item';
import { isDay, type Day } from '../period/day';
import { isLocalTime, type LocalTime } from '../period/local-time';
import { CAUSES, STATUSES } from '../reconcile/result/discrepancy';
import { LANGUAGES } from './languages';

/** Field types that several messages share. Money and prices cross as decimal text, never as numbers. */
export const dayField = z.custom<Day>((value) => typeof value === 'string' && isDay(value));
export const timeField = z.custom<LocalTime>(
  (value) => typeof value === 'string' && isLocalTime(value),
);
export const itemField = z.custom<Item>((value) => typeof value === 'string' && isItem(value));
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
export const currencyField = z.enum(['CNY', 'USD']);
export const statusField = z.enum(STATUSES);
export const causeField = z.enum(CAUSES);
export const languageField = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageField>;
export const periodField = z.object({ from: dayField, to: dayField });
export const paramsField = z.record(z.string(), z.union([z.string(), z.number()]));

export const originField = z.object({
  file: z.string(),
  sheet: z.string().optional(),
  line: z.number().int().optional(),
  column: z.string().optional(),
});

export const issueField = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  code: z.string(),
  params: paramsField,
  origin: originField.optional(),
});

export const citationField = z.object({
  document: z.string(),
  date: z.string(),
  printed: z.string(),
  evidence: z.enum(['seen', 'inferred']),
});

export const traceStepField = z.object({
  rule: z.string(),
  inputs: paramsField,
  value: z.string(),
  unit: z.enum(['seconds', 'minutes', 'amount', 'price', 'factor', 'text']),
  citation: citationField.optional(),
});

/** A page of a big table is asked for by offset and limit; `total` counts all rows that fit the filter. */
export const pageInput = {
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(1000),
};
