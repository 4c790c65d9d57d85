import { Button } from 'antd';
import { bridge } from '../../client/bridge';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';

const VERSIONS = ['engine', 'node', 'sqlite', 'electron'] as const;

export function About() {
  const { t, term, error } = useWords();
  const about = useEngineQuery('engine.about', {});
  return (
    <Section title={t('about/title')} aside={t('about/private')}>
      {about.isError && <Notice tone="error">{error(errorOf(about.error))}</Notice>}
      {about.data && (
        <table className="ledger settings-about">
          <tbody>
            {VERSIONS.map((part) => (
              <tr key={part}>
                <td>{t(`about/${part}`)}</td>
                <td>{about.data[part] ?? '—'}</td>
              </tr>
            ))}
            {about.data.priceBooks.map(({ site, hash, latest }) => (
              <tr key={site}>
                <td>{t('about/prices', { site: term('sites', site) })}</td>
                <td>
                  {t('about/pricesUntil', { day: latest })} <code>{hash}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="about-log">
        <Button data-testid="show-log" onClick={() => void bridge().desktop.showLog()}>
          {t('menu:showLog')}
        </Button>
      </p>
    </Section>
  );
}
