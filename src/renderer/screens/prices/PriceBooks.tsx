import { Button } from 'antd';
import type { BookRow } from '../../../shared/contract/price-books';
import { bridge } from '../../client/bridge';
import { ask, errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { MoreRows } from '../../grids/MoreRows';
import { useFirstRows } from '../../grids/use-first-rows';
import { formatCount } from '../../format/decimal-text';
import { veiledDigits } from '../../format/privacy';
import { useWords, type Words } from '../../i18n/use-words';
import { useNotices, type Said } from '../../state/notices';

const JSON_FILES = ['json'];

/** Every price book at hand, what the lint says of it, and one's own in place of the program's. */
export function PriceBooks({ site }: { readonly site: BookRow['site'] }) {
  const { t, error } = useWords();
  const { show } = useNotices();
  const workspace = useEngineQuery('workspace.current', {});
  const query = useEngineQuery('prices.books', {});
  const books = query.data?.books.filter((book) => book.site === site) ?? [];
  const own = books.find(({ kind }) => kind === 'own');
  const filters = [{ name: t('price-compare:books/file'), extensions: JSON_FILES }];
  const carryOut = (work: () => Promise<Said | null>) => {
    work()
      .then((text) => {
        if (text !== null) show({ tone: 'success', text });
      })
      .catch((thrown: unknown) =>
        show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      );
  };
  const choose = async () => {
    const title = t('price-compare:books/chooseTitle');
    const [path] = await bridge().desktop.chooseFiles({ title, filters, many: false });
    if (path === undefined) return null;
    const taken = await ask('prices.setBook', { path });
    const file = taken.books.find(({ kind }) => kind === 'own')?.fileName ?? '';
    return (words: Words) => words.t('price-compare:books/taken', { file });
  };
  const save = async (book: BookRow) => {
    const path = await bridge().desktop.saveAs({
      title: t('price-compare:books/saveTitle'),
      suggestedName: book.fileName ?? `${book.site}.json`,
      filters,
    });
    if (path !== null) await ask('prices.saveBook', { site: book.site, kind: book.kind, path });
    return null;
  };
  return (
    <Section title={t('price-compare:books/title')} aside={t('price-compare:books/lead')}>
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      <table className="ledger prices" data-testid="price-books">
        <thead>
          <tr>
            <th scope="col">{t('price-compare:books/book')}</th>
            <th scope="col" className="number">
              {t('price-compare:books/prices')}
            </th>
            <th scope="col">{t('price-compare:books/latest')}</th>
            <th scope="col">{t('price-compare:books/check')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {books.map((book) => (
            <BookLine key={book.kind} book={book} onSave={() => carryOut(() => save(book))} />
          ))}
        </tbody>
      </table>
      {workspace.data && (
        <p className="price-book-tools">
          <Button size="small" data-testid="choose-book" onClick={() => carryOut(choose)}>
            {own
              ? t('price-compare:books/replace', { file: own.fileName ?? '' })
              : t('price-compare:books/choose')}
          </Button>
          {own && (
            <Button
              size="small"
              data-testid="remove-book"
              onClick={() =>
                carryOut(async () => {
                  await ask('prices.removeBook', { site });
                  return (words: Words) => words.t('price-compare:books/removed');
                })
              }
            >
              {t('price-compare:books/remove')}
            </Button>
          )}
        </p>
      )}
    </Section>
  );
}

function BookLine({ book, onSave }: { readonly book: BookRow; readonly onSave: () => void }) {
  const { t } = useWords();
  const { faults, fileName, hash, inUse } = book;
  return (
    <tr>
      <td>
        {fileName === null ? t('price-compare:books/builtIn') : veiledDigits(fileName)}
        {inUse && <strong className="price-in-use">{t('price-compare:books/inUse')}</strong>}
        <span className="muted price-as">
          <code className="price-hash">{hash}</code>
        </span>
      </td>
      <td className="number">{formatCount(book.prices)}</td>
      <td>{book.latest}</td>
      <td>{faults.length === 0 ? t('price-compare:books/sound') : <Faults faults={faults} />}</td>
      <td className="number">
        <Button size="small" type="text" onClick={onSave}>
          {t('price-compare:books/save')}
        </Button>
      </td>
    </tr>
  );
}

/** So many are listed at once: a book in which every price is wrong has as many faults as prices. */
const FAULTS = 50;

function Faults({ faults }: Pick<BookRow, 'faults'>) {
  const { t, sentence } = useWords();
  const { shown, readOn } = useFirstRows(faults, FAULTS);
  return (
    <details>
      <summary>{t('price-compare:books/faults', { count: faults.length })}</summary>
      <ul className="price-faults">
        {shown.map(({ code, params }, index) => (
          <li key={index}>{sentence('prices', `faults/${code}`, params)}</li>
        ))}
      </ul>
      <MoreRows shown={shown.length} total={faults.length} readOn={readOn} testId="more-faults" />
    </details>
  );
}
