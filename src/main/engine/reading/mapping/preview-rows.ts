import type { MappingDraft } from '../../../../shared/contract/mapping';
import { readCell } from '../cells/cell-form';
import type { Layout } from '../layout/layout';
import { rowReader } from '../rows/row-reader';

const SHOWN = 10;

type PreviewRow = MappingDraft['rows'][number];

/**
 * The first rows, cell by cell, as these fields read them; and, where the needed columns are there, what would
 * become of each row. `layout` null: something is missing, so that nothing can be said of whole rows.
 */
export function previewRows(
  sample: readonly (readonly string[])[],
  fields: readonly (string | null)[],
  layout: Layout | null,
): Pick<MappingDraft, 'rows' | 'sampled' | 'unreadable'> {
  const reader = layout && rowReader(layout);
  const rows = sample.map((cells): PreviewRow => {
    const value = reader?.read(cells) ?? null;
    const refusal = value && 'outcome' in value ? value : null;
    const suspect = refusal?.outcome === 'quarantined' ? refusal.column : null;
    const outcome = value === null ? 'unknown' : (refusal?.outcome ?? 'read');
    return {
      outcome,
      code: refusal?.code ?? null,
      params: {
        ...refusal?.params,
        ...(suspect !== null && { column: suspect }),
      },
      cells: fields.map((field, column) => {
        const text = cells[column] ?? '';
        const read = field === null ? null : readCell(field, text);
        const named = suspect !== null && layout?.header[column] === suspect;
        return {
          text,
          read,
          problem: named || (field !== null && read === null && outcome !== 'ignored'),
        };
      }),
    };
  });
  return {
    rows: rows.slice(0, SHOWN),
    sampled: rows.length,
    unreadable: rows.filter(({ outcome }) => outcome === 'quarantined').length,
  };
}
