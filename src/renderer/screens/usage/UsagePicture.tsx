import { useCallback, useMemo, useState } from 'react';
import type { UsageFilter } from '../../../shared/contract/usage';
import { Chart, type DrawnChart } from '../../charts/Chart';
import type { ChartColours } from '../../charts/chart-colours';
import { heatMapOption } from '../../charts/heat-map-option';
import { stackedOption } from '../../charts/stacked-option';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import type { Period } from '../../client/use-month-run';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { daysOf } from '../../format/day-text';
import { largeUnits, quantityInShort, quantityLabels } from '../../format/compact-number';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { SavePicture } from '../../pictures/SavePicture';
import { useSettings } from '../../state/settings';
import { UsageTwin } from './UsageTwin';
import { usageParts } from './usage-parts';

const KINDS = ['byItem', 'byApp', 'heat', 'table'] as const;
type Kind = (typeof KINDS)[number];
const SERIES = 8;
const HEIGHT = 232;

/** The month's use as stacked bars, as a map of days and applications, or as the table both are drawn from. */
export function UsagePicture({
  month,
  filter,
  appNames,
}: {
  readonly month: Period;
  readonly filter: UsageFilter;
  readonly appNames: ReadonlyMap<string, string>;
}) {
  const { t, term, error, language } = useWords();
  const { appearance } = useSettings();
  const [kind, setKind] = useState<Kind>('byItem');
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  const by = kind === 'byItem' || kind === 'table' ? 'item' : 'sdkAppId';
  const series = useEngineQuery(
    'usage.series',
    { period: month, filter, by, series: SERIES },
    // What a filter leaves takes the place of what is drawn, without an empty frame between them.
    { stays: (earlier) => earlier.by === by && earlier.period.from === month.from },
  );
  const days = useMemo(() => daysOf(month), [month]);
  const parts = useMemo(() => usageParts(series.data ?? [], days), [series.data, days]);
  const nameOf = useCallback(
    (key: string | null) =>
      key === null
        ? t('usage:others')
        : by === 'item'
          ? term('items', key)
          : (appNames.get(key) ?? formatId(key)),
    [by, t, term, appNames],
  );
  const option = useCallback(
    (colours: ChartColours, width: number) =>
      kind === 'heat'
        ? heatMapOption(
            days,
            parts.map(({ key }) => nameOf(key)),
            parts.flatMap(({ key, values }, line) =>
              values.map((value, day) => ({
                day,
                line,
                value,
                rest: key === null,
                labels: value === 0 ? [] : quantityLabels(value, language),
              })),
            ),
            colours,
            width,
            largeUnits(language).map(({ name, written }) => ({
              label: written,
              said: t('usage:inUnits', { unit: name }),
            })),
          )
        : stackedOption(
            days,
            parts.map(({ key, values }) => ({ name: nameOf(key), rest: key === null, values })),
            colours,
            width,
            (value) => quantityInShort(value, language),
          ),
    [kind, days, parts, nameOf, language, t],
  );
  return (
    <section className="usage-picture" aria-label={t('usage:picture')}>
      <header>
        <Choice
          label={t('usage:picture')}
          testId="usage-picture"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`usage:kinds/${value}`) }))}
          onChange={(next) => {
            setDrawn(null);
            setKind(next);
          }}
        />
        <span className="muted">{t('usage:unit')}</span>
        <span className="topbar-space" />
        {kind !== 'table' && (
          <SavePicture
            chart={series.isPending ? null : drawn}
            name={t('usage:fileName', { month: month.from.slice(0, 7) })}
          />
        )}
      </header>
      {/* Axes without bars would say that nothing was used. */}
      {series.isPending ? (
        <div className="usage-wait" style={{ height: HEIGHT }}>
          <Loading label={t('loading')} lines={7} />
        </div>
      ) : series.isError ? (
        <Notice tone="error">{error(errorOf(series.error))}</Notice>
      ) : kind === 'table' ? (
        <UsageTwin days={days} parts={parts} nameOf={nameOf} />
      ) : (
        <Chart
          key={kind}
          option={option}
          label={t('usage:chart')}
          height={HEIGHT}
          appearance={appearance}
          onDrawn={setDrawn}
        />
      )}
    </section>
  );
}
