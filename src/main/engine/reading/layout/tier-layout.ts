import type { Item } from '../../../../shared/catalog/item';
import type { Issue } from '../../../../shared/issue';
import { cleanCell, momentCell } from '../cells/cells';
import { statedApplication, statedService, type Override, type StatedFacts } from './stated-facts';
import { itemOfColumn, tierColumn, type TierColumn } from './tier-column';

/** The columns of a file whose header names tiers, and what its rows leave unsaid. */
export interface TierLayout {
  /** Of each column its item where it is one that counts. */
  readonly items: readonly (Item | null)[];
  /** What the header of each column says, or was said of it. */
  readonly columns: readonly (TierColumn | null)[];
  readonly stated: StatedFacts;
  /** Nobody says which application used it. */
  readonly applicationUnsaid: boolean;
  /** Whether a row at midnight stands for its whole day or for its first five minutes. */
  readonly midnight: 'day' | '5-minute';
  readonly notes: readonly Issue[];
}

interface TierFile {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly fields: readonly (string | null)[];
  readonly sample: readonly (readonly string[])[];
  /** What was said of each column where that is not left to its header. */
  readonly mapped?: readonly (TierColumn | null)[] | undefined;
}

/** What the columns of tiers mean in this file, given its name and what the user says. */
export function tierLayout(file: TierFile, override: Override): TierLayout {
  const { header, fields, fileName } = file;
  const columns =
    file.mapped ??
    header.map((name, index) => (fields[index] === 'tier' ? tierColumn(name) : null));
  const named = columns.every((column) => column === null || column.service !== null);
  const inRows = fields.includes('service');
  const service = statedService(fileName, override);
  const items = columns.map((column) => column && itemOfColumn(column, service.value));
  const counted = items.map((item, index) =>
    item !== null && counts(columns, items, index) ? item : null,
  );
  const hasCodec = columns.some((column) => column?.codec);
  const sdkAppId = fields.includes('sdkAppId') ? null : statedApplication(fileName, override);
  return {
    items: counted,
    columns,
    stated: {
      sdkAppId,
      // Columns with a codec are of transcoding, whatever anybody says.
      service: named || inRows || hasCodec ? null : service,
    },
    applicationUnsaid: sdkAppId === null && !fields.includes('sdkAppId'),
    midnight: midnightOf(file),
    notes: columns.flatMap((column, index) =>
      column && counted[index] === null ? [leftOut(column, header[index] ?? '', fileName)] : [],
    ),
  };
}

/** Of several columns of one item the paid ones count, else the first; free minutes never do. */
function counts(
  columns: readonly (TierColumn | null)[],
  items: readonly (Item | null)[],
  index: number,
): boolean {
  const column = columns[index];
  if (!column || column.charging === 'free') return false;
  const same = columns.flatMap((other, at) =>
    other && items[at] === items[index] && other.charging !== 'free' ? [at] : [],
  );
  const paid = same.filter((at) => columns[at]?.charging === 'paid');
  return (paid[0] ?? same[0]) === index;
}

function leftOut(column: TierColumn, header: string, file: string): Issue {
  return {
    severity: column.charging === 'free' ? 'note' : 'warning',
    code: column.charging === 'free' ? 'column-free' : 'column-left-out',
    params: { column: header },
    origin: { file, column: header },
  };
}

/** Rows of five minutes show by the first one that does not begin at midnight. */
function midnightOf({ fields, sample }: TierFile): TierLayout['midnight'] {
  const at = fields.indexOf('day');
  const fine = sample.some((cells) => {
    const moment = momentCell(cleanCell(cells[at] ?? ''));
    return moment !== null && (moment.second ?? 0) > 0;
  });
  return fine ? '5-minute' : 'day';
}
