import type { Forecast } from '../../../shared/contract/import-changes';
import type { ForecastState } from '../../client/use-forecast';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { useWords } from '../../i18n/use-words';

/** What the import will change, file by file, before anything is. */
export function WhatChanges({ forecast }: { readonly forecast: ForecastState }) {
  const { t } = useWords();
  if (forecast.state === 'untold') return null;
  if (forecast.state === 'working')
    return (
      <p className="muted" role="status">
        {t('imports:forecast/busy')}
      </p>
    );
  return (
    <ul className="forecasts" data-testid="forecasts" role="status">
      {forecast.forecasts.map((file, index) => (
        <li key={`${file.path} ${index}`}>
          <strong>{importName(file)}</strong> <ForecastSentences file={file} />
        </li>
      ))}
    </ul>
  );
}

function ForecastSentences({ file }: { readonly file: Forecast }) {
  const { t, sentence } = useWords();
  const says = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    sentence('imports', `forecast/${key}`, params);
  const minutes = Math.round(file.seconds / 60);
  const adds = [
    ...(minutes === 0 ? [] : [says('usage', { minutes })]),
    ...(/^-?0(\.0+)?$/.test(file.amount)
      ? []
      : [says('bill', { amount: file.amount, currency: file.currency ?? '' })]),
  ];
  const sentences = [
    ...(adds.length === 0 && file.restates.length === 0 ? [says('nothing')] : adds),
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
  return <span>{sentences.join(' ')}</span>;
}
