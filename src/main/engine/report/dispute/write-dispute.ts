import type { WriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Language } from '../../../../shared/contract/fields';
import type { Day } from '../../../../shared/period/day';
import { sentence } from '../../locale/sentence';
import { freeStem, writeNewFiles, type NewFile } from '../new-file';
import type { ReportSource } from '../report-source';
import { stampOf } from '../stamp';
import { periodName, rowCounter, type WriteReportsOptions } from '../write-reports';
import { writeDisputeWorkbook } from './dispute-workbook';
import { letterOf } from './letter';
import { letterText } from './letter-text';
import { zipOf } from './zip-file';

export interface DisputeOptions extends Pick<
  WriteReportsOptions,
  'folder' | 'language' | 'signal' | 'onProgress'
> {
  readonly packed: boolean;
  readonly contact: string;
  /** Stands on the letter. */
  readonly today: Day;
  /** Stamps the files. */
  readonly now: Date;
}

export interface WrittenFile {
  readonly path: string;
  readonly format: string;
}

/**
 * Writes letter and workbook into a folder of their own below `folder`, or as one ZIP; all or none. Throws
 * EngineFailure `folder-missing`, `folder-read-only`, `disk-full`, `cancelled`.
 */
export async function writeDispute(
  source: ReportSource,
  options: DisputeOptions,
): Promise<WrittenFile[]> {
  const { folder, packed, now } = options;
  const name = `recount-dispute-${periodName(source.run.period)}`;
  if (packed) {
    const drafts = await mkdtemp(join(tmpdir(), 'recount-dispute-'));
    try {
      const paths = await writeNewFiles(drafts, filesIn(drafts, source, options));
      const stem = await freeStem(folder, name, ['.zip']);
      const entries = await Promise.all(
        paths.map(async (path) => ({
          name: `${stem}/${basename(path)}`,
          bytes: await readFile(path),
        })),
      );
      const path = join(folder, `${stem}.zip`);
      const write = (stream: WriteStream) => ended(stream, zipOf(entries, now));
      await writeNewFiles(folder, [{ path, write }]);
      return [{ path, format: 'zip' }];
    } finally {
      await rm(drafts, { recursive: true, force: true });
    }
  }
  // The folder is made first, so that a folder that cannot be written to is said by its own sentence.
  await writeNewFiles(folder, []);
  const target = join(folder, await freeStem(folder, name, ['']));
  await mkdir(target);
  try {
    const paths = await writeNewFiles(target, filesIn(target, source, options));
    return paths.map((path) => ({ path, format: path.slice(path.lastIndexOf('.') + 1) }));
  } catch (thrown) {
    await rm(target, { recursive: true, force: true });
    throw thrown;
  }
}

function filesIn(folder: string, source: ReportSource, options: DisputeOptions): NewFile[] {
  const { language, now } = options;
  const letter = letterOf(source, language, options);
  const { fingerprint } = stampOf(source, language);
  const onRows = rowCounter(options);
  const at = (key: string, ending: string) => join(folder, `${fileName(language, key)}.${ending}`);
  return [
    {
      path: at('letter', 'pdf'),
      write: async (stream) => {
        const { letterPdf } = await import('./letter-pdf');
        letterPdf(stream, letter, language, { fingerprint, createdAt: now });
      },
    },
    { path: at('letter', 'txt'), write: (stream) => ended(stream, letterText(letter)) },
    {
      path: at('charges', 'xlsx'),
      write: (stream) => writeDisputeWorkbook(stream, source, letter, language, onRows),
    },
  ];
}

/** Names that every system takes and every ticket form accepts. */
function fileName(language: Language, key: string): string {
  return sentence(language, `dispute:fileNames/${key}`);
}

function ended(stream: WriteStream, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    stream.end(content, () => {
      resolve();
    });
  });
}
