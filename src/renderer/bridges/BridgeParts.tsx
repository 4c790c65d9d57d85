import { useState } from 'react';
import type { Run } from '../../shared/contract/audits';
import type { BridgePartRow } from '../../shared/contract/bridges';
import type { DrawnChart } from '../charts/Chart';
import { errorOf, useEngineQuery } from '../client/engine-query';
import { Amount, Difference } from '../components/Amount';
import { Notice } from '../components/Notice';
import { Loading } from '../components/Placeholder';
import { amountDecimals, formatCount } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { BridgePicture } from './BridgePicture';
import { partFilter, partName, type PartsBy } from './bridge-part';

/** Pixels of the picture of one part, under the list of all. */
const HEIGHT = 240;

/** The bridge of a run by application or item: every part with its two amounts, and the chosen one step by step. */
export function BridgeParts({
  run,
  by,
  onDrawn,
}: {
  readonly run: Run;
  readonly by: PartsBy;
  readonly onDrawn: (chart: DrawnChart | null) => void;
}) {
  const words = useWords();
  const { t, error } = words;
  const query = useEngineQuery('audits.bridges', { runId: run.id, by });
  const [chosen, setChosen] = useState(0);
  if (query.isPending) return <Loading label={t('loading')} lines={6} />;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  const part = query.data[chosen];
  return (
    <>
      <PartList run={run} by={by} parts={query.data} chosen={chosen} onChoose={setChosen} />
      {part && (
        <>
          <h3 className="bridge-part" data-testid="bridge-part">
            {t('bridge:panel', { name: partName(part, by, words) })}
          </h3>
          <BridgePicture
            runId={run.id}
            expected={part.expected}
            billed={part.billed}
            steps={part.steps}
            filter={partFilter(part.key, by)}
            height={HEIGHT}
            onDrawn={onDrawn}
          />
        </>
      )}
    </>
  );
}

function PartList({
  run: { totals },
  by,
  parts,
  chosen,
  onChoose,
}: {
  readonly run: Run;
  readonly by: PartsBy;
  readonly parts: readonly BridgePartRow[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}) {
  const words = useWords();
  const { t, term } = words;
  const columns = ['expected', 'billed', 'difference'] as const;
  const decimals = Math.max(
    2,
    ...columns.flatMap((name) => [totals, ...parts].map((row) => amountDecimals(row[name]))),
  );
  const amounts = (row: Pick<BridgePartRow, (typeof columns)[number]>) =>
    columns.map((name) => (
      <td key={name} className="number">
        {name === 'difference' ? (
          <Difference value={row[name]} decimals={decimals} />
        ) : (
          <Amount value={row[name]} decimals={decimals} />
        )}
      </td>
    ));
  return (
    <div className="bridge-parts">
      <table className="ledger" data-testid="bridge-parts" aria-label={t('bridge:parts')}>
        <thead>
          <tr>
            <th scope="col">{t(`bridge:${by}`)}</th>
            <th scope="col" className="number">
              {t('bridge/rows')}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col" className="number">
                {term('headline', name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <tr key={part.key} className={index === chosen ? 'chosen' : undefined}>
              <td>
                <button
                  type="button"
                  className="link"
                  aria-pressed={index === chosen}
                  onClick={() => onChoose(index)}
                >
                  {partName(part, by, words)}
                </button>
              </td>
              <td className="number">{formatCount(part.comparisons)}</td>
              {amounts(part)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('bridge:all')}</td>
            <td className="number">
              {formatCount(parts.reduce((sum, { comparisons }) => sum + comparisons, 0))}
            </td>
            {amounts(totals)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
