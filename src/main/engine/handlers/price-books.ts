import type { Site } from '../../../shared/catalog/site';
import type { Handlers } from '../../../shared/contract/contract';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { BookRow } from '../../../shared/contract/price-books';
import { siteField } from '../../../shared/contract/prices';
import { invariant } from '../../../shared/invariant';
import { lintPriceBook } from '../../../shared/pricing/lint';
import { priceBookInUse } from '../audit/price-book-in-use';
import { shippedPriceBook, type HashedPriceBook } from '../audit/price-books';
import type { EngineContext } from '../engine-context';
import { comparePrices } from '../prices/compare-prices';
import { readBookFile } from '../prices/read-book-file';
import { writeNewText } from '../report/new-text-file';
import type { ReadableDb } from '../store/workspace/connection';
import {
  ownPriceBook,
  stopUsingPriceBook,
  usePriceBook,
  type StoredPriceBook,
} from '../store/price-books';
import { recordStep, type RecordedStep } from '../store/history/record-step';

type PriceBookMethod = Exclude<Extract<keyof Handlers, `prices.${string}`>, 'prices.table'>;

export function priceBookHandlers({
  session,
  jobs,
  writing,
  changed,
}: EngineContext): Pick<Handlers, PriceBookMethod> {
  const current = () => session.current()?.readable ?? null;
  const told = () => {
    const db = current();
    return { books: siteField.options.flatMap((site) => booksOf(db, site)) };
  };
  const bookOf = (site: Site, kind: BookRow['kind']): BookRow => {
    const book = booksOf(current(), site).find((one) => one.kind === kind);
    if (!book) throw new EngineFailure(engineError('price-book-missing', { site }));
    return book;
  };
  return {
    'prices.books': told,
    'prices.lint': ({ site, kind }) => bookOf(site, kind),
    'prices.setBook': async ({ path }) => {
      session.require();
      const file = await readBookFile(path);
      await writing.run(async () => {
        const db = session.require().writable;
        const { site } = file.book;
        const takenAt = new Date().toISOString();
        await recordStep(
          db,
          () => usePriceBook(db, { ...file, site, takenAt }),
          () => bookStep('price-book-set', { ...file, site }),
        );
      });
      changed('account', 'audits');
      return told();
    },
    'prices.removeBook': async ({ site }) => {
      const removed = await writing.run(async () => {
        const db = session.require().writable;
        const own = ownPriceBook(db, site);
        if (own === null) return false;
        await recordStep(
          db,
          () => stopUsingPriceBook(db, site),
          () => bookStep('price-book-removed', own),
        );
        return true;
      });
      if (removed) changed('account', 'audits');
      return told();
    },
    'prices.saveBook': async ({ site, kind, path }) => {
      bookOf(site, kind);
      const db = current();
      const own = db && ownPriceBook(db, site);
      const json: unknown =
        kind === 'own' && own ? JSON.parse(own.json) : shippedPriceBook(site).json;
      await writeNewText(path, `${JSON.stringify(json, null, 2)}\n`);
      return {};
    },
    'prices.compare': (input) => {
      const workspace = session.require();
      const jobId = jobs.start('prices', (control) => comparePrices(workspace, input, control));
      return { jobId };
    },
  };
}

function bookStep(
  title: 'price-book-set' | 'price-book-removed',
  { site, fileName: file, hash }: Pick<StoredPriceBook, 'site' | 'fileName' | 'hash'>,
): RecordedStep {
  const details = { site, file, priceBook: hash };
  return { title, params: { file }, trail: { kind: title, details } };
}

function booksOf(db: ReadableDb | null, site: Site): BookRow[] {
  const own = db && ownPriceBook(db, site);
  const builtIn = bookRow(shippedPriceBook(site), { kind: 'built-in', inUse: own === null });
  if (own === null) return [builtIn];
  return [bookRow(priceBookInUse(db, site), { kind: 'own', inUse: true, own }), builtIn];
}

function bookRow(
  { book, hash }: HashedPriceBook,
  {
    kind,
    inUse,
    own = null,
  }: {
    readonly kind: BookRow['kind'];
    readonly inUse: boolean;
    readonly own?: StoredPriceBook | null;
  },
): BookRow {
  const latest = book.prices
    .map(({ from }) => from)
    .toSorted()
    .at(-1);
  invariant(latest, 'a price book without prices');
  return {
    site: book.site,
    kind,
    inUse,
    hash,
    fileName: own?.fileName ?? null,
    takenAt: own?.takenAt ?? null,
    prices: book.prices.length,
    latest,
    faults: lintPriceBook(book).map(({ code, params }) => ({ code, params: { ...params } })),
  };
}
