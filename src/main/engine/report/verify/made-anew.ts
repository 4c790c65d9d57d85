import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ReportStamp } from '../../../../shared/contract/reports';
import type { ReportSource } from '../report-source';

type Write = (
  stream: WriteStream,
  source: ReportSource,
  stamp: ReportStamp,
  onRows: () => void,
) => Promise<void>;

/** Makes a report anew in a folder of its own, lets `compare` look at it, and takes it away again. */
export async function withMadeAnew<Answer>(
  write: Write,
  source: ReportSource,
  stamp: ReportStamp,
  compare: (path: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'recount-verify-'));
  try {
    const path = join(folder, 'expected');
    const stream = createWriteStream(path);
    const done = finished(stream);
    await Promise.all([write(stream, source, stamp, () => {}), done]);
    return await compare(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
