import { useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import type { MonthComparison } from '../../../shared/contract/months';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Amount, Difference } from '../../components/Amount';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatMonth, formatPeriod } from '../../format/day-text';
import { amountDecimals, formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';

const EFFECTS = ['volume', 'price', 'mix', 'new', 'gone'] as const;
const SIDES = ['billed', 'expected'] as const;
const SHOWN = 8;

type Period = NonNullable<Run['period']>;

/** Why this month costs more or less than another one. Nothing while there is no other. */
export function AgainstMonth({ run }: { readonly run: Run }) {
  const { months } = useMonth();
  const { period } = run;
  const others = months.filter(({ from }) => from !== period?.from);
  return period && others.length > 0 ? (
    <AgainstOne key={period.from} period={period} others={others} />
  ) : null;
}

function AgainstOne({
  period,
  others,
}: {
  readonly period: Period;
  /** Newest first, at least one. */
  readonly others: readonly Period[];
}) {
  const { t, error, language } = useWords();
  const previous = others.find(({ from }) => from < period.from) ?? others[0] ?? period;
  const [chosen, setChosen] = useState<string>(previous.from);
  const [side, setSide] = useState<(typeof SIDES)[number]>('billed');
  const other = others.find(({ from }) => from === chosen) ?? previous;
  const query = useEngineQuery('months.compare', { before: other, after: period, side });
  const problem = query.isError ? errorOf(query.error) : null;
  return (
    <Section
      title={t('decisions:months/title')}
      aside={
        <span className="months-choice">
          <Choice
            label={t('decisions:months/choose')}
            testId="compare-with"
            value={chosen}
            options={others.map(({ from }) => ({
              value: String(from),
              label: formatMonth(from, language),
            }))}
            onChange={setChosen}
          />
          <Choice
            label={t('decisions:months/title')}
            value={side}
            options={SIDES.map((value) => ({ value, label: t(`decisions:months/side/${value}`) }))}
            onChange={setSide}
          />
        </span>
      }
    >
      {problem?.code === 'run-missing' ? (
        <p className="muted overview-none">
          {t('decisions:months/audit', { month: formatPeriod(other, language) })}
        </p>
      ) : (
        problem && <Notice tone="error">{error(problem)}</Notice>
      )}
      {query.data && <MonthTable months={query.data} />}
    </Section>
  );
}

function MonthTable({ months }: { readonly months: MonthComparison }) {
  const { t, term, language } = useWords();
  const { before, after, effects, changes, periods } = months;
  const decimals = Math.max(
    2,
    ...[before, after, ...EFFECTS.map((effect) => effects[effect])].map(amountDecimals),
  );
  const shown = changes.slice(0, SHOWN);
  return (
    <table className="ledger" data-testid="against-month">
      <thead>
        <tr>
          <th />
          {EFFECTS.map((effect) => (
            <th
              key={effect}
              scope="col"
              className="number"
              title={t(`decisions:months/lead/${effect}`)}
            >
              {t(`decisions:months/effects/${effect}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="ledger-total">
          <td>
            {formatPeriod(periods.before, language)} <Amount value={before} />
            {' → '}
            {formatPeriod(periods.after, language)} <Amount value={after} />
          </td>
          {EFFECTS.map((effect) => (
            <td key={effect} className="number">
              <Difference value={effects[effect]} decimals={decimals} />
            </td>
          ))}
        </tr>
        {shown.map((row) => (
          <tr key={`${row.sdkAppId ?? ''} ${row.item ?? ''}`}>
            <td>
              {row.item ? term('items', row.item) : t('item/none')}{' '}
              <span className="muted">{row.appName ?? formatId(row.sdkAppId ?? '')}</span>
            </td>
            {EFFECTS.map((effect) => (
              <td key={effect} className="number">
                {/[1-9]/.test(row.effects[effect]) ? (
                  <Difference value={row.effects[effect]} decimals={decimals} />
                ) : (
                  '—'
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
