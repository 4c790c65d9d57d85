import { useId } from 'react';
import { Choice } from '../../components/Choice';
import { Unbroken } from '../../components/Unbroken';
import { DayInput } from '../../days/DayInput';
import { DAY_SHAPE, isWrittenDay } from '../../days/written-day';
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
  // Nobody is told off while still writing.
  const wrong = value.on.length >= DAY_SHAPE.length && !isWrittenDay(value.on);
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
      <DayInput
        id={id}
        ownLabel
        label={labelOf('on')}
        testId={`version-${side}-on`}
        value={value.on}
        placeholder={t('price-compare:compare/ownDays')}
        tone={wrong ? 'error' : ''}
        describedBy={wrong ? `${id}-wrong` : undefined}
        onChange={(on) => onChange({ ...value, on })}
      />
      {wrong && (
        <span id={`${id}-wrong`} className="day-wrong" role="alert">
          <Unbroken text={t('days:wrong', { shape: DAY_SHAPE })} />
        </span>
      )}
    </fieldset>
  );
}
