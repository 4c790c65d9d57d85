import { Button, Modal } from 'antd';
import { useEngineQuery } from '../client/engine-query';
import { formatMoment } from '../format/day-text';
import { useModalKeys } from '../components/use-modal-keys';
import { useWords } from '../i18n/use-words';
import { MatchPins } from './MatchPins';
import { RuleList } from './RuleList';
import type { DecisionActs } from './use-decision-acts';
import { useStepText } from './use-step-text';

const SHOWN = 200;

/** Every named step with its state, undo and redo by name, and the rules and matches that were made. */
export function HistoryPanel({
  open,
  onClose,
  acts,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly acts: DecisionActs;
}) {
  const { t, language } = useWords();
  useModalKeys(open, onClose);
  const stepText = useStepText();
  const query = useEngineQuery('history.list', { offset: 0, limit: SHOWN }, { enabled: open });
  const rows = query.data?.rows ?? [];
  const last = rows.find(({ state }) => state === 'done');
  const next = rows.findLast(({ state }) => state === 'undone');
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      width={720}
      title={t('decisions:history/title')}
    >
      <div className="history" data-testid="history">
        <p className="history-moves">
          <Button
            size="small"
            disabled={!last}
            data-testid="history-undo"
            onClick={() => void acts.move('undo')}
          >
            {last
              ? t('decisions:history/undoStep', { step: stepText(last) })
              : t('decisions:history/undo')}
          </Button>
          <Button
            size="small"
            disabled={!next}
            data-testid="history-redo"
            onClick={() => void acts.move('redo')}
          >
            {next
              ? t('decisions:history/redoStep', { step: stepText(next) })
              : t('decisions:history/redo')}
          </Button>
        </p>
        {rows.length === 0 ? (
          <p className="muted">{t('decisions:history/empty')}</p>
        ) : (
          <div className="history-steps">
            <table className="ledger">
              <tbody>
                {rows.map((step) => (
                  <tr key={step.id} className={`history-${step.state}`} data-testid="history-step">
                    <td className="number muted">{step.id}</td>
                    <td>{stepText(step)}</td>
                    <td className="muted">{t(`decisions:history/${step.state}`)}</td>
                    <td className="muted">{formatMoment(step.madeAt, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <RuleList acts={acts} />
        <MatchPins acts={acts} />
      </div>
    </Modal>
  );
}
