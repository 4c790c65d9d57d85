import { useState } from 'react';
import { QUARANTINE_STATES } from '../../../shared/contract/quarantine';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { QuarantinedRowItem } from './QuarantinedRowItem';

const SHOWN = 100;
type State = (typeof QUARANTINE_STATES)[number];

/**
 * Rows that could not be read, with the reason and the original: to be corrected in place, dismissed with a
 * reason, or taken back. `importId` null: of all files.
 */
export function Quarantine({ importId }: { readonly importId: number | null }) {
  const { t, error } = useWords();
  const [state, setState] = useState<State>('open');
  const page = { importId, offset: 0, limit: SHOWN };
  const lists = {
    open: useEngineQuery('imports.quarantine', { ...page, state: 'open' }),
    corrected: useEngineQuery('imports.quarantine', { ...page, state: 'corrected' }),
    dismissed: useEngineQuery('imports.quarantine', { ...page, state: 'dismissed' }),
  };
  const list = lists[state];
  const totals = QUARANTINE_STATES.map((each) => lists[each].data?.total ?? 0);
  if (totals.every((total) => total === 0) && !list.isError) return null;
  const total = list.data?.total ?? 0;
  return (
    <Section
      title={t('imports:quarantine/title')}
      aside={
        total > SHOWN
          ? t('raw/some', { shown: formatCount(SHOWN), all: formatCount(total) })
          : undefined
      }
    >
      <div
        className="quarantine-states"
        role="group"
        aria-label={t('imports:quarantine/stateChoice')}
      >
        {QUARANTINE_STATES.map((each, index) => (
          <button
            key={each}
            type="button"
            className="quarantine-state"
            aria-pressed={each === state}
            data-testid={`quarantine-${each}`}
            onClick={() => setState(each)}
          >
            {t(`imports:quarantine/states/${each}`)} {formatCount(totals[index] ?? 0)}
          </button>
        ))}
      </div>
      {list.isError && <Notice tone="error">{error(errorOf(list.error))}</Notice>}
      {list.data && total === 0 && (
        <p className="muted overview-none">{t(`imports:quarantine/nothing/${state}`)}</p>
      )}
      <ul className="quarantine-rows">
        {(list.data?.rows ?? []).map((row) => (
          <QuarantinedRowItem key={`${row.importId}:${row.row}`} row={row} />
        ))}
      </ul>
    </Section>
  );
}
