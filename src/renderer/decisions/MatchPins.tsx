import { Button } from 'antd';
import { ask } from '../client/engine-query';
import { useAccountApps } from '../client/use-account-apps';
import { usePages } from '../client/use-pages';
import { MoreRows } from '../grids/MoreRows';
import { Section } from '../components/Section';
import { useWords } from '../i18n/use-words';
import { pinText } from './pin-text';
import type { DecisionActs } from './use-decision-acts';

const PAGE = 50;

/** What was said about matches by hand, each to be forgotten again. Nothing where nothing was said. */
export function MatchPins({ acts }: { readonly acts: DecisionActs }) {
  const words = useWords();
  const { t } = words;
  const apps = useAccountApps();
  const { rows, total, readOn } = usePages(['matches.pins'], PAGE, (page) =>
    ask('matches.pins', page),
  );
  if (rows.length === 0) return null;
  const nameOf = (id: string) => apps.find(({ sdkAppId }) => sdkAppId === id)?.name;
  return (
    <Section title={t('decisions:match/pins')}>
      <table className="ledger">
        <tbody>
          {rows.map(({ key, pin, line }) => (
            <tr key={key} data-testid="pin-row">
              <td>
                {pinText(pin, words, nameOf)}
                {line && (
                  <p className="muted">
                    {[
                      line.componentName,
                      (line.usageStart ?? line.chargedAt)?.replace('T', ' '),
                    ].join(' ')}
                  </p>
                )}
              </td>
              <td>
                <Button
                  size="small"
                  onClick={() => void acts.told(() => ask('matches.forget', { key }))}
                >
                  {t('decisions:match/forget')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-pins" />
    </Section>
  );
}
