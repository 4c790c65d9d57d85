import { Button } from 'antd';
import type { BillLineRow } from '../../shared/contract/audits';
import { ask } from '../client/engine-query';
import { useAccountApps } from '../client/use-account-apps';
import { usePages } from '../client/use-pages';
import { MoreRows } from '../grids/MoreRows';
import { useWords } from '../i18n/use-words';
import { pinText } from './pin-text';
import type { DecisionActs } from './use-decision-acts';

const PAGE = 20;

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
  const lineIds = lines.map(({ id }) => id);
  const pins = usePages(['matches.pins', { lineIds }], PAGE, (page) =>
    ask('matches.pins', { lineIds, ...page }),
  );
  const nameOf = (id: string) => apps.find(({ sdkAppId }) => sdkAppId === id)?.name;
  return (
    <>
      {pins.rows.map(({ key, pin }) => (
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
      ))}
      <MoreRows
        shown={pins.rows.length}
        total={pins.total}
        readOn={pins.readOn}
        testId="more-line-pins"
      />
    </>
  );
}
