import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { EngineError } from '../../../shared/contract/error';
import { verdictSchema, type Verdict } from '../../../shared/contract/reports';
import { bridge } from '../../client/bridge';
import { ask, errorOf } from '../../client/engine-query';
import { useJobStore } from '../../client/use-jobs';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { fileName } from './use-report-job';

type Answer =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly error: EngineError }
  | { readonly state: 'answered'; readonly verdict: Verdict };

/** Computes a report again and says yes, or what differs. `path`: the report to check, null for none yet. */
export function VerifyReport({
  path,
  onChoose,
}: {
  readonly path: string | null;
  readonly onChoose: (path: string) => void;
}) {
  const { t } = useWords();
  const choose = async () => {
    const [chosen] = await bridge().desktop.chooseFiles({
      title: t('reports:verify/chooseTitle'),
      filters: [{ name: t('reports:verify/filter'), extensions: ['xlsx', 'html', 'pdf', 'json'] }],
      many: false,
    });
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <Section title={t('reports:verify/title')}>
      <div className="report-verify">
        <p className="muted">{t('reports:verify/note')}</p>
        <Button onClick={() => void choose()} data-testid="report-verify">
          {t('reports:verify/choose')}
        </Button>
      </div>
      {path !== null && <VerdictOf key={path} path={path} />}
    </Section>
  );
}

function VerdictOf({ path }: { readonly path: string }) {
  const { t, error } = useWords();
  const jobs = useJobStore();
  const [answer, setAnswer] = useState<Answer>({ state: 'running' });

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
        if (!left) setAnswer(next);
      });
    return () => {
      left = true;
    };
  }, [path, jobs]);

  switch (answer.state) {
    case 'idle':
      return null;
    case 'running':
      return <p role="status">{t('reports:verify/running')}</p>;
    case 'failed':
      return <Notice tone="error">{error(answer.error)}</Notice>;
    case 'answered':
      return <VerdictText verdict={answer.verdict} file={fileName(path)} />;
  }
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
        {t('reports:verify/compared', { number: formatCount(verdict.compared) })}{' '}
        {t(verdict.known ? 'reports:verify/known' : 'reports:verify/unknown')}
      </p>
    </div>
  );
}
