import { z } from 'zod';
import {
  currencyField,
  dayField,
  decimalText,
  itemField,
  paramsField,
  periodField,
} from './fields';
import { siteField } from './prices';

/** Which book of a site: the program's own, or the one the user gave in its place. */
export const BOOK_KINDS = ['built-in', 'own'] as const;

export const bookSchema = z.object({
  site: siteField,
  kind: z.enum(BOOK_KINDS),
  /** Whether audits of this workspace compute with it. */
  inUse: z.boolean(),
  hash: z.string(),
  /** null: it came with the program. */
  fileName: z.string().nullable(),
  /** UTC, ISO 8601; null: it came with the program. */
  takenAt: z.string().nullable(),
  prices: z.number().int(),
  /** First day of its newest price. */
  latest: dayField,
  /** Rules of the book that do not fit the others. Sentences: locales `prices:faults/<code>`. */
  faults: z.array(z.object({ code: z.string(), params: paramsField })),
});
export type BookRow = z.infer<typeof bookSchema>;

const booksOutput = z.object({ books: z.array(bookSchema) });

/**
 * One version of prices and terms. `path`: a book that is not in the workspace. `on`: as if the list prices of
 * that day had always held; null: each day has its own. `contract` false: without what the account agreed.
 */
export const priceVersionSchema = z.object({
  book: z.union([z.enum([...BOOK_KINDS, 'in-use']), z.object({ path: z.string() })]),
  on: dayField.nullable(),
  contract: z.boolean(),
});
export type PriceVersion = z.infer<typeof priceVersionSchema>;

const sideSchema = z.object({
  hash: z.string(),
  fileName: z.string().nullable(),
  amount: decimalText,
  /** Use without a price on this side: it costs nothing here, and the two sums cannot be compared. */
  unpriced: z.array(
    z.object({
      item: itemField,
      sdkAppId: z.string(),
      firstDay: dayField,
      lastDay: dayField,
      minutes: z.number().int(),
    }),
  ),
});

/** The result of `prices.compare`. Amounts are exact sums of bill lines of 8 decimals; change = b - a. */
export const priceComparisonSchema = z.object({
  site: siteField,
  currency: currencyField,
  a: sideSchema,
  b: sideSchema,
  change: decimalText,
  months: z.array(
    z.object({
      /** The first day of the month of use. */
      month: dayField,
      amountA: decimalText,
      amountB: decimalText,
      change: decimalText,
      items: z.array(
        z.object({
          item: itemField,
          /** Billable minutes. */
          minutesA: z.number().int(),
          minutesB: z.number().int(),
          amountA: decimalText,
          amountB: decimalText,
          change: decimalText,
        }),
      ),
    }),
  ),
});
export type PriceComparison = z.infer<typeof priceComparisonSchema>;

export const priceBookMethods = {
  /** Every book at hand, each linted: two that came with the program, and the user's own. */
  'prices.books': { input: z.object({}), output: booksOutput },
  /** The faults of one book of a site. Fails with `price-book-missing` where there is no own one. */
  'prices.lint': {
    input: z.object({ site: siteField, kind: z.enum(BOOK_KINDS) }),
    output: bookSchema,
  },
  /**
   * Takes a book from a JSON file (the schema of resources/price-books) in place of the one of its site. Fails with
   * `price-book-invalid` and says which field, or `price-book-faulty` where a price would not be certain.
   */
  'prices.setBook': { input: z.object({ path: z.string() }), output: booksOutput },
  /** The program's own book counts again. Runs that were made with the other one keep it. */
  'prices.removeBook': { input: z.object({ site: siteField }), output: booksOutput },
  /** Writes a book as a file, to be changed and given back. Never overwrites: `file-exists`. */
  'prices.saveBook': {
    input: z.object({ site: siteField, kind: z.enum(BOOK_KINDS), path: z.string() }),
    output: z.object({}),
  },
  /** What the workspace's own use costs under two versions. A job; its result is `priceComparisonSchema`. */
  'prices.compare': {
    input: z.object({
      a: priceVersionSchema,
      b: priceVersionSchema,
      /** null: every month that has usage. */
      period: periodField.nullable(),
    }),
    output: z.object({ jobId: z.string() }),
  },
} as const;
