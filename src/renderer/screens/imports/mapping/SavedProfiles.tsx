import { Button } from 'antd';
import { Fragment, useState } from 'react';
import type { SavedProfileView } from '../../../../shared/contract/mapping';
import { bridge } from '../../../client/bridge';
import { ask, errorOf, useEngineQuery } from '../../../client/engine-query';
import { Section } from '../../../components/Section';
import { formatMoment } from '../../../format/day-text';
import { formatCount } from '../../../format/decimal-text';
import { veiledDigits } from '../../../format/privacy';
import { useWords } from '../../../i18n/use-words';
import { useNotices, type Said } from '../../../state/notices';

/** The mappings that were saved, each version; taken out, brought in, forgotten. */
export function SavedProfiles() {
  const { t } = useWords();
  const { show } = useNotices();
  const profiles = useEngineQuery('imports.profiles', {});
  const [opened, setOpened] = useState<number | null>(null);
  if (!profiles.data) return null;
  const attempt = (work: () => Promise<Said | null>) => () => {
    work()
      .then((text) => text !== null && show({ tone: 'success', text }))
      .catch((thrown: unknown) =>
        show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      );
  };
  const filters = [{ name: t('mapping:profiles/file'), extensions: ['json'] }];
  const exportAll = attempt(async () => {
    const path = await bridge().desktop.saveAs({
      title: t('mapping:profiles/export'),
      suggestedName: 'recount-profiles.json',
      filters,
    });
    if (path === null) return null;
    const { count } = await ask('imports.exportProfiles', { path });
    return ({ t }) => t('mapping:profiles/exported', { count });
  });
  const bringIn = attempt(async () => {
    const title = t('mapping:profiles/import');
    const [path] = await bridge().desktop.chooseFiles({ title, filters, many: false });
    if (path === undefined) return null;
    const taken = await ask('imports.importProfiles', { path });
    return ({ t }) => t('mapping:profiles/imported', taken);
  });
  const remove = ({ id, name, version }: SavedProfileView) =>
    attempt(async () => {
      await ask('imports.removeProfile', { profileId: id });
      return ({ t }) => t('mapping:profiles/removed', { name: veiledDigits(name), version });
    });
  return (
    <Section
      title={t('mapping:profiles/title')}
      aside={
        <span className="profile-actions">
          {profiles.data.length > 0 && (
            <Button size="small" onClick={exportAll} data-testid="profiles-export">
              {t('mapping:profiles/export')}
            </Button>
          )}
          <Button size="small" onClick={bringIn} data-testid="profiles-import">
            {t('mapping:profiles/import')}
          </Button>
        </span>
      }
    >
      {profiles.data.length === 0 ? (
        <p className="muted profile-empty">{t('mapping:profiles/empty')}</p>
      ) : (
        <table className="ledger" data-testid="profiles">
          <thead>
            <tr>
              <th scope="col">{t('mapping:profiles/name')}</th>
              <th scope="col" className="number">
                {t('mapping:profiles/version')}
              </th>
              <th scope="col">{t('mapping:profiles/is')}</th>
              <th scope="col" className="number">
                {t('mapping:profiles/columns')}
              </th>
              <th scope="col">{t('mapping:profiles/savedAt')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('mapping:profiles/actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {profiles.data.map((profile) => (
              <Fragment key={profile.id}>
                <ProfileRow
                  profile={profile}
                  open={opened === profile.id}
                  onOpen={(open) => setOpened(open ? profile.id : null)}
                  onRemove={remove(profile)}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function ProfileRow({
  profile,
  open,
  onOpen,
  onRemove,
}: {
  readonly profile: SavedProfileView;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onRemove: () => void;
}) {
  const { t, language } = useWords();
  const name = veiledDigits(profile.name);
  const read = profile.columns.filter(({ field }) => field !== null);
  return (
    <>
      <tr>
        <td>
          <button type="button" className="link" aria-expanded={open} onClick={() => onOpen(!open)}>
            {name}
          </button>
        </td>
        <td className="number">{profile.version}</td>
        <td>{t(`mapping:readings/${profile.readAs}`)}</td>
        <td className="number">
          {formatCount(read.length)} / {formatCount(profile.columns.length)}
        </td>
        <td>{formatMoment(profile.savedAt, language)}</td>
        <td className="number">
          <Button
            size="small"
            aria-label={`${t('mapping:profiles/remove')}: ${name} ${profile.version}`}
            onClick={onRemove}
          >
            {t('mapping:profiles/remove')}
          </Button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6}>
            <ul className="profile-columns">
              {read.map(({ header, field }) => (
                <li key={header}>
                  {header} <span aria-hidden="true">→</span>{' '}
                  <span className="mapping-to">{t(`mapping:fields/${field ?? ''}`)}</span>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}
