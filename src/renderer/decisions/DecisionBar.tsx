import { Button } from 'antd';
import { useId, useState } from 'react';
import type { ComparisonFilter } from '../../shared/contract/audits';
import type { RowChoice } from '../../shared/contract/decisions';
import { SELECTED_IDS_LIMIT } from '../../shared/contract/selections';
import { useEngineQuery } from '../client/engine-query';
import { Choice } from '../components/Choice';
import { formatCount } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { useNavigation } from '../state/navigation';
import { useSettings } from '../state/settings';
import { HistoryPanel } from './HistoryPanel';
import { rowsMeant } from './rows-meant';
import type { DecisionActs } from './use-decision-acts';
import { useVerdictKeys } from './use-verdict-keys';
import { VERDICTS, type Verdict } from './verdict';
import './Decisions.css';

type Act = Verdict | 'clear' | 'take';

/** What to do about the chosen rows, or, once more asked, about all rows of the filter. */
export function DecisionBar({
  runId,
  acts,
  filter,
  total,
  count,
  chosen,
}: {
  readonly runId: number;
  readonly acts: DecisionActs;
  readonly filter: ComparisonFilter;
  /** Rows of the filter. */
  readonly total: number;
  /** Rows that are chosen, listed or not. */
  readonly count: number;
  /** Ids of the chosen rows; null while they are on their way or too many to list. */
  readonly chosen: readonly string[] | null;
}) {
  const { t } = useWords();
  const { letterKeys } = useSettings().settings;
  const [scope, setScope] = useState<'chosen' | 'all'>('chosen');
  const [asking, setAsking] = useState<Act | null>(null);
  /** What was asked last: the keys go back to where the question came from. */
  const [asked, setAsked] = useState<Act | null>(null);
  const question = useId();
  const ask = (act: Act) => {
    setAsked(act);
    setAsking(act);
  };
  const { place } = useNavigation();
  const [history, setHistory] = useState(place.rules === true);
  const proposals = useEngineQuery('decisions.proposals', { runId, offset: 0, limit: 1 });
  const proposed = proposals.data?.total ?? 0;

  const { rows, byFilter, tooMany } = rowsMeant({ scope, filter, total, count, chosen });
  const chosenText = count <= 1 ? t('decisions:bulk/one') : t('decisions:bulk/selected', { count });
  const allText = t('decisions:bulk/all', { count: total, rows: formatCount(total) });

  const carryOut = (act: Act, choice: RowChoice) => {
    setAsking(null);
    if (act === 'clear') void acts.clear(choice);
    else if (act === 'take') void acts.takeOver(choice);
    else void acts.decide(choice, act);
  };
  const begin = (act: Act) => {
    if (act === 'take' || byFilter) ask(act);
    else if (rows) carryOut(act, rows);
  };
  // The letters are the buttons': they are about the same rows, and ask where those ask.
  useVerdictKeys((verdict) => {
    if (asking === null && rows !== null) begin(verdict);
  });

  return (
    <div className="decision-bar" data-testid="decision-bar">
      {asking ? (
        <span
          className="decision-asking"
          role="alertdialog"
          aria-labelledby={question}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setAsking(null);
          }}
        >
          <span id={question}>
            {t('decisions:bulk/question', {
              act: t(`decisions:acts/${asking}`),
              rows:
                asking === 'take' ? t('decisions:bulk/proposals', { count: proposed }) : allText,
            })}
          </span>{' '}
          <Button
            size="small"
            type="primary"
            data-testid="bulk-yes"
            autoFocus
            onClick={() =>
              carryOut(asking, { filter: asking === 'take' ? { onlyDiscrepancies: true } : filter })
            }
          >
            {t(`decisions:acts/${asking}`)}
          </Button>{' '}
          <Button size="small" data-testid="bulk-no" onClick={() => setAsking(null)}>
            {t('decisions:bulk/cancel')}
          </Button>
        </span>
      ) : (
        <>
          <Choice
            label={t('decisions:column')}
            testId="decision-scope"
            value={scope}
            options={[
              { value: 'chosen' as const, label: chosenText },
              { value: 'all' as const, label: allText },
            ]}
            onChange={setScope}
          />
          {VERDICTS.map(({ verdict, key }) => (
            <Button
              key={verdict}
              size="small"
              disabled={rows === null}
              autoFocus={asked === verdict}
              data-testid={`decide-${verdict}`}
              aria-keyshortcuts={letterKeys ? key : undefined}
              onClick={() => begin(verdict)}
            >
              {t(`decisions:acts/${verdict}`)} {letterKeys && <kbd>{key.toUpperCase()}</kbd>}
            </Button>
          ))}
          <Button
            size="small"
            type="text"
            disabled={rows === null}
            autoFocus={asked === 'clear'}
            data-testid="decide-clear"
            onClick={() => begin('clear')}
          >
            {t('decisions:acts/clear')}
          </Button>
          {tooMany && (
            <span className="muted" role="status">
              {t('decisions:bulk/tooMany', { limit: formatCount(SELECTED_IDS_LIMIT) })}
            </span>
          )}
          {proposed > 0 && (
            <Button
              size="small"
              type="text"
              autoFocus={asked === 'take'}
              data-testid="take-proposals"
              onClick={() => begin('take')}
            >
              {t('decisions:acts/take')}: {t('decisions:bulk/proposals', { count: proposed })}
            </Button>
          )}
          <Button
            size="small"
            type="text"
            data-testid="open-history"
            onClick={() => setHistory(true)}
          >
            {t('decisions:bulk/history')}
          </Button>
        </>
      )}
      <HistoryPanel open={history} onClose={() => setHistory(false)} acts={acts} />
    </div>
  );
}
