import { Button } from 'antd';
import type { DecisionView } from '../../shared/contract/decision-records';
import { bridge } from '../client/bridge';
import { ask, errorOf } from '../client/engine-query';
import { formatBytes } from '../format/byte-text';
import { veiledDigits } from '../format/privacy';
import { useWords } from '../i18n/use-words';
import { useNotices } from '../state/notices';
import type { DecisionActs } from './use-decision-acts';

/** Files that are kept in the workspace beside a decision. */
export function Attachments({
  runId,
  decision,
  acts,
}: {
  readonly runId: number;
  readonly decision: DecisionView;
  readonly acts: DecisionActs;
}) {
  const { t } = useWords();
  const { show } = useNotices();
  const { key, attachments } = decision;
  const attach = async () => {
    const title = t('decisions:panel/attach');
    const [path] = await bridge().desktop.chooseFiles({ title, filters: [], many: false });
    if (path === undefined) return;
    await acts.told(() => ask('decisions.attach', { runId, comparisonId: key, path }));
  };
  const save = async (name: string, sha256: string) => {
    try {
      const title = t('decisions:panel/saveFile', { file: name });
      const path = await bridge().desktop.saveAs({ title, suggestedName: name, filters: [] });
      if (path !== null) await ask('decisions.saveAttachment', { sha256, path });
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    }
  };
  return (
    <div className="decision-files">
      {attachments.map(({ name, sha256, size }) => (
        <p key={sha256}>
          <button type="button" className="link" onClick={() => void save(name, sha256)}>
            {veiledDigits(name)}
          </button>{' '}
          <span className="muted">{formatBytes(size)}</span>{' '}
          <Button
            size="small"
            type="text"
            onClick={() => void acts.told(() => ask('decisions.detach', { key, sha256 }))}
          >
            {t('decisions:panel/detach', { file: name })}
          </Button>
        </p>
      ))}
      <Button size="small" data-testid="decision-attach" onClick={() => void attach()}>
        {t('decisions:panel/attach')}
      </Button>
    </div>
  );
}
