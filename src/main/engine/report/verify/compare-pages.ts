import { readFile } from 'node:fs/promises';
import type { ReportStamp } from '../../../../shared/contract/reports';
import type { ReportSource } from '../report-source';
import type { Findings } from './findings';
import { withMadeAnew } from './made-anew';

/**
 * A PDF is compared byte by byte: the same run makes the same pages, but only with the same version. Signatures are
 * only ever added, so the pages may say no more than the first few of today's: a report that was written before somebody
 * signed is as good as it was. One with a signature that nobody gave fits none of them.
 */
export async function comparePages(
  path: string,
  source: ReportSource,
  stamp: ReportStamp,
  sameEngine: boolean,
  findings: Findings,
): Promise<void> {
  findings.compared += 1;
  const { pdfReport } = await import('../pdf/pdf-report');
  const found = await readFile(path);
  for (let signatures = source.signOff.length; signatures >= 0; signatures -= 1) {
    const then = { ...source, signOff: source.signOff.slice(0, signatures) };
    const same = await withMadeAnew(pdfReport, then, stamp, async (expected) =>
      found.equals(await readFile(expected)),
    );
    if (same) return;
  }
  if (sameEngine) findings.differs('pages');
  else findings.note('pages');
}
