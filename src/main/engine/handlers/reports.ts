import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Handlers } from '../../../shared/contract/contract';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { day, type Day } from '../../../shared/period/day';
import type { EngineContext } from '../engine-context';
import { idsIn } from '../report/mask';
import { maskFor, sourceAsAsked } from '../report/masked-source';
import { openReportSource } from '../report/open-report-source';
import { checkFolder, inFolder } from '../report/output-folder';
import { writeNewText } from '../report/new-text-file';
import { rememberReports } from '../report/remember-reports';
import { isStampedReport } from '../report/verify/recognise-report';
import { verifyReport } from '../report/verify/verify-report';
import { disputedSource } from '../report/dispute/disputed-source';
import { writeDispute } from '../report/dispute/write-dispute';
import { stampOf } from '../report/stamp';
import { writeReports } from '../report/write-reports';
import { requireRun } from '../store/runs/runs';
import { countReports, storedReports } from '../store/reports';

type ReportMethod = Extract<keyof Handlers, `reports.${string}`>;

export function reportHandlers(context: EngineContext): Pick<Handlers, ReportMethod> {
  const { session, jobs, changed } = context;
  return {
    'reports.write': async ({ runId, folder, formats, language, masked }) => {
      const { readable } = session.require();
      requireRun(readable, runId);
      await checkFolder(folder);
      const jobId = jobs.start('report', async ({ signal, progress }) => {
        const source = await sourceAsAsked(context, openReportSource(readable, runId), masked);
        const options = { folder, formats, language, signal, onProgress: progress };
        const written = await inFolder(folder, () => writeReports(source, options));
        await rememberReports(context, { kind: 'report', ...written }, new Date().toISOString());
        return { files: written.files.map(({ path }) => path) };
      });
      return { jobId };
    },
    'reports.dispute': async ({ runId, folder, language, masked, choice, packed, contact }) => {
      const { readable } = session.require();
      const chosen = disputedSource(readable, runId, choice);
      await checkFolder(folder);
      const jobId = jobs.start('report', async ({ signal, progress }) => {
        const source = await sourceAsAsked(context, chosen, masked);
        const now = new Date();
        const options = {
          folder,
          language,
          packed,
          contact,
          today: billingDay(now),
          now,
          signal,
          onProgress: progress,
        };
        const files = await inFolder(folder, () => writeDispute(source, options));
        const stamp = stampOf(source, language);
        await rememberReports(context, { kind: 'dispute', stamp, files }, now.toISOString());
        return { files: files.map(({ path }) => path) };
      });
      return { jobId };
    },
    'reports.writeMaskKey': async ({ runId, path, replace }) => {
      const source = openReportSource(session.require().readable, runId);
      const mask = await maskFor(context, source);
      const ids = idsIn(source);
      const lines = ids.map((id) => `${mask.id(id)},"${id.replaceAll('"', '""')}"\r\n`);
      const text = `\uFEFFpseudonym,id\r\n${lines.join('')}`;
      await inFolder(dirname(path), () => (replace ? writeWhole : writeNewText)(path, text));
      return { ids: ids.length };
    },
    'reports.recognise': async ({ paths }) => {
      const reports: string[] = [];
      for (const path of paths) if (await isStampedReport(path)) reports.push(path);
      return { reports };
    },
    'reports.verify': ({ path }) => {
      const workspace = session.require();
      const jobId = jobs.start('verify', async (control) => {
        const verdict = await verifyReport(path, workspace, control);
        changed('audits');
        return verdict;
      });
      return { jobId };
    },
    'reports.list': (page) => {
      const { readable } = session.require();
      const rows = storedReports(readable, page).map((report) => ({
        ...report,
        there: existsSync(report.path),
      }));
      return { total: countReports(readable), rows };
    },
  };
}

/** The day in UTC+8, where the provider's bill is made. */
function billingDay(now: Date): Day {
  return day(new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10));
}

/** Replaces the file that the person named, but only once the new one is whole. */
async function writeWhole(path: string, text: string): Promise<void> {
  const drafts = await mkdtemp(join(dirname(path), '.recount-')).catch(() => {
    throw new EngineFailure(engineError('folder-read-only', { path: dirname(path) }));
  });
  try {
    const draft = join(drafts, 'draft');
    await writeFile(draft, text, { flush: true });
    await rename(draft, path);
  } finally {
    await rm(drafts, { recursive: true, force: true });
  }
}
