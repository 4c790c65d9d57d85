import { useState } from 'react';
import { QUARANTINE_STATES } from '../../../shared/contract/quarantine';
import { ask, errorOf, useEngineQuery } from '../../client/engine-query';
import { usePages } from '../../client/use-pages';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { MoreRows } from '../../grids/MoreRows';
import { useWords } from '../../i18n/use-words';
import { QuarantinedRowItem } from './QuarantinedRowItem';

const PAGE = 100;
type State = (typeof QUARANTINE_STATES)[number];

/**
 * Rows that could not be read, with the reason and the original: to be corrected in place, dismissed with a
 * reason, or taken back. `importId` null: of all files.
 */
export function Quarantine({ importId }: { readonly importId: number | null }) {
  const { t, error } = useWords();
  const [state, setState] = useState<State>('open');
  // The counts stay while the rows of another state are read.
  const all = useEngineQuery('imports.quarantine', { importId, offset: 0, limit: 1 });
  const { first, rows, total, readOn, query } = usePages(
    ['imports.quarantine', importId, state],
    PAGE,
    (page) => ask('imports.quarantine', { importId, state, ...page }),
  );
  const counts = all.data?.counts;
  if (counts && QUARANTINE_STATES.every((each) => counts[each] === 0) && !query.isError)
    return null;
  if (!counts && !all.isError && !query.isError) return null;
  return (
    <Section
      title={t('imports:quarantine/title')}
      aside={
        readOn
          ? t('raw/some', { shown: formatCount(rows.length), all: formatCount(total) })
          : undefined
      }
    >
      <div
        className="quarantine-states"
        role="group"
        aria-label={t('imports:quarantine/stateChoice')}
      >
        {QUARANTINE_STATES.map((each) => (
          <button
            key={each}
            type="button"
            className="quarantine-state"
            aria-pressed={each === state}
            data-testid={`quarantine-${each}`}
            onClick={() => setState(each)}
          >
            {t(`imports:quarantine/states/${each}`)} {formatCount(counts?.[each] ?? 0)}
          </button>
        ))}
      </div>
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {first && total === 0 && (
        <p className="muted overview-none">{t(`imports:quarantine/nothing/${state}`)}</p>
      )}
      <ul className="quarantine-rows">
        {rows.map((row) => (
          <QuarantinedRowItem key={`${row.importId}:${row.row}`} row={row} />
        ))}
      </ul>
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-quarantined" />
    </Section>
  );
}
