import type { ImportSummary } from '../../shared/contract/imports';
import { veiledDigits } from './privacy';

/** A file's name, with its sheet where the file is a workbook: two sheets are two imports. */
export function importName({ fileName, sheet }: Pick<ImportSummary, 'fileName' | 'sheet'>): string {
  const file = veiledDigits(fileName);
  return sheet === null ? file : `${file} · ${veiledDigits(sheet)}`;
}
