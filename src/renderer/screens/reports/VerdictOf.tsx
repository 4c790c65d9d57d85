import { useEffect, useRef, useState } from 'react';
import type { EngineError } from '../../../shared/contract/error';
import { verdictSchema, type Verdict } from '../../../shared/contract/reports';
import { ask, errorOf } from '../../client/engine-query';
import { useJobStore } from '../../client/use-jobs';
import { Notice } from '../../components/Notice';
import { formatCount } from '../../format/decimal-text';
import { fileName } from '../../format/file-name';
import { inARow } from '../../i18n/in-a-row';
import { useWords } from '../../i18n/use-words';

type Answer =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly error: EngineError }
  | { readonly state: 'answered'; readonly verdict: Verdict };

/** Verifies one report as soon as it is shown, and says what came of it. `onAnswer` must stay the same. */
export function VerdictOf({
  path,
  onAnswer,
}: {
  readonly path: string;
  readonly onAnswer: () => void;
}) {
  const { t, error } = useWords();
  const jobs = useJobStore();
  const [answer, setAnswer] = useState<Answer>({ state: 'running' });

  const place = useRef<HTMLDivElement>(null);
  // It may have been dropped while another part of the screen was in view.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [answer.state]);
  useEffect(() => {
    let left = false;
    const verify = async (): Promise<Answer> => {
      const { jobId } = await ask('reports.verify', { path });
      const end = await jobs.endOf(jobId);
      if (end.state === 'failed') return { state: 'failed', error: end.error };
      if (end.state === 'cancelled') return { state: 'idle' };
      return { state: 'answered', verdict: verdictSchema.parse(end.result) };
    };
    void verify()
      .catch((thrown: unknown): Answer => ({ state: 'failed', error: errorOf(thrown) }))
      .then((next) => {
        if (left) return;
        setAnswer(next);
        onAnswer();
      });
    return () => {
      left = true;
    };
  }, [path, jobs, onAnswer]);

  if (answer.state === 'idle') return null;
  return (
    <div ref={place} className="verdict">
      {answer.state === 'running' && (
        <p role="status">{t('reports:verify/running', { file: fileName(path) })}</p>
      )}
      {answer.state === 'failed' && <Notice tone="error">{error(answer.error)}</Notice>}
      {answer.state === 'answered' && (
        <VerdictText verdict={answer.verdict} file={fileName(path)} />
      )}
    </div>
  );
}

function VerdictText({ verdict, file }: { readonly verdict: Verdict; readonly file: string }) {
  const { t, sentence } = useWords();
  return (
    <div data-testid="verdict">
      <Notice tone={verdict.verified ? 'success' : 'error'}>
        {t(verdict.verified ? 'reports:verify/yes' : 'reports:verify/no', { file })}
      </Notice>
      <ul className="report-findings">
        {verdict.findings.map(({ code, params, weight }, index) => (
          <li key={index}>
            <span className="muted">
              {t(weight === 'note' ? 'reports:verify/note_' : 'reports:verify/differs')}
            </span>
            {sentence('reports', `findings/${code}`, params)}
          </li>
        ))}
      </ul>
      {verdict.more > 0 && <p>{t('reports:verify/more', { number: formatCount(verdict.more) })}</p>}
      <p className="muted">
        {inARow(t, [
          t('reports:verify/compared', { number: formatCount(verdict.compared) }),
          t(verdict.known ? 'reports:verify/known' : 'reports:verify/unknown'),
        ])}
      </p>
    </div>
  );
}
