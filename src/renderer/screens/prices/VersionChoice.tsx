import { Input } from 'antd';
import { useId } from 'react';
import { Choice } from '../../components/Choice';
import { useWords } from '../../i18n/use-words';

/** One version as it is chosen; `on` is the text that was typed, empty: each day has its own prices. */
export interface VersionDraft {
  readonly book: 'built-in' | 'own';
  readonly on: string;
  readonly terms: 'contract' | 'list';
}

const TERMS = ['contract', 'list'] as const;

export function VersionChoice({
  side,
  value,
  hasOwn,
  onChange,
}: {
  readonly side: 'a' | 'b';
  readonly value: VersionDraft;
  readonly hasOwn: boolean;
  readonly onChange: (value: VersionDraft) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const name = t(`price-compare:compare/${side}`);
  const books = hasOwn ? (['own', 'built-in'] as const) : (['built-in'] as const);
  const labelOf = (part: string) => `${name}: ${t(`price-compare:compare/${part}`)}`;
  return (
    <fieldset className="price-version">
      <legend>{name}</legend>
      <Choice
        label={labelOf('book')}
        testId={`version-${side}-book`}
        value={value.book}
        options={books.map((book) => ({
          value: book,
          label: t(`price-compare:compare/${book === 'own' ? 'own' : 'builtIn'}`),
        }))}
        onChange={(book) => onChange({ ...value, book })}
      />
      <Choice
        label={labelOf('terms')}
        testId={`version-${side}-contract`}
        value={value.terms}
        options={TERMS.map((terms) => ({
          value: terms,
          label: t(`price-compare:compare/${terms === 'contract' ? 'contract' : 'listOnly'}`),
        }))}
        onChange={(terms) => onChange({ ...value, terms })}
      />
      <label htmlFor={id} className="muted">
        {t('price-compare:compare/on')}
      </label>
      <Input
        id={id}
        aria-label={labelOf('on')}
        data-testid={`version-${side}-on`}
        value={value.on}
        placeholder={t('price-compare:compare/ownDays')}
        title={t('price-compare:compare/day')}
        status={value.on === '' || isDayText(value.on) ? '' : 'error'}
        aria-invalid={value.on !== '' && !isDayText(value.on)}
        onChange={(event) => onChange({ ...value, on: event.target.value.trim() })}
      />
    </fieldset>
  );
}

/** Written as a day; whether there is such a day is for the engine to say. */
export const isDayText = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
