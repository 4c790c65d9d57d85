import type { ImportSummary } from '../../shared/contract/imports';

/** A file's name, with its sheet where the file is a workbook: two sheets are two imports. */
export function importName({ fileName, sheet }: Pick<ImportSummary, 'fileName' | 'sheet'>): string {
  return sheet === null ? fileName : `${fileName} · ${sheet}`;
}
