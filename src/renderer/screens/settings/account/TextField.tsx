import { Input } from 'antd';
import { useId } from 'react';
import { DayInput } from '../../../days/DayInput';
import { Unbroken } from '../../../components/Unbroken';
import { useWords } from '../../../i18n/use-words';
import { problemSentence } from './field-problems';
import { useFormProblems } from './form-problems';

/** One field of the account. What the engine says about it stands below it, and is read with it. */
export function TextField({
  path,
  label,
  value,
  onChange,
  hint,
  bare = false,
  day = false,
}: {
  /** As in the file: `packages[0].minutes`. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How it is written. */
  readonly hint?: string;
  /** In a table whose head names the column: the label is for screen readers. */
  readonly bare?: boolean;
  /** The field is a day: it has a calendar, and keys that step through it. */
  readonly day?: boolean;
}) {
  const { sentence } = useWords();
  const id = useId();
  const { wrong, doubtful } = useFormProblems();
  const problem = wrong.get(path) ?? null;
  const said = problem && problemSentence(problem, value);
  const warned = said === null ? (doubtful.get(path) ?? []) : [];
  const described = [
    ...(said ? [`${id}-problem`] : []),
    ...(warned.length > 0 ? [`${id}-warning`] : []),
  ].join(' ');
  const tone = said ? 'error' : warned.length > 0 ? 'warning' : '';
  return (
    <div className="account-field">
      <label htmlFor={id} className={bare ? 'visually-hidden' : 'muted'}>
        {label}
      </label>
      {day ? (
        <DayInput
          id={id}
          label={label}
          value={value}
          tone={tone}
          describedBy={described || undefined}
          field={path}
          onChange={onChange}
          {...(hint === undefined ? {} : { placeholder: hint })}
        />
      ) : (
        <Input
          id={id}
          value={value}
          placeholder={hint}
          status={tone}
          aria-invalid={said !== null}
          aria-describedby={described || undefined}
          data-field={path}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {said && (
        <span id={`${id}-problem`} className="account-problem">
          <Unbroken text={sentence('account', said.code, said.params)} />
        </span>
      )}
      {warned.length > 0 && (
        <span id={`${id}-warning`} className="account-warning" role="status">
          {warned.map(({ code, params }) => (
            <span key={code}>{sentence('issues', code, params)}</span>
          ))}
        </span>
      )}
    </div>
  );
}
