import { Button } from 'antd';
import { useState } from 'react';
import { inferenceResultSchema, type InferenceRow } from '../../../shared/contract/findings';
import { ask, errorOf } from '../../client/engine-query';
import { useJobStore } from '../../client/use-jobs';
import type { Period } from '../../client/use-month-run';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';

/** Looks how the bill was probably made: computed anew in other ways, so it is asked for by a person. */
export function Inferences({ period }: { readonly period: Period | null }) {
  const { t } = useWords();
  const { show } = useNotices();
  const jobs = useJobStore();
  const [running, setRunning] = useState(false);
  const [found, setFound] = useState<readonly InferenceRow[] | null>(null);
  const infer = async () => {
    setRunning(true);
    try {
      const { jobId } = await ask('audits.infer', { period });
      const end = await jobs.endOf(jobId);
      if (end.state === 'failed') show({ tone: 'error', text: ({ error }) => error(end.error) });
      if (end.state === 'finished') setFound(inferenceResultSchema.parse(end.result).inferences);
    } catch (thrown) {
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
    } finally {
      setRunning(false);
    }
  };
  const text = ({ kind, value, lines, usualLines, of }: InferenceRow) =>
    t('diagnose:explains', {
      reading: t(kind === 'era' ? 'diagnose:readings/era' : `diagnose:readings/${kind}/${value}`, {
        era: value,
      }),
      lines: formatCount(lines),
      usualLines: formatCount(usualLines),
      of: formatCount(of),
    });
  return (
    <div className="inferences" data-testid="inferences">
      {found === null ? (
        <p>
          <Button size="small" loading={running} data-testid="infer" onClick={() => void infer()}>
            {t('decisions:findings/infer')}
          </Button>{' '}
          <span className="muted">{t('decisions:findings/inferLead')}</span>
        </p>
      ) : found.length === 0 ? (
        <p className="muted">{t('decisions:findings/usual')}</p>
      ) : (
        <>
          <p>{t('decisions:findings/best')}</p>
          <ul>
            {found.map((inference) => (
              <li key={`${inference.kind} ${inference.value}`}>{text(inference)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
