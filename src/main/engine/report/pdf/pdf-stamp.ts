import type { ReportStamp } from '../../../../shared/contract/reports';

/** Begins the stamp in the keywords of a PDF. */
export const STAMP_MARK = 'recount-stamp:';

/** The stamp as the keywords of a PDF, in letters that need no escaping there. */
export function keywordsOf(stamp: ReportStamp): string {
  return STAMP_MARK + Buffer.from(JSON.stringify(stamp)).toString('base64url');
}

/** The stamp's JSON text in the bytes of a PDF; null where it carries none. */
export function stampTextIn(bytes: Buffer): string | null {
  const found = /recount-stamp:([\w-]+)/.exec(bytes.toString('latin1'));
  return found?.[1] === undefined ? null : Buffer.from(found[1], 'base64url').toString('utf8');
}
