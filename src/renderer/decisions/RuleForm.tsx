import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { positiveAmount } from '../../shared/contract/decision-records';
import { causeField, dayField } from '../../shared/contract/fields';
import { ask } from '../client/engine-query';
import { DayField } from '../days/DayField';
import { formatId } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import type { DecisionActs, JudgedRow } from './use-decision-acts';
import type { Verdict } from './verdict';

/** The one cause that moves the whole difference; null where a rule could not be about it. */
function causeOf({ causes, unexplained }: JudgedRow) {
  const moving = new Set(
    causes.filter(({ amount }) => /[1-9]/.test(amount)).map(({ cause }) => cause),
  );
  const [only] = moving;
  const cause = causeField.safeParse(only);
  return moving.size === 1 && !/[1-9]/.test(unexplained) && cause.success ? cause.data : null;
}

/** Makes a rule of a decision: for this cause, with a limit in money and an end. */
export function RuleForm({
  row,
  verdict,
  acts,
}: {
  readonly row: JudgedRow;
  readonly verdict: Verdict;
  readonly acts: DecisionActs;
}) {
  const { t, term } = useWords();
  const [form, setForm] = useState<'never' | 'open' | 'closed'>('never');
  const [cap, setCap] = useState('');
  const [until, setUntil] = useState('');
  const [ofItem, setOfItem] = useState(true);
  const [ofApp, setOfApp] = useState(true);
  const [automatic, setAutomatic] = useState(false);
  const cause = causeOf(row);
  if (form !== 'open')
    return (
      <Button
        size="small"
        disabled={cause === null}
        title={cause === null ? t('decisions:rules/needsOneCause') : ''}
        data-testid="open-rule"
        // The keys go back to where the form was opened.
        autoFocus={form === 'closed'}
        onClick={() => setForm('open')}
      >
        {t('decisions:panel/repeat')}
      </Button>
    );
  const money = positiveAmount.safeParse(cap);
  const day = dayField.safeParse(until);
  const make = () => {
    if (!cause || !money.success || !day.success) return;
    const rule = {
      cause,
      item: ofItem ? row.item : null,
      sdkAppId: ofApp ? row.sdkAppId : null,
      verdict,
      cap: money.data,
      until: day.data,
      note: row.decision?.note ?? '',
      automatic,
    };
    void acts.told(() => ask('rules.add', rule)).then((done) => done && setForm('closed'));
  };
  return (
    <div
      className="decision-form"
      role="group"
      aria-label={t('decisions:panel/repeat')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setForm('closed');
      }}
    >
      <p>
        {t(`decisions:acts/${verdict}`)}: {cause ? term('causes', cause) : ''}
      </p>
      <label>
        <span className="muted">{t('decisions:rules/cap')}</span>
        <Input
          value={cap}
          autoFocus
          status={cap === '' || money.success ? '' : 'error'}
          data-testid="rule-cap"
          onChange={(event) => setCap(event.target.value.trim())}
        />
      </label>
      <DayField
        label={t('decisions:rules/until')}
        value={until}
        testId="rule-until"
        onChange={setUntil}
      />
      {row.item && (
        <Checkbox checked={ofItem} onChange={(event) => setOfItem(event.target.checked)}>
          {t('decisions:rules/scope')} {term('items', row.item)}
        </Checkbox>
      )}
      {row.sdkAppId && (
        <Checkbox checked={ofApp} onChange={(event) => setOfApp(event.target.checked)}>
          {t('decisions:rules/scope')} {row.appName ?? formatId(row.sdkAppId)}
        </Checkbox>
      )}
      <Checkbox checked={automatic} onChange={(event) => setAutomatic(event.target.checked)}>
        {t('decisions:rules/automatic')}
      </Checkbox>
      <Button
        size="small"
        type="primary"
        disabled={!money.success || !day.success}
        data-testid="rule-make"
        onClick={make}
      >
        {t('decisions:rules/make')}
      </Button>
    </div>
  );
}
