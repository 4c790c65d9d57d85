import { Button } from 'antd';
import type { BillLineRow } from '../../shared/contract/audits';
import { Notice } from '../components/Notice';
import { Section } from '../components/Section';
import { formatAmount } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { useSettings } from '../state/settings';
import { Attachments } from './Attachments';
import { decisionText, originText } from './decision-text';
import { MatchReasons } from './MatchReasons';
import { NoteAndDue } from './NoteAndDue';
import { PlaceByHand } from './PlaceByHand';
import { PromiseForm } from './PromiseForm';
import { RuleForm } from './RuleForm';
import { useDecisionActs, type JudgedRow } from './use-decision-acts';
import { VERDICTS } from './verdict';
import './Decisions.css';

/** Beside the explanation: what is decided about the row, with everything that belongs to it. */
export function DecisionPanel({
  runId,
  row,
  lines,
}: {
  readonly runId: number;
  readonly row: JudgedRow;
  /** The bill lines that the row holds. */
  readonly lines: readonly BillLineRow[];
}) {
  const words = useWords();
  const { t } = words;
  const { letterKeys } = useSettings().settings;
  const acts = useDecisionActs(runId);
  const rows = { ids: [row.id] };
  const { decision, proposal } = row;
  const origin = decision && originText(decision.origin, words);
  return (
    <Section
      title={t('decisions:panel/title')}
      aside={
        row.limit !== null && row.withinLimit
          ? t('decisions:panel/within', { amount: formatAmount(row.limit) })
          : letterKeys
            ? t('decisions:panel/keys')
            : undefined
      }
    >
      <div className="decision-panel" data-testid="decision-panel">
        <div className="decision-verdicts" role="group" aria-label={t('decisions:column')}>
          {VERDICTS.map(({ verdict, key }) => (
            <Button
              key={verdict}
              size="small"
              type={decision?.verdict === verdict ? 'primary' : 'default'}
              aria-pressed={decision?.verdict === verdict}
              aria-keyshortcuts={letterKeys ? key : undefined}
              onClick={() => void acts.decide(rows, verdict)}
            >
              {decision?.verdict === verdict
                ? t(`decisions:verdicts/${verdict}`)
                : t(`decisions:acts/${verdict}`)}
            </Button>
          ))}
          {decision && (
            <Button size="small" type="text" onClick={() => void acts.clear(rows)}>
              {t('decisions:acts/clear')}
            </Button>
          )}
        </div>
        {!decision && !proposal && <p className="muted">{t('decisions:panel/none')}</p>}
        {origin && <p className="muted">{origin}</p>}
        {!decision && proposal && (
          <p>
            {decisionText(row, words)}{' '}
            <Button size="small" onClick={() => void acts.takeOver(rows)}>
              {t('decisions:acts/take')}
            </Button>
          </p>
        )}
        {decision && !decision.stands && (
          <Notice
            tone="warning"
            action={{ label: t('decisions:acts/confirm'), run: () => void acts.confirm(rows) }}
          >
            {t('decisions:staleLong', { amount: formatAmount(decision.basis.difference) })}
          </Notice>
        )}
        {decision && (
          <>
            <NoteAndDue key={`${row.id} ${decision.decidedAt}`} decision={decision} acts={acts} />
            <Attachments runId={runId} decision={decision} acts={acts} />
            {decision.verdict === 'dispute' && <PromiseForm row={row} acts={acts} />}
            <RuleForm key={`rule ${row.id}`} row={row} verdict={decision.verdict} acts={acts} />
          </>
        )}
        <MatchReasons runId={runId} row={row} acts={acts} />
        <PlaceByHand key={`place ${row.id}`} runId={runId} lines={lines} acts={acts} />
      </div>
    </Section>
  );
}
