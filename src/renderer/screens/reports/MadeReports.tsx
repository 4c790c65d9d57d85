import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { MadeReport } from '../../../shared/contract/reports';
import { bridge } from '../../client/bridge';
import { ask, errorOf } from '../../client/engine-query';
import { usePages } from '../../client/use-pages';
import { MoreRows } from '../../grids/MoreRows';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatMoment, formatPeriod } from '../../format/day-text';
import { fileName } from '../../format/file-name';
import { veiledPath } from '../../format/privacy';
import { useWords } from '../../i18n/use-words';

const PAGE = 50;
const VERIFIABLE = new Set(['xlsx', 'html', 'pdf', 'json']);

/** What was written from this workspace, newest first; each can be shown and checked. */
export function MadeReports({ onVerify }: { readonly onVerify: (path: string) => void }) {
  const { t, error } = useWords();
  const { rows, total, readOn, query } = usePages(['reports.list'], PAGE, (page) =>
    ask('reports.list', page),
  );
  useFilesThere();
  const isRead = !query.isPending && !query.isError;
  return (
    <Section title={t('reports:made/title')}>
      {query.isPending && <Loading label={t('loading')} lines={4} />}
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {isRead && rows.length === 0 && <p className="muted made-none">{t('reports:made/none')}</p>}
      {rows.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('reports:made/madeAt')}</th>
              <th scope="col">{t('reports:made/file')}</th>
              <th scope="col">{t('reports:made/month')}</th>
              <th scope="col">{t('reports:made/language')}</th>
              <th scope="col">{t('reports:made/sha256')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((report) => (
              <MadeRow key={report.id} report={report} onVerify={onVerify} />
            ))}
          </tbody>
        </table>
      )}
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-reports" />
    </Section>
  );
}

/** Files come and go outside the window: what is there is looked at again with each visit and each return to the window. */
function useFilesThere(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = () =>
      void client.invalidateQueries({ queryKey: ['reports.list'] }, { cancelRefetch: false });
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [client]);
}

function MadeRow({
  report,
  onVerify,
}: {
  readonly report: MadeReport;
  readonly onVerify: (path: string) => void;
}) {
  const { t, language } = useWords();
  const { path, period, there } = report;
  return (
    <tr data-testid="made-report">
      <td className="report-made-at">{formatMoment(report.madeAt, language)}</td>
      <td title={veiledPath(path)}>
        <span
          data-testid="report-file"
          draggable={there}
          className={there ? 'report-draggable' : undefined}
          onDragStart={(event) => {
            // The file itself goes along, into a mail or a folder, instead of its name.
            event.preventDefault();
            bridge().desktop.dragOut(path);
          }}
        >
          {fileName(path)}
        </span>
        {report.kind === 'dispute' && <span className="muted"> · {t('reports:made/dispute')}</span>}
        {report.masked && <span className="muted"> · {t('reports:made/masked')}</span>}
      </td>
      <td>{period === null ? t('reports:made/everything') : formatPeriod(period, language)}</td>
      <td>{t(`language/${report.language}`)}</td>
      <td>
        <code title={report.sha256}>{report.sha256.slice(0, 12)}…</code>
      </td>
      <td className="report-row-actions">
        <div>
          {!there && <span className="muted">{t('reports:made/gone')}</span>}
          {there && (
            <Button size="small" onClick={() => void bridge().desktop.showInFolder(path)}>
              {t('reports:write/show')}
            </Button>
          )}
          {there && report.kind === 'report' && VERIFIABLE.has(report.format) && (
            <Button
              size="small"
              onClick={() => {
                onVerify(path);
              }}
            >
              {t('reports:made/verify')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
