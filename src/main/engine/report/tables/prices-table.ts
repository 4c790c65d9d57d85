import type { PriceRow } from '../../../../shared/pricing/price-table';
import { priceRows } from '../../../../shared/pricing/price-table';
import { sentence, term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** Every list price that a charge was computed with, and where it was published. */
export function pricesTable(source: ReportSource): ReportTable<PriceRow> {
  return {
    name: 'prices',
    rows: () => pricesUsed(source),
    columns: [
      {
        heading: 'item',
        kind: 'text',
        width: 24,
        wraps: true,
        value: (row, language) => term(language, 'items', row.item),
      },
      { heading: 'era', kind: 'text', width: 10, value: (row) => row.era },
      { heading: 'validFrom', kind: 'day', width: 12, value: (row) => row.from },
      { heading: 'validTo', kind: 'day', width: 12, value: (row) => row.to },
      { heading: 'price', kind: 'price', width: 12, value: (row) => row.price },
      {
        heading: 'priceUnit',
        kind: 'text',
        width: 22,
        wraps: true,
        value: (row, language) => sentence(language, `prices:units/${row.unit}`),
      },
      {
        heading: 'document',
        kind: 'text',
        width: 36,
        wraps: true,
        value: (row) => row.citation.document,
      },
      { heading: 'documentDate', kind: 'text', width: 14, value: (row) => row.citation.date },
      {
        heading: 'printed',
        kind: 'text',
        width: 46,
        wraps: true,
        value: (row) => row.citation.printed,
      },
      {
        heading: 'reading',
        kind: 'text',
        width: 22,
        wraps: true,
        value: (row, language) => term(language, 'evidence', row.citation.evidence),
      },
      { heading: 'priceId', kind: 'text', width: 24, value: (row) => row.id },
    ],
  };
}

function pricesUsed(source: ReportSource): PriceRow[] {
  const used = new Set<string>();
  for (const { priceId } of source.charges()) used.add(priceId);
  return priceRows(source.priceBook).filter(({ id }) => used.has(id));
}
