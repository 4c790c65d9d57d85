import { useId, useState } from 'react';
import { Unbroken } from '../components/Unbroken';
import { useWords } from '../i18n/use-words';
import { DayInput, type DayInputProps } from './DayInput';
import { DAY_SHAPE, isWrittenDay } from './written-day';

/** A day with its label, and a sentence once what is written there is none. An empty field is not wrong. */
export function DayField({
  label,
  value,
  onChange,
  testId,
  start,
}: Pick<DayInputProps, 'label' | 'value' | 'onChange' | 'testId' | 'start'>) {
  const { t } = useWords();
  const id = useId();
  const [left, setLeft] = useState(false);
  // Nobody is told off while still writing.
  const said = left || value.length >= DAY_SHAPE.length;
  const wrong = said && value !== '' && !isWrittenDay(value);
  return (
    <div className="day-field">
      <label htmlFor={id} className="muted">
        {label}
      </label>
      <DayInput
        id={id}
        label={label}
        value={value}
        tone={wrong ? 'error' : ''}
        describedBy={wrong ? `${id}-wrong` : undefined}
        {...(testId === undefined ? {} : { testId })}
        {...(start === undefined ? {} : { start })}
        onChange={(text) => {
          setLeft(false);
          onChange(text);
        }}
        onLeave={() => setLeft(true)}
      />
      {wrong && (
        <span id={`${id}-wrong`} className="day-wrong" role="alert">
          <Unbroken text={t('days:wrong', { shape: DAY_SHAPE })} />
        </span>
      )}
    </div>
  );
}
