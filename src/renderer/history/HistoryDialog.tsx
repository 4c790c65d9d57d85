import { Modal } from 'antd';
import { useWords } from '../i18n/use-words';
import { HistorySteps } from './HistorySteps';

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
    <Modal open={open} onCancel={onClose} footer={null} width={760} title={t('history:title')}>
      <div className="history" data-testid="history">
        <p className="muted">{t('history:lead')}</p>
        {open && <HistorySteps />}
      </div>
    </Modal>
  );
}
