import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { Output } from '../../shared/contract/contract';
import { bridge } from '../client/bridge';
import { ask, errorOf, useEngineQuery } from '../client/engine-query';
import { formatCount } from '../format/decimal-text';
import { formatMoment } from '../format/day-text';
import { inARow } from '../i18n/in-a-row';
import { useWords, type Words } from '../i18n/use-words';
import { useDamagedWorkspace } from '../state/damaged-workspace';
import { useNavigation } from '../state/navigation';
import { useNotices } from '../state/notices';
import { useRestore } from '../state/use-restore';
import { GIVEN_BACK_AT_ONCE } from '../components/use-modal-keys';

/** What can be done about a workspace that is damaged: the newest backup, or what can still be read. */
export function DamagedWorkspace() {
  const { t, language } = useWords();
  const { path, whileOpen, done } = useDamagedWorkspace();
  const { restore, busy } = useRestore();
  const salvage = useSalvage();
  const ring = useEngineQuery('backups.list', { path }, { enabled: path !== null });
  const newest = ring.data?.backups[0];
  return (
    <Modal
      focusable={GIVEN_BACK_AT_ONCE}
      open={path !== null}
      onCancel={done}
      title={t('backups:damagedTitle')}
      footer={[
        <Button key="cancel" onClick={done}>
          {t('backups:cancel')}
        </Button>,
        <Button
          key="salvage"
          type={ring.data && !newest ? 'primary' : 'default'}
          data-testid="salvage"
          onClick={() => {
            if (path !== null) void salvage(path).then((saved) => saved && done());
          }}
        >
          {t('backups:salvage')}
        </Button>,
        newest && path !== null && (
          <Button
            key="restore"
            type="primary"
            data-testid="restore-newest"
            loading={busy}
            onClick={() => void restore(newest.path, path).finally(done)}
          >
            {t('backups:restoreNewest', { when: formatMoment(newest.createdAt, language) })}
          </Button>
        ),
      ]}
      width={720}
    >
      <p data-testid="damaged">
        {t(whileOpen ? 'backups:damagedFound' : 'backups:damagedBody', { path: path ?? '' })}
      </p>
      {ring.data && <p>{t(newest ? 'backups:damagedWays' : 'backups:damagedNoBackup')}</p>}
    </Modal>
  );
}

function salvagedText(found: Output<'backups.salvage'>, { t }: Words): string {
  const list = (names: readonly string[]) =>
    names.length === 0 ? t('backups:nothing') : names.join(t('account-form:separator'));
  const said = t(found.lost.length === 0 ? 'backups:salvagedAll' : 'backups:salvaged', {
    rows: formatCount(found.rowsRead),
    kept: list(found.kept),
    lost: list(found.lost),
  });
  return inARow(t, [said, ...(found.accountKept ? [] : [t('backups:accountLost')])]);
}

/** Asks for a place, saves what can be read there and says what was kept and what was lost. */
function useSalvage() {
  const client = useQueryClient();
  const { t } = useWords();
  const { show } = useNotices();
  const { go } = useNavigation();
  return async (path: string): Promise<boolean> => {
    const target = await bridge().desktop.saveAs({
      title: t('backups:salvageTitle'),
      suggestedName: `${t('files/newName')}.recount`,
      filters: [{ name: t('files/workspace'), extensions: ['recount'] }],
    });
    if (target === null) return false;
    try {
      const found = await ask('backups.salvage', { path, target });
      go({ screen: 'overview' });
      await client.invalidateQueries();
      show({
        tone: found.lost.length === 0 ? 'success' : 'warning',
        text: (words) => salvagedText(found, words),
      });
      return true;
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
      return false;
    }
  };
}
