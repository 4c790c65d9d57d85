import { readFile } from 'node:fs/promises';
import type { Verdict } from '../../../../shared/contract/reports';
import { runAudit } from '../../audit/run-audit';
import type { JobControl } from '../../jobs';
import { isKnownReport, maskSecret } from '../../store/reports';
import type { OpenWorkspace } from '../../store/workspace/workspace-file';
import { auditJson } from '../audit-json';
import { fileHash } from '../file-hash';
import { htmlReport } from '../html/html-report';
import { idsOfAccount, maskWith, masked } from '../mask';
import { openReportSource } from '../open-report-source';
import type { ReportSource } from '../report-source';
import { writeReportWorkbook } from '../report-workbook';
import { stampOf } from '../stamp';
import { compareHtml } from './compare-html';
import { compareJson } from './compare-json';
import { compareStamps } from './compare-stamps';
import { compareWorkbooks } from './compare-workbooks';
import { comparePages } from './compare-pages';
import { Findings } from './findings';
import { withMadeAnew } from './made-anew';
import { readStamp, type StampedFile } from './read-stamp';

/**
 * Audits the report's period again from what is imported, makes the report anew and compares the two, value
 * by value. Throws EngineFailure `report-unstamped`, `file-missing`, and what an audit throws.
 */
export async function verifyReport(
  path: string,
  workspace: OpenWorkspace,
  control: JobControl,
): Promise<Verdict> {
  const file = await readStamp(path);
  const runId = await runAudit(workspace, file.stamp.period, control);
  control.progress({ phase: 'verifying', done: 0, total: null });
  const source = sourceLike(file, openReportSource(workspace.readable, runId), workspace);
  const findings = new Findings();
  compareStamps(file.stamp, stampOf(source, file.stamp.language), findings);
  await compareContents(path, file, source, findings, control.signal);
  const { sha256 } = await fileHash(path);
  return {
    verified: findings.verified,
    format: file.format,
    stamp: file.stamp,
    known: isKnownReport(workspace.readable, sha256),
    compared: findings.compared,
    findings: findings.listed,
    more: findings.more,
  };
}

/** With pseudonyms where the report has them, as far as this workspace knows the key. */
function sourceLike(
  { stamp }: StampedFile,
  source: ReportSource,
  { readable }: OpenWorkspace,
): ReportSource {
  const secret = stamp.maskedWith === null ? null : maskSecret(readable);
  return secret ? masked(source, maskWith(secret, idsOfAccount(source))) : source;
}

async function compareContents(
  path: string,
  { format, stamp }: StampedFile,
  computed: ReportSource,
  findings: Findings,
  signal: AbortSignal,
): Promise<void> {
  // When it was made and by which version was compared by the stamp; the pages are made as of then.
  const source = {
    ...computed,
    run: { ...computed.run, createdAt: stamp.auditedAt, engine: stamp.engine },
  };
  switch (format) {
    case 'pdf':
      await comparePages(path, source, stamp, computed.run.engine === stamp.engine, findings);
      return;
    case 'html':
      await compareHtml(path, htmlReport(source, stamp), findings, stamp.language);
      return;
    case 'json': {
      const expected: unknown = JSON.parse([...auditJson(source, stamp)].join(''));
      compareJson(JSON.parse(await readFile(path, 'utf8')), expected, findings);
      return;
    }
    case 'xlsx':
      await withMadeAnew(writeReportWorkbook, source, stamp, (expected) =>
        compareWorkbooks(path, expected, findings, { language: stamp.language, signal }),
      );
  }
}
