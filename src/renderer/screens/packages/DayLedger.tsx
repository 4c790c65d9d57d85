import { Button } from 'antd';
import type { DrawnDay } from '../../../shared/contract/packages';
import { useAppNames } from '../../client/use-account-apps';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatCount, formatId, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useDayKeys } from './use-day-keys';

/** So many draws are listed at once; a day has as many more only where usage is counted in 5 minutes. */
const SHOWN = 500;

/** Each draw of one day, in the order in which it was made, with the balance it left. */
export function DayLedger({
  runId,
  source,
  day,
  before,
  after,
}: {
  readonly runId: number;
  readonly source: string;
  readonly day: DrawnDay;
  readonly before: (() => void) | null;
  readonly after: (() => void) | null;
}) {
  const { t, term, error } = useWords();
  const query = useEngineQuery('packages.drawdowns', {
    runId,
    source,
    day: day.day,
    offset: 0,
    limit: SHOWN,
  });
  const appNames = useAppNames();
  const nameOf = (sdkAppId: string) => {
    const name = appNames.get(sdkAppId);
    return name === undefined ? formatId(sdkAppId) : `${name} ${formatId(sdkAppId)}`;
  };
  /** Usage by day has no time of day. */
  const timed = query.data?.rows.some(({ start }) => start !== null) ?? false;
  useDayKeys(before, after);
  const stepper = (label: string, run: (() => void) | null, key: string) => (
    <Button size="small" disabled={run === null} aria-keyshortcuts={key} onClick={run ?? undefined}>
      {label}
    </Button>
  );
  return (
    <Section
      title={t('packages/drawsOf', { day: day.day })}
      aside={
        <span className="day-steps">
          {day.draws > SHOWN &&
            t('raw/some', { shown: formatCount(SHOWN), all: formatCount(day.draws) })}
          {stepper(t('packages/before'), before, 'ArrowLeft')}
          {stepper(t('packages/after'), after, 'ArrowRight')}
        </span>
      }
    >
      {query.isPending && <Loading label={t('loading')} lines={4} />}
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {query.data && (
        <table className="ledger" data-testid="day-ledger">
          <thead>
            <tr>
              {timed && <th scope="col">{t('packages/time')}</th>}
              <th scope="col">{t('columns/application')}</th>
              <th scope="col">{t('columns/item')}</th>
              {(['covered', 'ratio', 'deducted', 'left'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`drawdowns/${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {query.data.rows.map((row, index) => (
              <tr key={index}>
                {timed && <td>{row.start?.slice(11, 16) ?? '—'}</td>}
                <td>{nameOf(row.sdkAppId)}</td>
                <td>{term('items', row.item)}</td>
                <td className="number">{formatQuantity(row.rawMinutes)}</td>
                <td className="number">{t('drawdowns/times', { ratio: row.ratio })}</td>
                <td className="number">{formatQuantity(row.deducted)}</td>
                <td className="number">{formatQuantity(row.balanceAfter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
