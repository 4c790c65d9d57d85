import { fieldProblems, type FieldProblem } from '../account/field-problem';
import { err, ok, type Result } from '../result';
import type { PriceAbsence, PriceBook, PriceEntry } from './price-book';
import { priceBookSchema, type PriceBookFile } from './price-book-schema';

/** What is wrong with one field of a price book. Sentences: locales `account:<code>`. */
export type PriceBookProblem = FieldProblem;

/** Reads a price book; all problems when it cannot be read. Whether its rules fit together: see lint.ts. */
export function readPriceBook(json: unknown): Result<PriceBook, readonly PriceBookProblem[]> {
  const parsed = priceBookSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return err(fieldProblems(parsed.error));
  const { site, currency, eras, ratios, packages } = parsed.data;
  return ok({
    site,
    currency,
    prices: eras.flatMap(entriesOf),
    absences: eras.flatMap(absencesOf),
    ratios: ratios.flatMap(({ ratios: byItem, ...block }) =>
      byItem.map(([item, ratio]) => ({ ...block, item, ratio })),
    ),
    packages: packages.flatMap(({ offers, ...block }) =>
      offers.map((offer) => ({ ...block, ...offer })),
    ),
  });
}

type Era = PriceBookFile['eras'][number];

function entriesOf(block: Era): PriceEntry[] {
  const { id, era, from, to, unit, condition, citation } = block;
  const standIns = new Map(block.pricedAs);
  return block.prices.map(([item, price]) => {
    const rule = { era, item, from, to, condition, citation };
    return { ...rule, id: `${id}/${item}`, price, unit, pricedAs: standIns.get(item) };
  });
}

function absencesOf({ era, from, to, condition, citation, absent }: Era): PriceAbsence[] {
  return absent.map((item) => ({ era, item, from, to, condition, citation }));
}
