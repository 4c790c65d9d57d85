import { Button } from 'antd';
import type { BillLineRow } from '../../../shared/contract/audits';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Difference } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { StatusMark } from '../../components/StatusMark';
import { MatchReasons } from '../../decisions/MatchReasons';
import { PlaceByHand } from '../../decisions/PlaceByHand';
import { useDecisionActs, type JudgedRow } from '../../decisions/use-decision-acts';
import { formatStretch } from '../../format/day-text';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';

/** What the audit compared a line with, and what a person says about that: confirm it, take it out, place it. */
export function LineMatch({ runId, line }: { readonly runId: number; readonly line: BillLineRow }) {
  const { t, error } = useWords();
  const acts = useDecisionActs(runId);
  const query = useEngineQuery(
    'matches.line',
    { runId, lineId: line.id },
    // After a new audit the line is the same: what the keys are at stays.
    { stays: (earlier) => earlier.lineId === line.id },
  );
  const match = query.data;
  return (
    <Section title={t('placing:title')}>
      <div className="line-match" data-testid="line-match">
        {query.isPending && <Loading label={t('loading')} lines={2} />}
        {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
        {match && !match.comparable && <p className="muted">{t('placing:other')}</p>}
        {match?.comparable && (
          <>
            {match.comparison ? (
              <Met comparison={match.comparison} />
            ) : (
              <p className="muted">{t('placing:elsewhere')}</p>
            )}
            {match.comparison && !match.pin && (
              <MatchReasons runId={runId} row={match.comparison} acts={acts} lineIds={[line.id]} />
            )}
            <PlaceByHand runId={runId} lines={[line]} acts={acts} />
          </>
        )}
      </div>
    </Section>
  );
}

/** The comparison that the line stands in, and the way to it. */
function Met({ comparison }: { readonly comparison: JudgedRow }) {
  const { t, term } = useWords();
  const { go } = useNavigation();
  const { status, difference } = comparison;
  return (
    <p className="line-met">
      <StatusMark status={status} label={term('statuses', status)} />
      <span>
        {[
          formatStretch(comparison.periodStart, comparison.periodEnd),
          comparison.item ? term('items', comparison.item) : t('item/none'),
          comparison.appName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Difference value={difference} />
      <Button
        size="small"
        data-testid="line-show"
        onClick={() =>
          go({
            screen: 'differences',
            comparisonId: comparison.id,
            // Where both sides agree it would not be among the differences.
            filter: { onlyDiscrepancies: false },
          })
        }
      >
        {t('placing:show')}
      </Button>
    </p>
  );
}
