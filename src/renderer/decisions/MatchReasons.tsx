import { Button } from 'antd';
import { ask } from '../client/engine-query';
import { useWords } from '../i18n/use-words';
import type { DecisionActs, JudgedRow } from './use-decision-acts';

/** How the two sides of a row met where that is a suggestion, to be confirmed or taken apart. */
export function MatchReasons({
  runId,
  row,
  acts,
  lineIds,
}: {
  readonly runId: number;
  readonly row: JudgedRow;
  readonly acts: DecisionActs;
  /** Only these lines are taken out of the match; not given: all of its lines. */
  readonly lineIds?: readonly number[];
}) {
  const { t } = useWords();
  if (row.matchReasons.length === 0) return null;
  const of = { runId, comparisonId: row.id };
  return (
    <div className="decision-match" data-testid="match-reasons">
      <p>
        <strong>
          {t(row.matchConfirmed ? 'decisions:match/confirmed' : 'decisions:match/suggested')}
        </strong>
      </p>
      <ul>
        {row.matchReasons.map((reason) => (
          <li key={reason}>{t(`decisions:match/reasons/${reason}`)}</li>
        ))}
      </ul>
      {!row.matchConfirmed && (
        <Button
          size="small"
          data-testid="match-confirm"
          onClick={() => void acts.told(() => ask('matches.confirm', of))}
        >
          {t('decisions:match/confirm')}
        </Button>
      )}{' '}
      <Button
        size="small"
        data-testid="match-split"
        onClick={() =>
          void acts.told(() => ask('matches.split', lineIds ? { lineIds: [...lineIds] } : of))
        }
      >
        {t(lineIds ? 'placing:takeOut' : 'decisions:match/split')}
      </Button>
    </div>
  );
}
