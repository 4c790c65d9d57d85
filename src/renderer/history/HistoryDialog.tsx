import { Modal } from 'antd';
import { useWords } from '../i18n/use-words';
import { focusHereWhenOpen } from './focus-here';
import { HistorySteps } from './HistorySteps';
import { GIVEN_BACK_AT_ONCE } from '../components/use-modal-keys';

/** The history of the workspace, over whatever screen is open. */
export function HistoryDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
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
      </div>
    </Modal>
  );
}
