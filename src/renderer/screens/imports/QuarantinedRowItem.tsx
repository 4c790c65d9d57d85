import { Button, Input } from 'antd';
import { memo, useState } from 'react';
import type { QuarantinedRow } from '../../../shared/contract/quarantine';
import { errorOf, useEngineMutation } from '../../client/engine-query';
import { usePrivacy } from '../../components/use-privacy';
import { formatMoment } from '../../format/day-text';
import { veiledDigits } from '../../format/privacy';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';
import { RowEditor } from './RowEditor';

/**
 * One row of quarantine: why it was not read, the original text, and what can be done about it. Rows that are shown
 * already stay as they are when others are read on.
 */
export const QuarantinedRowItem = memo(function QuarantinedRowItem({
  row,
}: {
  readonly row: QuarantinedRow;
}) {
  const { t, sentence, language } = useWords();
  const { show } = useNotices();
  const hidden = usePrivacy();
  const [doing, setDoing] = useState<'edit' | 'dismiss' | null>(null);
  /** What was opened last: the keys go back to where it was. */
  const [left, setLeft] = useState<'edit' | 'dismiss' | null>(null);
  const leave = () => {
    setLeft(doing);
    setDoing(null);
  };
  const [reason, setReason] = useState('');
  const dismiss = useEngineMutation('imports.dismissRows');
  const reopen = useEngineMutation('imports.reopenRows');
  const onError = (thrown: unknown) =>
    show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
  const rows = [{ importId: row.importId, row: row.row }];
  const line = row.origin.line ?? row.row;
  return (
    <li className="quarantine-row" data-testid="quarantine-row">
      <p>
        <span className="muted">
          {t('imports:quarantine/place', { file: row.origin.file, line })}
        </span>{' '}
        {sentence('issues', row.code, row.params)}
      </p>
      <p>
        <code className="quarantine-raw" title={t('imports:quarantine/original')}>
          {veiledDigits(row.raw)}
        </code>
      </p>
      {row.by !== null && row.at !== null && (
        <p className="muted">
          {t('imports:quarantine/who', { by: row.by, when: formatMoment(row.at, language) })}
          {row.reason !== null && ` — ${row.reason}`}
        </p>
      )}
      {row.state !== 'open' && (
        <Button
          size="small"
          data-testid="quarantine-reopen"
          loading={reopen.isPending}
          onClick={() => reopen.mutate({ rows }, { onError })}
        >
          {t('imports:quarantine/reopen')}
        </Button>
      )}
      {row.state === 'open' && doing === null && (
        <p className="quarantine-actions">
          <Button
            size="small"
            autoFocus={left === 'edit'}
            data-testid="quarantine-edit"
            // What a person types is to be seen by them.
            disabled={hidden}
            title={hidden ? t('privacy/hidden') : undefined}
            onClick={() => setDoing('edit')}
          >
            {t('imports:quarantine/edit')}
          </Button>
          <Button
            size="small"
            autoFocus={left === 'dismiss'}
            data-testid="quarantine-dismiss"
            onClick={() => setDoing('dismiss')}
          >
            {t('imports:quarantine/dismiss')}
          </Button>
        </p>
      )}
      {doing === 'edit' && !hidden && <RowEditor row={row} onDone={leave} />}
      {doing === 'dismiss' && (
        <form
          className="quarantine-actions"
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave();
          }}
          onSubmit={(event) => {
            event.preventDefault();
            dismiss.mutate({ rows, reason }, { onError });
          }}
        >
          <Input
            autoFocus
            size="small"
            value={reason}
            maxLength={500}
            aria-label={t('imports:quarantine/why')}
            placeholder={t('imports:quarantine/why')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            size="small"
            type="primary"
            htmlType="submit"
            disabled={reason.trim() === ''}
            loading={dismiss.isPending}
          >
            {t('imports:quarantine/dismissNow')}
          </Button>
          <Button size="small" onClick={leave}>
            {t('imports:quarantine/cancel')}
          </Button>
        </form>
      )}
    </li>
  );
});
