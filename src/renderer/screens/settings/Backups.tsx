import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Backup } from '../../../shared/contract/backups';
import { bridge } from '../../client/bridge';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatBytes } from '../../format/byte-text';
import { formatMoment } from '../../format/day-text';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';
import { useBackUp } from '../../state/use-back-up';
import { RestoreBackup } from './RestoreBackup';

/** The copies of the open workspace, newest first, and the way back to one of them. */
export function Backups() {
  const { t, error, language } = useWords();
  const { place } = useNavigation();
  const workspace = useEngineQuery('workspace.current', {});
  const saved = workspace.data && !workspace.data.temporary ? workspace.data : null;
  const ring = useEngineQuery('backups.list', { path: null }, { enabled: saved !== null });
  const [making, setMaking] = useState(false);
  const [restoring, setRestoring] = useState<Backup | null>(null);

  const backUp = useBackUp();
  const make = async () => {
    setMaking(true);
    await backUp();
    setMaking(false);
  };
  const shown = useRef<HTMLDivElement>(null);
  const wanted = place.part === 'backups' && !workspace.isPending && !ring.isLoading;
  useEffect(() => {
    if (wanted) shown.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);

  return (
    <Section title={t('backups:title')}>
      <div className="backups" ref={shown}>
        <p className="muted">{t('backups:intro')}</p>
        {ring.isError && <Notice tone="error">{error(errorOf(ring.error))}</Notice>}
        {saved === null && <p>{t('backups:noneHere')}</p>}
        {ring.data && saved && (
          <>
            {ring.data.backups.length === 0 ? (
              <p>{t('backups:none')}</p>
            ) : (
              <table className="ledger settings-about">
                <thead>
                  <tr>
                    <th>{t('backups:when')}</th>
                    <th>{t('backups:why')}</th>
                    <th className="number">{t('backups:size')}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {ring.data.backups.map((backup) => (
                    <tr key={backup.path} data-testid="backup-row">
                      <td>{formatMoment(backup.createdAt, language)}</td>
                      <td>{t(`backups:reasons/${backup.reason}`)}</td>
                      <td className="number">{formatBytes(backup.size)}</td>
                      <td>
                        <Button size="small" onClick={() => setRestoring(backup)}>
                          {t('backups:restore')}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <p>
              <Button data-testid="backup-make" loading={making} onClick={() => void make()}>
                {t(making ? 'backups:making' : 'backups:make')}
              </Button>
            </p>
            <p className="muted">
              {t('backups:folder', { path: ring.data.folder })}{' '}
              {ring.data.backups[0] && (
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    void bridge().desktop.showInFolder(ring.data.backups[0]?.path ?? '')
                  }
                >
                  {t('export/show')}
                </button>
              )}
            </p>
            <RestoreBackup
              backup={restoring}
              path={saved.path}
              onClose={() => setRestoring(null)}
            />
          </>
        )}
      </div>
    </Section>
  );
}
