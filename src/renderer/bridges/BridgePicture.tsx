import { useMemo } from 'react';
import type { BridgePartRow } from '../../shared/contract/bridges';
import { causeField } from '../../shared/contract/fields';
import type { ComparisonFilter } from '../../shared/contract/audits';
import type { DrawnChart } from '../charts/Chart';
import { Waterfall } from '../charts/Waterfall';
import { isCutOff, type WaterfallBar } from '../charts/waterfall-option';
import { Amount, Difference } from '../components/Amount';
import {
  amountDecimals,
  formatAmount,
  formatCount,
  formatSignedAmount,
} from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { useSettings } from '../state/settings';
import { useShowCause } from './use-show-cause';
import './Bridges.css';

/** From an expected to a billed amount by cause: the picture, and the same as a table. */
export function BridgePicture({
  runId,
  expected,
  billed,
  steps,
  filter,
  height,
  onDrawn,
}: Pick<BridgePartRow, 'expected' | 'billed' | 'steps'> & {
  readonly runId: number;
  /** Keeps the differences behind a step to those of this part. */
  readonly filter: Partial<ComparisonFilter>;
  /** Of the picture, in pixels. */
  readonly height: number;
  readonly onDrawn?: (chart: DrawnChart | null) => void;
}) {
  const { t, term } = useWords();
  const { appearance } = useSettings();
  const bars = useMemo<readonly WaterfallBar[]>(() => {
    const whole = (name: 'expected' | 'billed', amount: string) => ({
      name: term('headline', name),
      label: formatAmount(amount),
      amount,
      kind: 'total' as const,
    });
    return [
      whole('expected', expected),
      ...steps.map(({ cause, amount }) => ({
        name: term('causes', cause),
        label: formatSignedAmount(amount),
        amount,
        kind: 'step' as const,
      })),
      whole('billed', billed),
    ];
  }, [expected, billed, steps, term]);
  return (
    <div className="bridge">
      <div>
        <Waterfall
          bars={bars}
          label={t('bridge/chart')}
          appearance={appearance}
          height={height}
          {...(onDrawn && { onDrawn })}
        />
        {isCutOff(bars) && <p className="muted bridge-ground">{t('bridge/ground')}</p>}
      </div>
      <BridgeTable {...{ runId, expected, billed, steps, filter }} />
    </div>
  );
}

function BridgeTable({
  runId,
  expected,
  billed,
  steps,
  filter,
}: Pick<BridgePartRow, 'expected' | 'billed' | 'steps'> & {
  readonly runId: number;
  readonly filter: Partial<ComparisonFilter>;
}) {
  const { t, term } = useWords();
  const show = useShowCause(runId, filter);
  const decimals = Math.max(
    2,
    ...[expected, billed, ...steps.map(({ amount }) => amount)].map(amountDecimals),
  );
  const whole = (name: 'expected' | 'billed', amount: string) => (
    <tr className="ledger-total">
      <td colSpan={2}>{term('headline', name)}</td>
      <td className="number">
        <Amount value={amount} decimals={decimals} />
      </td>
    </tr>
  );
  return (
    <table className="ledger" data-testid="bridge-steps">
      <thead>
        <tr>
          <th scope="col">{t('bridge/cause')}</th>
          <th scope="col" className="number">
            {t('bridge/rows')}
          </th>
          <th scope="col" className="number">
            {t('bridge/amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {whole('expected', expected)}
        {steps.map(({ cause, amount, comparisons }) => {
          const known = causeField.safeParse(cause);
          return (
            <tr key={cause}>
              <td>
                {known.success ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => void show(known.data, comparisons)}
                  >
                    {term('causes', cause)}
                  </button>
                ) : (
                  term('causes', cause)
                )}
              </td>
              <td className="number">{formatCount(comparisons)}</td>
              <td className="number">
                <Difference value={amount} decimals={decimals} />
              </td>
            </tr>
          );
        })}
        {whole('billed', billed)}
      </tbody>
    </table>
  );
}
