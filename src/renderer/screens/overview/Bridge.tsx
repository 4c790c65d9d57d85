import { useMemo, useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import { causeField } from '../../../shared/contract/fields';
import type { DrawnChart } from '../../charts/Chart';
import { Waterfall } from '../../charts/Waterfall';
import type { WaterfallBar } from '../../charts/waterfall-option';
import { Amount, Difference } from '../../components/Amount';
import { Section } from '../../components/Section';
import {
  amountDecimals,
  formatAmount,
  formatCount,
  formatSignedAmount,
} from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { SavePicture } from '../../pictures/SavePicture';
import { useNavigation } from '../../state/navigation';
import { useSettings } from '../../state/settings';

/** From expected to billed by cause: the picture, and the same as a table. */
export function Bridge({ run }: { readonly run: Run }) {
  const { t, term } = useWords();
  const { appearance } = useSettings();
  const { go } = useNavigation();
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  const { totals, bridge } = run;
  const bars = useMemo<readonly WaterfallBar[]>(
    () => [
      {
        name: term('headline', 'expected'),
        label: formatAmount(totals.expected),
        amount: totals.expected,
        kind: 'total',
      },
      ...bridge.map(({ cause, amount }) => ({
        name: term('causes', cause),
        label: formatSignedAmount(amount),
        amount,
        kind: 'step' as const,
      })),
      {
        name: term('headline', 'billed'),
        label: formatAmount(totals.billed),
        amount: totals.billed,
        kind: 'total',
      },
    ],
    [totals, bridge, term],
  );
  const decimals = Math.max(
    2,
    ...bridge.map(({ amount }) => amountDecimals(amount)),
    amountDecimals(totals.expected),
    amountDecimals(totals.billed),
  );
  const show = (cause: string) => {
    const known = causeField.safeParse(cause);
    go({ screen: 'differences', filter: known.success ? { cause: [known.data] } : {} });
  };
  return (
    <Section
      title={t('bridge/title')}
      aside={
        <span className="save-picture">
          <span>{t('bridge/ground')}</span>
          <SavePicture chart={drawn} name={t('bridge/title')} />
        </span>
      }
    >
      <div className="bridge">
        <Waterfall
          bars={bars}
          label={t('bridge/chart')}
          appearance={appearance}
          height={286}
          onDrawn={setDrawn}
        />
        <table className="ledger">
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
            <tr className="ledger-total">
              <td colSpan={2}>{term('headline', 'expected')}</td>
              <td className="number">
                <Amount value={totals.expected} decimals={decimals} />
              </td>
            </tr>
            {bridge.map(({ cause, amount, comparisons }) => (
              <tr key={cause}>
                <td>
                  {causeField.safeParse(cause).success ? (
                    <button type="button" className="link" onClick={() => show(cause)}>
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
            ))}
            <tr className="ledger-total">
              <td colSpan={2}>{term('headline', 'billed')}</td>
              <td className="number">
                <Amount value={totals.billed} decimals={decimals} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}
