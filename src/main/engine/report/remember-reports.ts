import { basename } from 'node:path';
import type { MadeReport, ReportStamp } from '../../../shared/contract/reports';
import type { EngineContext } from '../engine-context';
import { storeReports, type StoredReport } from '../store/reports';
import { appendTrail } from '../store/history/trail';
import { fileHash } from './file-hash';

interface JustWritten {
  readonly kind: MadeReport['kind'];
  readonly stamp: ReportStamp;
  readonly files: readonly { readonly path: string; readonly format: string }[];
}

/** Keeps in the workspace what was written, by the hash of its bytes. `now`: UTC, ISO 8601. */
export async function rememberReports(
  { session, writing, changed }: Pick<EngineContext, 'session' | 'writing' | 'changed'>,
  { kind, stamp, files }: JustWritten,
  now: string,
): Promise<void> {
  const { writable } = session.require();
  const reports: Omit<StoredReport, 'id'>[] = [];
  for (const { path, format } of files)
    reports.push({
      madeAt: now,
      kind,
      format,
      path,
      ...(await fileHash(path)),
      fingerprint: stamp.fingerprint,
      period: stamp.period,
      language: stamp.language,
      masked: stamp.maskedWith !== null,
    });
  await writing.run(() =>
    writable
      .transaction(() => {
        storeReports(writable, reports);
        for (const { path, format, sha256, fingerprint, masked } of reports)
          appendTrail(
            writable,
            'exported',
            { file: basename(path), format, fileSha256: sha256, fingerprint, masked },
            now,
          );
      })
      .immediate(),
  );
  changed('reports', 'decisions');
}
