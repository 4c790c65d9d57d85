import { Modal } from 'antd';
import type { Backup } from '../../../shared/contract/backups';
import { GIVEN_BACK_AT_ONCE, useModalKeys } from '../../components/use-modal-keys';
import { formatMoment } from '../../format/day-text';
import { useWords } from '../../i18n/use-words';
import { useRestore } from '../../state/use-restore';

/** Asks once before the workspace becomes what it was, and says that what it is now is kept. */
export function RestoreBackup({
  backup,
  path,
  onClose,
}: {
  readonly backup: Backup | null;
  readonly path: string;
  readonly onClose: () => void;
}) {
  const { t, language } = useWords();
  useModalKeys(backup !== null, onClose);
  const { restore, busy } = useRestore();
  return (
    <Modal
      focusable={GIVEN_BACK_AT_ONCE}
      open={backup !== null}
      onCancel={onClose}
      title={t('backups:restoreTitle', {
        when: formatMoment(backup?.createdAt ?? '', language),
      })}
      okText={t('backups:restoreNow')}
      cancelText={t('backups:cancel')}
      confirmLoading={busy}
      onOk={() => {
        if (backup) void restore(backup.path, path).finally(onClose);
      }}
    >
      {t('backups:restoreBody')}
    </Modal>
  );
}
