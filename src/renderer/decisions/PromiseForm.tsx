import { Button, Input } from 'antd';
import { useState } from 'react';
import { positiveAmount } from '../../shared/contract/decision-records';
import { dayField } from '../../shared/contract/fields';
import { ask, useEngineQuery } from '../client/engine-query';
import { Amount } from '../components/Amount';
import { DayField } from '../days/DayField';
import { useWords } from '../i18n/use-words';
import type { DecisionActs, JudgedRow } from './use-decision-acts';

/** The provider's promise to return the money, or what became of it. */
export function PromiseForm({
  row,
  acts,
}: {
  readonly row: JudgedRow;
  readonly acts: DecisionActs;
}) {
  const { t } = useWords();
  const credits = useEngineQuery('credits.list', { key: row.id, offset: 0, limit: 1 });
  const credit = credits.data?.rows[0];
  const [form, setForm] = useState<'never' | 'open' | 'closed'>('never');
  const [amount, setAmount] = useState(row.difference.replace('-', ''));
  const [reference, setReference] = useState('');
  const [promisedOn, setPromisedOn] = useState('');
  const [expectedBy, setExpectedBy] = useState('');
  if (credit)
    return (
      <p data-testid="promised">
        {t('decisions:credits/title')}: <Amount value={credit.amount} />
        {' · '}
        {t('decisions:credits/open')} <Amount value={credit.open} />
        {credit.reference !== '' && ` · ${credit.reference}`}
      </p>
    );
  const day = dayField.safeParse(promisedOn);
  const by = expectedBy === '' ? null : dayField.safeParse(expectedBy);
  const money = positiveAmount.safeParse(amount);
  const save = () => {
    if (!day.success || !money.success || by?.success === false) return;
    const promise = {
      key: row.id,
      amount: money.data,
      reference,
      promisedOn: day.data,
      expectedBy: by?.data ?? null,
    };
    void acts.told(() => ask('credits.promise', promise)).then((done) => done && setForm('closed'));
  };
  if (form !== 'open')
    return (
      <Button
        size="small"
        data-testid="open-promise"
        // The keys go back to where the form was opened.
        autoFocus={form === 'closed'}
        onClick={() => setForm('open')}
      >
        {t('decisions:credits/promise')}
      </Button>
    );
  return (
    <div
      className="decision-form"
      role="group"
      aria-label={t('decisions:credits/promise')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setForm('closed');
      }}
    >
      <label>
        <span className="muted">{t('decisions:credits/amount')}</span>
        <Input
          value={amount}
          autoFocus
          status={money.success ? '' : 'error'}
          data-testid="promise-amount"
          onChange={(event) => setAmount(event.target.value.trim())}
        />
      </label>
      <label>
        <span className="muted">{t('decisions:credits/reference')}</span>
        <Input
          value={reference}
          maxLength={200}
          data-testid="promise-reference"
          onChange={(event) => setReference(event.target.value)}
        />
      </label>
      <DayField
        label={t('decisions:credits/promisedOn')}
        value={promisedOn}
        testId="promise-day"
        onChange={setPromisedOn}
      />
      <DayField
        label={t('decisions:credits/expectedBy')}
        value={expectedBy}
        testId="promise-expected-by"
        onChange={setExpectedBy}
      />
      <Button
        size="small"
        type="primary"
        disabled={!day.success || !money.success || by?.success === false}
        data-testid="promise-save"
        onClick={save}
      >
        {t('decisions:credits/save')}
      </Button>
    </div>
  );
}
