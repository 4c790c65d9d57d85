import { Button } from 'antd';
import type { BillLineRow } from '../../shared/contract/audits';
import { ask, useEngineQuery } from '../client/engine-query';
import { useAccountApps } from '../client/use-account-apps';
import { useWords } from '../i18n/use-words';
import { pinText } from './pin-text';
import type { DecisionActs } from './use-decision-acts';

/** What a person said about where these lines belong, each to be forgotten again. Nothing where nothing was said. */
export function LinePins({
  lines,
  acts,
}: {
  readonly lines: readonly BillLineRow[];
  readonly acts: DecisionActs;
}) {
  const words = useWords();
  const { t } = words;
  const apps = useAccountApps();
  const pins = useEngineQuery('matches.pins', {});
  const ids = new Set(lines.map(({ id }) => id));
  const nameOf = (id: string) => apps.find(({ sdkAppId }) => sdkAppId === id)?.name;
  return (pins.data ?? [])
    .filter(({ line }) => line !== null && ids.has(line.id))
    .map(({ key, pin }) => (
      <p key={key} className="line-pin" data-testid="line-pin">
        <span>{t('placing:byHand', { pin: pinText(pin, words, nameOf) })}</span>
        <Button
          size="small"
          data-testid="pin-forget"
          onClick={() => void acts.told(() => ask('matches.forget', { key }))}
        >
          {t('decisions:match/forget')}
        </Button>
      </p>
    ));
}
