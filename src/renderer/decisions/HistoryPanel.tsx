import { Modal } from 'antd';
import { GIVEN_BACK_AT_ONCE, useModalKeys } from '../components/use-modal-keys';
import { focusHereWhenOpen } from '../history/focus-here';
import { HistorySteps } from '../history/HistorySteps';
import { useWords } from '../i18n/use-words';
import { MatchPins } from './MatchPins';
import { RuleList } from './RuleList';
import type { DecisionActs } from './use-decision-acts';

/** The history of the workspace, with the rules and matches that were made. */
export function HistoryPanel({
  open,
  onClose,
  acts,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly acts: DecisionActs;
}) {
  const { t } = useWords();
  useModalKeys(open, onClose);
  return (
    <Modal
      focusable={GIVEN_BACK_AT_ONCE}
      open={open}
      onCancel={onClose}
      afterOpenChange={focusHereWhenOpen}
      footer={null}
      width={760}
      title={t('history:title')}
    >
      <div className="history" data-testid="history">
        {open && <HistorySteps />}
        <RuleList acts={acts} />
        <MatchPins acts={acts} />
      </div>
    </Modal>
  );
}
