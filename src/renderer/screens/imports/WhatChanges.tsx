import {
  forecastSentences,
  foretoldSentence,
  totalSentences,
  type ForecastWords,
} from '../../../shared/contract/forecast-sentences';
import type { ForecastState } from '../../client/use-forecast';
import { formatPeriod } from '../../format/day-text';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { inARow } from '../../i18n/in-a-row';
import { useWords } from '../../i18n/use-words';

/** What the import will change, file by file and together, before anything is. */
export function WhatChanges({ forecast }: { readonly forecast: ForecastState }) {
  const { t, sentence, language } = useWords();
  if (forecast.state === 'untold') return null;
  if (forecast.state === 'working')
    return (
      <p className="muted forecasts" role="status">
        {t('imports:forecast/busy')}
      </p>
    );
  const { files, total, months } = forecast.batch;
  const words: ForecastWords = {
    sentence: (key, params) => sentence('imports', `forecast/${key}`, params),
    plain: (key, params) => t(`imports:forecast/${key}`, params),
    count: formatCount,
  };
  return (
    <>
      <h3 className="forecasts-title">{t('imports:forecast/title')}</h3>
      <ul className="forecasts" data-testid="forecasts" role="status">
        {files.map((file, index) => (
          <li key={`${file.path} ${index}`}>
            <strong>{importName(file)}</strong>{' '}
            <span>{inARow(t, forecastSentences(file, words))}</span>
          </li>
        ))}
        {files.length > 1 && (
          <li data-testid="forecast-total">
            <strong>{t('imports:forecast/together')}</strong>{' '}
            <span>{inARow(t, totalSentences(total, words))}</span>
          </li>
        )}
        {months?.map((month) => (
          <li key={month.period.from} data-testid="forecast-differences">
            {foretoldSentence(month, formatPeriod(month.period, language), words)}
          </li>
        ))}
      </ul>
    </>
  );
}
