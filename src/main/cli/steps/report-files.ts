import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Transport } from '../../../shared/contract/transport';
import type { REPORT_FORMATS } from '../../../shared/contract/reports';
import { ask, runJob } from '../session/ask-engine';
import { progressLine } from '../text/progress-line';
import { replaceFile } from '../session/json-output';
import type { Terminal } from '../session/terminal';

const reportResultSchema = z.object({ files: z.array(z.string()) });

/** Writes reports of a run into a folder, which is made where it is missing; returns the files' paths. */
export async function writeReportFiles(
  transport: Transport,
  terminal: Terminal,
  runId: number,
  folder: string,
  formats: (typeof REPORT_FORMATS)[number][],
  { masked = false }: { readonly masked?: boolean } = {},
): Promise<string[]> {
  const progress = progressLine(terminal);
  try {
    const result = await runJob(
      transport,
      () =>
        ask(transport, 'reports.write', {
          runId,
          folder: resolve(folder),
          formats,
          language: terminal.language,
          masked,
        }),
      progress.show,
    );
    return reportResultSchema.parse(result).files;
  } finally {
    progress.clear();
  }
}

/**
 * Writes the run as JSON to `out`, or to standard output for "-". A file is named by the user and
 * therefore replaced, but only once the new one is whole.
 */
export async function writeJson(
  transport: Transport,
  terminal: Terminal,
  runId: number,
  out: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'recount-json-'));
  try {
    const [file = ''] = await writeReportFiles(transport, terminal, runId, folder, ['json']);
    if (out === '-') terminal.out(await readFile(file, 'utf8'));
    else await replaceFile(resolve(out), (draft) => copyFile(file, draft));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
