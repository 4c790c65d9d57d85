import type { FileReading } from '../../../../shared/contract/imports';

/**
 * One table to be imported: a file of its own, a file inside an archive, or a sheet of a workbook. The
 * last two stand unpacked in a temporary file; to the user they belong to the file that was chosen.
 */
export interface Part {
  /** The file that the user chose, absolute. */
  readonly chosen: string;
  /** The text that is read, absolute. */
  readonly text: string;
  /** How it is called towards the user: `bills.zip/part-1.csv`, `usage.xlsx`. */
  readonly fileName: string;
  readonly container: FileReading['container'];
  /** Of a workbook; else null. */
  readonly sheet: string | null;
}
