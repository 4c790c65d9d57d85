import type { Language } from '../../../../shared/contract/fields';
import { sentence } from '../../locale/sentence';

/** Columns of the differences that people fill in after the report was made, by their headings. */
export function headingsSetLater(language: Language): ReadonlySet<string> {
  const headings = ['decision', 'decisionNote', 'dueOn'];
  return new Set(headings.map((heading) => sentence(language, `report:columns/${heading}`)));
}

/** The sheet of signatures: they are given to a report that is there, and the trail proves them. */
export function sheetSetLater(language: Language): string {
  return sentence(language, 'report:sheets/sign-off');
}
