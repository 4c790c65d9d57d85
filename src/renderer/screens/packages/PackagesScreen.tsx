import { useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import type { MinuteSourceRow } from '../../../shared/contract/packages';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Empty, Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatId, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { NoMonth } from '../NoMonth';
import { DeductionLedger } from './DeductionLedger';
import { outcomeText } from './source-outcome';
import { SourceLedger } from './SourceLedger';
import './Packages.css';

/** Trial and packages of the month: what they held, what was drawn, and each draw. */
export function PackagesScreen() {
  const { t, error } = useWords();
  const { month, audit, pending } = useMonth();
  if (audit.state === 'failed') {
    return (
      <Notice tone="error" action={{ label: t('audit/again'), run: audit.retry }}>
        {error(audit.error)}
      </Notice>
    );
  }
  const run = audit.state === 'loading' ? null : audit.run;
  if (run) return <PackagesOfRun key={run.id} run={run} />;
  if (month || pending) return <Loading label={t('audit/running')} lines={10} />;
  return <NoMonth screen="packages" />;
}

function PackagesOfRun({ run }: { readonly run: Run }) {
  const { t, error } = useWords();
  const query = useEngineQuery('packages.list', { runId: run.id });
  const [chosen, choose] = useState<string | null>(null);
  if (query.isPending) return <Loading label={t('loading')} lines={10} />;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  const sources = query.data;
  const source =
    sources.find((one) => one.source === chosen) ??
    sources.find(({ kind }) => kind === 'package') ??
    sources[0];
  if (!source)
    return (
      <>
        <h1>{t('screens/packages')}</h1>
        <Empty title={t('packages/noneTitle')}>{t('packages/none')}</Empty>
      </>
    );
  return (
    <>
      <div className="screen-title">
        <h1>{t('screens/packages')}</h1>
        <span className="muted">{t('packages/order')}</span>
      </div>
      <SourceTable sources={sources} period={run.period} chosen={source.source} onChoose={choose} />
      <SourceLedger key={source.source} run={run} source={source} sources={sources} />
      {source.kind === 'package' && (
        <DeductionLedger
          key={`${source.source}/deductions`}
          runId={run.id}
          source={source.source}
        />
      )}
    </>
  );
}

function SourceTable({
  sources,
  period,
  chosen,
  onChoose,
}: {
  readonly period: Run['period'];
  readonly sources: readonly MinuteSourceRow[];
  readonly chosen: string;
  readonly onChoose: (source: string) => void;
}) {
  const words = useWords();
  const { t, term } = words;
  return (
    <Section title={t('packages/sources')} aside={t('drawdowns/unit')}>
      <table className="ledger source-table">
        <thead>
          <tr>
            <th scope="col">{t('drawdowns/source')}</th>
            <th scope="col">{t('packages/usable')}</th>
            <th scope="col" className="number">
              {t('packages/size')}
            </th>
            <th scope="col" className="number">
              {t('packages/drawn')}
            </th>
            <th scope="col" className="number">
              {t('drawdowns/left')}
            </th>
            <th scope="col" className="outcome">
              {t('burn-down:columns/outcome')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((row) => (
            <tr key={row.source} className={row.source === chosen ? 'source-chosen' : ''}>
              <td>
                <button
                  type="button"
                  className="link"
                  data-testid="package-source"
                  aria-pressed={row.source === chosen}
                  onClick={() => onChoose(row.source)}
                >
                  {row.name ?? term('sources', row.kind)}
                </button>
                {row.kind === 'package' && <span className="muted"> {formatId(row.source)}</span>}
              </td>
              <td>
                {row.from} – {row.through}
              </td>
              <td className="number">{formatQuantity(row.minutes)}</td>
              <td className="number">{row.deducted === 0 ? '—' : formatQuantity(row.deducted)}</td>
              <td className="number">{row.left === null ? '—' : formatQuantity(row.left)}</td>
              <td className="outcome">{outcomeText(row, sources, period, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
