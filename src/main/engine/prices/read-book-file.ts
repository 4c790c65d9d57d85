import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { lintPriceBook, type PriceBookFault } from '../../../shared/pricing/lint';
import { readPriceBook } from '../../../shared/pricing/price-book-file';
import { canonicalJson } from '../store/canonical-json';
import { priceBookHash, type HashedPriceBook } from '../audit/price-books';

/** A book as a person wrote it, known to be one by which every price is certain. */
export interface BookFile extends HashedPriceBook {
  readonly fileName: string;
  readonly json: string;
}

/** Gaps are a person's own choice: use without a price is said in every audit. The others leave a price to chance. */
const BEARABLE: readonly PriceBookFault['code'][] = ['price-gap', 'price-ends-differ', 'ratio-gap'];

/**
 * Reads a book from a JSON file. Throws `file-missing`, `file-unreadable`, `price-book-invalid` with the first field that
 * is wrong, or `price-book-faulty` with the first rule that does not fit the others.
 */
export async function readBookFile(path: string): Promise<BookFile> {
  const fileName = basename(path);
  const json = parsed(await textOf(path, fileName), fileName);
  const read = readPriceBook(json);
  if (!read.ok) {
    const [first] = read.error;
    throw new EngineFailure(
      engineError('price-book-invalid', {
        ...first?.params,
        file: fileName,
        field: first?.path ?? '',
        problem: first?.code ?? 'not-an-object',
      }),
    );
  }
  if (read.value.prices.length === 0)
    throw new EngineFailure(
      engineError('price-book-invalid', {
        file: fileName,
        field: 'eras',
        problem: 'missing-field',
      }),
    );
  const fault = lintPriceBook(read.value).find(({ code }) => !BEARABLE.includes(code));
  if (fault)
    throw new EngineFailure(
      engineError('price-book-faulty', { ...fault.params, file: fileName, fault: fault.code }),
    );
  return { book: read.value, hash: priceBookHash(json), fileName, json: canonicalJson(json) };
}

function parsed(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : '';
    throw new EngineFailure(
      engineError('price-book-invalid', { file: fileName, field: '', problem: 'not-json', detail }),
    );
  }
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    throw new EngineFailure(engineError(missing ? 'file-missing' : 'file-unreadable', { file }));
  }
}
