import { Button } from 'antd';
import { useState } from 'react';
import type { Restatement } from '../../../shared/contract/import-changes';
import { useEngineMutation, useEngineQuery } from '../../client/engine-query';
import { Section } from '../../components/Section';
import { formatCount, formatSignedAmount, formatSignedCount } from '../../format/decimal-text';
import { VEIL } from '../../format/privacy';
import { usePrivacy } from '../../components/use-privacy';
import { useWords } from '../../i18n/use-words';
import { failureNotice } from '../../state/failure-notice';
import { useNotices } from '../../state/notices';
import { RestatedRows } from './RestatedRows';

/** What the provider changed from one export of a period to the next; nothing where it changed nothing. */
export function Restatements() {
  const { t } = useWords();
  const found = useEngineQuery('imports.restatements', {});
  const [opened, setOpened] = useState<number | null>(null);
  if (!found.data || found.data.length === 0) return null;
  return (
    <Section title={t('imports:restated/title')}>
      <ul className="readings">
        {found.data.map((restatement) => (
          <RestatementItem
            key={restatement.id}
            restatement={restatement}
            open={opened === restatement.id}
            onOpen={(open) => setOpened(open ? restatement.id : null)}
          />
        ))}
      </ul>
    </Section>
  );
}

function RestatementItem({
  restatement,
  open,
  onOpen,
}: {
  readonly restatement: Restatement;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const { t } = useWords();
  const { show } = useNotices();
  const hidden = usePrivacy();
  const keep = useEngineMutation('imports.keepBoth');
  const { newer, older, changed, added, gone, amount, currency, seconds, inForce } = restatement;
  const moved =
    amount === null
      ? formatSignedCount(Math.round((seconds ?? 0) / 60))
      : formatSignedAmount(amount);
  return (
    <li className="reading" data-testid="restatement">
      <p className={inForce ? undefined : 'muted'}>
        {t(amount === null ? 'imports:restated/usage' : 'imports:restated/bill', {
          newer: newer.fileName,
          older: older.fileName,
          changed: formatCount(changed),
          added: formatCount(added),
          gone: formatCount(gone),
          moved: hidden ? VEIL : moved,
          currency: currency ?? '',
        })}
      </p>
      {!inForce && <p className="muted">{t('imports:restated/notInForce')}</p>}
      <p className="quarantine-actions">
        <Button
          size="small"
          aria-expanded={open}
          data-testid="restatement-rows"
          onClick={() => onOpen(!open)}
        >
          {t(open ? 'imports:restated/hide' : 'imports:restated/show')}
        </Button>
        {restatement.how === 'chosen' && inForce && (
          <Button
            size="small"
            loading={keep.isPending}
            onClick={() =>
              keep.mutate(
                { importId: newer.importId },
                {
                  onError: (thrown) => show(failureNotice(thrown)),
                },
              )
            }
          >
            {t('imports:restated/keepBoth')}
          </Button>
        )}
      </p>
      {open && <RestatedRows restatement={restatement} />}
    </li>
  );
}
