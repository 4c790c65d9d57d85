import type { ColumnMapping, SaidReading } from '../../../../shared/contract/column-mapping';
import { engineError, type EngineError } from '../../../../shared/contract/error';
import { err, ok, type Result } from '../../../../shared/result';
import { linesBetween, splitRecords } from '../text/csv-records';
import type { Encoding } from '../text/encoding';
import { searchHeader, type PassedOver } from './header-search';
import { mappingProblem } from './mapped-columns';
import { SEGMENT_SLOTS } from './segment-slots';
import type { Override } from './stated-facts';
import { tierLayout, type TierLayout } from './tier-layout';
import { TIER_FIELD, type ColumnMatch, type Profile } from './profiles';

/** How a delimited text file is laid out, found in its head. */
export interface Layout {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Line of the header, from 1. */
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly fields: readonly (string | null)[];
  readonly profile: Profile;
  /** Character (after decoding) and line at which the records begin. */
  readonly bodyStart: number;
  readonly bodyLine: number;
  /** The first records, for a preview. */
  readonly sample: readonly (readonly string[])[];
  /** Measurements that a row has room for: of a file with a column for each tier, as many as columns. */
  readonly slots: number;
  /** What its columns of tiers mean; null for all other files. */
  readonly tiers: TierLayout | null;
  /** By whom the columns were named, a saved profile or the user; null: the program. */
  readonly mapping: ColumnMapping | null;
  /** A profile that would have read it too. */
  readonly passedOver: PassedOver | null;
  /** What of the reading the user said. */
  readonly said: SaidReading;
}

const SAMPLE_ROWS = 20;

/**
 * Finds delimiter, header and profile. `head` is the decoded beginning of the file; `whole`: it is all of it.
 * Fails with `file-wrong-kind` for a known export that is not read, with `file-no-header` otherwise.
 */
export function findLayout(
  head: string,
  whole: boolean,
  encoding: Encoding,
  file: string,
  override: Override = {},
): Result<Layout, EngineError> {
  const { said = {} } = override;
  const problem = said.mapping && mappingProblem(said.mapping);
  if (problem) return err(problem);
  const { best, refused } = searchHeader(head, whole, override);
  // A bill of another kind shares most columns with one that is read: its own mark decides.
  if (refused) return err(wrongKind(file, refused));
  if (!best) return err(engineError('file-no-header', { file }));
  const { match, delimiter } = best;
  const [absent] = match.missing;
  if (absent !== undefined)
    return err(
      said.mapping
        ? engineError('mapping-invalid', { file, field: absent, context: 'missing' })
        : engineError('file-no-header', { file, missing: aliases(match) }),
    );
  const records = splitRecords(head, delimiter, whole);
  const headerStart = records.starts[best.record] ?? 0;
  const headerEnd = records.ends[best.record] ?? 0;
  const bodyStart = afterLineEnd(head, headerEnd);
  const header = (records.cells[best.record] ?? []).map((cell) => cell.trim());
  const sample = records.cells.slice(best.record + 1, best.record + 1 + SAMPLE_ROWS);
  const { fields, profile } = match;
  const tiers = profile.tierColumns
    ? tierLayout({ fileName: file, header, fields, sample, mapped: match.tiers }, override)
    : null;
  return ok({
    encoding,
    delimiter,
    headerLine: 1 + linesBetween(head, 0, headerStart),
    header,
    fields: tiers
      ? fields.map((field, index) => (field === TIER_FIELD ? (tiers.items[index] ?? null) : field))
      : fields,
    profile,
    bodyStart,
    bodyLine: 1 + linesBetween(head, 0, bodyStart),
    sample,
    mapping: best.mapping,
    passedOver: best.passedOver,
    said,
    slots: tiers ? header.length : profile.segments ? SEGMENT_SLOTS : 1,
    tiers,
  });
}

export function wrongKind(file: string, found: string): EngineError {
  // `context` chooses the sentence that names this kind and says what to download instead.
  return engineError('file-wrong-kind', { file, found, context: found });
}

function aliases(match: ColumnMatch): string {
  return match.missing
    .map((field) => {
      const first = [...match.profile.fieldOf].find(([, target]) => target === field);
      return first?.[0] ?? field;
    })
    .join(', ');
}

function afterLineEnd(text: string, end: number): number {
  if (text[end] === '\r') return text[end + 1] === '\n' ? end + 2 : end + 1;
  return text[end] === '\n' ? end + 1 : end;
}
