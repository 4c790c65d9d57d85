import { Button } from 'antd';
import { useState } from 'react';
import { trailSentence } from '../../../shared/contract/trail-sentence';
import type { TrailVerdict } from '../../../shared/contract/trail';
import { ask, errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';

const PAGE = 20;

/** Everything that changed the workspace, the newest first, and whether the chain is whole. */
export function Trail() {
  const { t, sentence, error } = useWords();
  const { show } = useNotices();
  const [offset, setOffset] = useState(0);
  const [verdict, setVerdict] = useState<TrailVerdict | null>(null);
  const query = useEngineQuery('trail.list', { offset, limit: PAGE });
  const { total = 0, rows = [] } = query.data ?? {};
  const verify = () => {
    ask('trail.verify', {})
      .then(setVerdict)
      .catch((thrown: unknown) =>
        show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      );
  };
  const say = (key: string, params: Readonly<Record<string, string | number>>) => {
    const [namespace = '', code = ''] = key.split(':');
    return sentence(namespace, code, params);
  };
  return (
    <Section title={t('trail:title')} aside={t('trail:lead')}>
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {rows.length === 0 ? (
        <p className="muted overview-none">{t('trail:empty')}</p>
      ) : (
        <table className="ledger" data-testid="trail">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('trail:columns/seq')}
              </th>
              <th scope="col">{t('trail:columns/at')}</th>
              <th scope="col">{t('trail:columns/what')}</th>
              <th scope="col">{t('trail:columns/hash')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={entry.seq} data-testid="trail-row">
                <td className="number">{entry.seq}</td>
                <td>{entry.at.slice(0, 19).replace('T', ' ')}</td>
                <td>{trailSentence(entry, say)}</td>
                <td>
                  <code title={entry.sha256}>{entry.sha256.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="trail-tools">
        <Button size="small" data-testid="trail-verify" onClick={verify}>
          {t('trail:verify')}
        </Button>
        {total > PAGE && (
          <>
            <Button
              size="small"
              type="text"
              disabled={offset === 0}
              onClick={() => setOffset(Math.max(0, offset - PAGE))}
            >
              {t('trail:newer')}
            </Button>
            <Button
              size="small"
              type="text"
              disabled={offset + PAGE >= total}
              onClick={() => setOffset(offset + PAGE)}
            >
              {t('trail:older')}
            </Button>
            <span className="muted">
              {t('trail:more', {
                from: formatCount(offset + 1),
                to: formatCount(Math.min(offset + PAGE, total)),
                total: formatCount(total),
              })}
            </span>
          </>
        )}
      </p>
      {verdict && (
        <Notice tone={verdict.ok ? 'success' : 'error'}>
          {verdict.broken
            ? t(`trail:broken/${verdict.broken.problem}`, { seq: verdict.broken.seq })
            : t('trail:whole', { entries: verdict.entries, head: verdict.head })}
        </Notice>
      )}
    </Section>
  );
}
