import type { BatchForecast, Forecast } from '../../../shared/contract/import-changes';
import type { ForecastState } from '../../client/use-forecast';
import { formatPeriod } from '../../format/day-text';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { inARow } from '../../i18n/in-a-row';
import { useWords, type Words } from '../../i18n/use-words';

/** What the import will change, file by file and together, before anything is. */
export function WhatChanges({ forecast }: { readonly forecast: ForecastState }) {
  const { t, language } = useWords();
  if (forecast.state === 'untold') return null;
  if (forecast.state === 'working')
    return (
      <p className="muted forecasts" role="status">
        {t('imports:forecast/busy')}
      </p>
    );
  const { files, total, months } = forecast.batch;
  return (
    <>
      <h3 className="forecasts-title">{t('imports:forecast/title')}</h3>
      <ul className="forecasts" data-testid="forecasts" role="status">
        {files.map((file, index) => (
          <li key={`${file.path} ${index}`}>
            <strong>{importName(file)}</strong> <ForecastSentences file={file} />
          </li>
        ))}
        {files.length > 1 && (
          <li data-testid="forecast-total">
            <strong>{t('imports:forecast/together')}</strong> <TotalSentences total={total} />
          </li>
        )}
        {months?.map(({ period, left, change }) => {
          const said = { month: formatPeriod(period, language), left: formatCount(left) };
          return (
            <li key={period.from} data-testid="forecast-differences">
              {change
                ? t('imports:forecast/differences', {
                    ...said,
                    removed: formatCount(change.removed),
                    added: formatCount(change.added),
                  })
                : t('imports:forecast/differencesNew', said)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function TotalSentences({ total }: { readonly total: BatchForecast['total'] }) {
  const { t, sentence } = useWords();
  const added = addedBy(total, sentence);
  return (
    <span>
      {added.length === 0 ? sentence('imports', 'forecast/nothing', {}) : inARow(t, added)}
    </span>
  );
}

type Sentence = ReturnType<typeof useWords>['sentence'];

/** What comes in or goes: minutes of use, and sums of bill lines. */
function addedBy({ seconds, amounts }: BatchForecast['total'], sentence: Sentence): string[] {
  const minutes = Math.round(seconds / 60);
  return [
    ...(minutes === 0
      ? []
      : [
          sentence('imports', minutes < 0 ? 'forecast/usageLess' : 'forecast/usage', {
            minutes: Math.abs(minutes),
          }),
        ]),
    ...amounts
      .filter(({ amount }) => !/^-?0(\.0+)?$/.test(amount))
      .map(({ amount, currency }) =>
        amount.startsWith('-')
          ? sentence('imports', 'forecast/billLess', { amount: amount.slice(1), currency })
          : sentence('imports', 'forecast/bill', { amount, currency }),
      ),
  ];
}

/** The days of a file and how many applications it names. */
function extentOf({ firstDay, lastDay, apps }: Forecast, t: Words['t']): string[] {
  if (firstDay === null || lastDay === null) return [];
  const days = firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`;
  return [
    apps === 0
      ? t('imports:forecast/extentDays', { days })
      : t('imports:forecast/extent', { days, count: apps }),
  ];
}

function ForecastSentences({ file }: { readonly file: Forecast }) {
  const { t, sentence } = useWords();
  const says = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    sentence('imports', `forecast/${key}`, params);
  const { seconds, amount, currency } = file;
  const amounts = currency === null ? [] : [{ currency, amount }];
  const added = addedBy({ seconds, amounts }, sentence);
  const sentences = [
    ...extentOf(file, t),
    ...(added.length === 0 && file.restates.length === 0 ? [says('nothing')] : added),
    t('imports:forecast/rows', {
      accepted: formatCount(file.accepted),
      rows: formatCount(file.rows),
    }),
    ...(file.duplicates === 0
      ? []
      : [t('imports:forecast/duplicates', { duplicates: formatCount(file.duplicates) })]),
    ...(file.quarantined === 0
      ? []
      : [t('imports:forecast/quarantined', { quarantined: formatCount(file.quarantined) })]),
    ...file.restates.map((other) =>
      t('imports:forecast/restates', {
        older: other.fileName,
        changed: formatCount(other.changed),
        added: formatCount(other.added),
        gone: formatCount(other.gone),
        moved:
          other.amount === null
            ? says('minutes', { minutes: Math.round((other.seconds ?? 0) / 60) })
            : says('money', { amount: other.amount, currency: other.currency ?? '' }),
      }),
    ),
  ];
  return <span>{inARow(t, sentences)}</span>;
}
