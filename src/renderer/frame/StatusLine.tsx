import type { Output } from '../../shared/contract/contract';
import type { RunningJob } from '../client/job-store';
import { saidLeft } from '../client/time-left';
import { useJobStore, useRunningJobs } from '../client/use-jobs';
import { Button } from '../components/Button';
import { formatMoment } from '../format/day-text';
import { formatCount, formatId } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { useMonth } from '../state/month';

/** Which file this is, when it was last audited, and what is being worked on. */
export function StatusLine({
  workspace,
  onSave,
  onHistory,
}: {
  readonly workspace: Output<'workspace.current'>;
  readonly onSave: () => void;
  readonly onHistory: () => void;
}) {
  const { t, language } = useWords();
  const { audit } = useMonth();
  const job = useRunningJobs()[0];
  return (
    <footer className="statusline">
      {workspace && (
        <span title={formatId(workspace.path)} className="statusline-workspace">
          {workspace.temporary ? t('status/temporary') : formatId(workspace.name)}
        </span>
      )}
      {workspace?.temporary && (
        <button type="button" className="link" onClick={onSave}>
          {t('status/save')}
        </button>
      )}
      {audit.state === 'ready' && (
        <span>{t('status/audited', { when: formatMoment(audit.run.createdAt, language) })}</span>
      )}
      {workspace && (
        <button
          type="button"
          className="link"
          data-testid="open-workspace-history"
          onClick={onHistory}
        >
          {t('history:open')}
        </button>
      )}
      <span className="topbar-space" />
      {job ? <JobAtWork job={job} /> : <span>{t('status/local')}</span>}
    </footer>
  );
}

function JobAtWork({ job }: { readonly job: RunningJob }) {
  const { t, sentence } = useWords();
  const { cancel } = useJobStore();
  const known = job.total !== null && job.total > 0;
  const percent = Math.floor((100 * job.done) / (job.total ?? 1));
  const left = job.secondsLeft === null || job.stopping ? null : saidLeft(job.secondsLeft);
  return (
    <span className="statusline-job" data-testid="job-status">
      {/* What is being done is said aloud, each percent of it is not. */}
      <span role="status">{sentence('jobs', job.phase, { subject: job.subject })}</span>
      {known ? (
        <>
          <progress value={job.done} max={job.total ?? 1} aria-hidden="true" />
          <span className="number">{`${percent}%`}</span>
          {left && (
            <span className="muted" data-testid="job-left">
              {t(`job/left/${left.unit}`, { value: formatCount(left.count) })}
            </span>
          )}
        </>
      ) : (
        job.done > 0 && <span className="number">{formatCount(job.done)}</span>
      )}
      <Button small data-testid="job-cancel" busy={job.stopping} onClick={() => cancel(job.jobId)}>
        {t('job/cancel')}
      </Button>
    </span>
  );
}
