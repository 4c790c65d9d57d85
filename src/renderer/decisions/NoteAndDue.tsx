import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DecisionView } from '../../shared/contract/decision-records';
import { dayField } from '../../shared/contract/fields';
import { DayField } from '../days/DayField';
import { veiledDigits } from '../format/privacy';
import { useWords } from '../i18n/use-words';
import type { DecisionActs } from './use-decision-acts';

/** A note and a day by which something is to come of it; kept only when they are saved. */
export function NoteAndDue({
  decision,
  acts,
}: {
  readonly decision: DecisionView;
  readonly acts: DecisionActs;
}) {
  const { t } = useWords();
  const [note, setNote] = useState(decision.note);
  const [due, setDue] = useState<string>(decision.dueOn ?? '');
  const day = due === '' ? null : dayField.safeParse(due);
  const badDay = day !== null && !day.success;
  const changed = note !== decision.note || due !== (decision.dueOn ?? '');
  const save = () => {
    if (badDay) return;
    const dueOn = day?.data ?? null;
    void acts.decide({ ids: [decision.key] }, decision.verdict, { note, dueOn });
  };
  return (
    <div className="decision-note">
      <label>
        <span className="muted">{t('decisions:panel/note')}</span>
        <Input.TextArea
          value={veiledDigits(note)}
          rows={2}
          maxLength={4000}
          // What a person types is to be seen by them.
          disabled={veiledDigits(note) !== note}
          title={veiledDigits(note) === note ? undefined : t('privacy/hidden')}
          data-testid="decision-note"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <DayField
        label={t('decisions:panel/due')}
        value={due}
        testId="decision-due"
        onChange={setDue}
      />
      <Button size="small" disabled={!changed || badDay} data-testid="decision-save" onClick={save}>
        {t('decisions:panel/save')}
      </Button>
    </div>
  );
}
