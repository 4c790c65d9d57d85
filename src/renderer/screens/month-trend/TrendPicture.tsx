import { useCallback, useMemo } from 'react';
import type { MonthTotals, MonthUse } from '../../../shared/contract/months';
import { Chart, type DrawnChart } from '../../charts/Chart';
import type { ChartColours } from '../../charts/chart-colours';
import { stackedOption } from '../../charts/stacked-option';
import { TREND_HEIGHT, trendOption } from '../../charts/trend-option';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useSettings } from '../../state/settings';
import { monthName, trendMonths, tierParts } from './trend-months';

/** The months in money, or in minutes by tier. */
export function TrendPicture({
  kind,
  months,
  use,
  currency,
  chosen,
  onDrawn,
}: {
  readonly kind: 'amounts' | 'use';
  readonly months: readonly MonthTotals[];
  readonly use: readonly MonthUse[];
  readonly currency: string;
  readonly chosen: string | null;
  readonly onDrawn: (chart: DrawnChart) => void;
}) {
  const words = useWords();
  const { appearance } = useSettings();
  const { t, term } = words;
  const drawn = useMemo(
    () => trendMonths(months, currency, chosen, words),
    [months, currency, chosen, words],
  );
  const parts = useMemo(() => tierParts(months, use, words), [months, use, words]);
  const option = useCallback(
    (colours: ChartColours, width: number) =>
      kind === 'use'
        ? stackedOption(
            months.map(({ period }) => monthName(period.from)),
            parts,
            colours,
            width,
            formatQuantity,
            (month) => month,
          )
        : trendOption(
            drawn,
            {
              amounts: `${t('trend:amounts')} (${currency})`,
              expected: term('headline', 'expected'),
              billed: term('headline', 'billed'),
              difference: term('headline', 'difference'),
              cut: t('trend:cut'),
            },
            colours,
            width,
            formatQuantity,
          ),
    [kind, months, parts, drawn, currency, t, term],
  );
  return (
    <Chart
      key={kind}
      option={option}
      label={t(`trend:chart/${kind}`)}
      height={TREND_HEIGHT}
      appearance={appearance}
      onDrawn={onDrawn}
    />
  );
}
