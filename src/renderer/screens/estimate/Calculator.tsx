import { Input } from 'antd';
import { useId } from 'react';
import { Choice } from '../../components/Choice';
import { useWords } from '../../i18n/use-words';
import { PLAN_ITEMS } from '../../../shared/contract/tier-mix';
import { FIGURES, MIX, type PlanFigures, type PlanKind } from './plan-figures';

/** The figures of a plan, each with its unit; what they come to stands beside it and follows at once. */
export function Calculator({
  kind,
  plan,
  mixOf,
  onChange,
}: {
  readonly kind: PlanKind;
  readonly plan: PlanFigures;
  /** The month whose tiers can be taken as they were; null: no month was used. */
  readonly mixOf: string | null;
  readonly onChange: (plan: PlanFigures) => void;
}) {
  const { t, term } = useWords();
  const id = useId();
  return (
    <div className="plan-figures">
      <span className="plan-figure">
        <span>{t('planner:item')}</span>
        <Choice
          label={t('planner:item')}
          testId="plan-item"
          value={plan.item}
          options={[
            ...(mixOf === null
              ? []
              : [{ value: MIX, label: t('planner:asInMonth', { month: mixOf }) } as const]),
            ...PLAN_ITEMS.map((value) => ({ value, label: term('items', value) })),
          ]}
          onChange={(item) => onChange({ ...plan, item })}
        />
      </span>
      {FIGURES[kind].map((figure) => (
        <span key={figure} className="plan-figure">
          <label htmlFor={`${id}-${figure}`}>{t(`planner:figures/${figure}`)}</label>
          <Input
            id={`${id}-${figure}`}
            className="number"
            inputMode="decimal"
            value={plan.figures[figure]}
            onChange={({ target }) =>
              onChange({ ...plan, figures: { ...plan.figures, [figure]: target.value.trim() } })
            }
          />
        </span>
      ))}
      <span className="plan-figure">
        <label htmlFor={`${id}-days`}>{t('planner:figures/days')}</label>
        <Input
          id={`${id}-days`}
          className="number"
          inputMode="numeric"
          value={plan.days}
          onChange={({ target }) => onChange({ ...plan, days: target.value.trim() })}
        />
      </span>
    </div>
  );
}
