/** A column of an imported file and the field it was read as. */
export interface ImportedColumn {
  readonly header: string;
  readonly field: string | null;
}
