import {
  READABLE_AS,
  type ColumnMapping,
  type ReadableAs,
  type SaidReading,
} from '../../../../shared/contract/column-mapping';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type {
  FieldNeed,
  HeaderChange,
  MappingCandidate,
  MappingDraft,
} from '../../../../shared/contract/mapping';
import { invariant } from '../../../../shared/invariant';
import type { Issue } from '../../../../shared/issue';
import { linesBetween, splitRecords } from '../text/csv-records';
import { decoderOf } from '../text/encoding';
import { guessColumns } from './guess-columns';
import { headerChange } from './header-change';
import { headerName } from '../layout/header-name';
import type { HeadRow } from '../layout/header-search';
import { fieldNeeds } from './mappable-fields';
import {
  mappableFields,
  mappingProblem,
  matchMapping,
  profileReadAs,
} from '../layout/mapped-columns';
import type { Layout } from '../layout/layout';
import { unreadMoney } from './money-columns';
import type { Part } from '../tables/part';
import { previewRows } from './preview-rows';
import { rawTable } from '../layout/raw-table';
import { bestLayout, encodingOf, layoutOf, openHead } from '../layout/read-head';
import { mappingOf, type SavedProfile } from '../layout/saved-profile';
import type { Override } from '../layout/stated-facts';

const SAMPLE_ROWS = 20;
/** Above this share of unreadable rows the mapping is most likely wrong. */
const MOST_UNREADABLE = 0.2;

/**
 * How the columns of a table are read, or could be: what was said, else what is recognised, else the best guess,
 * tried on its first rows. Throws EngineFailure where it is no table, or an export that is refused.
 */
export async function draftMapping(part: Part, override: Override): Promise<MappingDraft> {
  const opened = await openHead(part.text, part.fileName);
  if (!opened.ok) throw new EngineFailure(opened.error);
  const { handle, head, size } = opened.value;
  await handle.close();
  return draftOf(part, { head, whole: head.length === size }, override);
}

interface Head {
  readonly head: Buffer;
  readonly whole: boolean;
}

function draftOf(part: Part, { head, whole }: Head, override: Override): MappingDraft {
  const { said = {}, saved = [] } = override;
  const problem = said.mapping && mappingProblem(said.mapping);
  if (problem) throw new EngineFailure(problem);
  const { encoding } = encodingOf(head, override);
  const unmapped = { ...override, said: { ...said, mapping: undefined } };
  const own = bestLayout(head, whole, encoding, part.fileName, unmapped);
  if (!own.ok && own.error.code !== 'file-no-header') throw new EngineFailure(own.error);
  const recognised = own.ok ? own.value : null;
  const table = recognised ?? tableOf(part, { head, whole }, { ...said, encoding });
  const { header, sample, delimiter, headerLine } = table;

  const candidates = candidatesOf(header, sample);
  const change = recognised ? null : headerChange(table, saved);
  const mapping =
    said.mapping ??
    (recognised && mappingOfLayout(recognised)) ??
    guessed(header, candidates, change, saved);
  const names = header.map(headerName);
  const match = matchMapping(mapping, names);
  const fieldOf = new Map(
    Object.entries(mapping.columns).map(([column, field]) => [headerName(column), field]),
  );
  const fields = names.map((name, index) =>
    match.fields[index] === null ? null : (fieldOf.get(name) ?? null),
  );
  const asMapped = { ...override, said: { ...said, delimiter, headerLine, mapping } };
  const layout = layoutOf(head, whole, table.encoding, part.fileName, asMapped);
  const preview = previewRows(sample, fields, layout.ok ? layout.value : null);
  const money = unreadMoney(header, fields, sample);
  return {
    table: { path: part.chosen, fileName: part.fileName, sheet: part.sheet },
    encoding: table.encoding,
    delimiter,
    headerLine,
    header: [...header],
    recognised: recognised !== null,
    candidates,
    mapping,
    fields,
    missing: [...match.missing],
    money,
    change,
    ...preview,
    issues: issuesOf(preview, part.fileName),
  };
}

function issuesOf(
  { unreadable, sampled }: Pick<MappingDraft, 'unreadable' | 'sampled'>,
  file: string,
): Issue[] {
  return unreadable > sampled * MOST_UNREADABLE
    ? [
        {
          severity: 'error',
          code: 'mapping-unreadable',
          params: { count: unreadable, rows: sampled },
          origin: { file },
        },
      ]
    : [];
}

type Table = Pick<Layout, 'header' | 'sample' | 'encoding' | 'delimiter' | 'headerLine'>;

/** The table whose header nobody knows. */
function tableOf(
  part: Part,
  { head, whole }: Head,
  said: SaidReading & Pick<Layout, 'encoding'>,
): Table {
  const decoder = decoderOf(said.encoding);
  const text = decoder.write(head) + (whole ? decoder.end() : '');
  const found: HeadRow | null = rawTable(text, whole, said);
  if (!found) throw new EngineFailure(engineError('file-no-header', { file: part.fileName }));
  const { delimiter, record } = found;
  const { cells, starts } = splitRecords(text, delimiter, whole);
  return {
    encoding: said.encoding,
    delimiter,
    headerLine: 1 + linesBetween(text, 0, starts[record] ?? 0),
    header: found.cells.map((cell) => cell.trim()),
    sample: cells.slice(record + 1, record + 1 + SAMPLE_ROWS),
  };
}

function isReadableAs(id: string): id is ReadableAs {
  return READABLE_AS.some((one) => one === id);
}

/** The mapping that a recognised layout comes to; null: it is none that can be said. */
function mappingOfLayout({
  mapping,
  profile,
  header,
  fields,
  tiers,
}: Layout): ColumnMapping | null {
  if (mapping) return mapping;
  if (!isReadableAs(profile.id)) return null;
  const known = mappableFields(profile);
  const columns = header.flatMap((name, index) => {
    const tier = tiers?.items[index] ? tiers.columns[index] : null;
    const field = tier ? `tier.${tier.tier}` : fields[index];
    return field != null && known.has(field) ? [[name, field] as const] : [];
  });
  return { readAs: profile.id, columns: Object.fromEntries(columns) };
}

const isMet = (need: FieldNeed, needs: readonly FieldNeed[], guessedFields: ReadonlySet<string>) =>
  need.group === null
    ? guessedFields.has(need.field)
    : needs.some(({ group, field }) => group === need.group && guessedFields.has(field));

function candidatesOf(header: readonly string[], sample: Layout['sample']): MappingCandidate[] {
  return READABLE_AS.map((readAs) => {
    const guesses = guessColumns(readAs, header, sample);
    const fields = fieldNeeds(readAs);
    const found = new Set(guesses.map(({ field }) => field));
    const needed = fields.filter(({ need }) => need !== 'useful');
    const met = needed.filter((need) => isMet(need, fields, found));
    const missing = needed
      .filter((need) => !isMet(need, fields, found))
      .map(({ field, group }) => group ?? field);
    const explained = guesses.reduce((sum, { score }) => sum + score, 0) / header.length;
    return {
      candidate: {
        readAs,
        kind: profileReadAs(readAs).kind,
        fields,
        guesses,
        missing: [...new Set(missing)],
      },
      rank: (2 * met.length) / needed.length + explained,
    };
  })
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ candidate }) => candidate);
}

/** The mapping of the nearly equal profile, with what is called otherwise now; else the best guess. */
function guessed(
  header: readonly string[],
  candidates: readonly MappingCandidate[],
  change: HeaderChange | null,
  saved: readonly SavedProfile[],
): ColumnMapping {
  const profile = change && saved.find(({ id }) => id === change.profileId);
  if (profile) {
    const before = mappingOf(profile);
    const to = new Map(change.renamed.map((pair) => [pair.from, pair.to]));
    const gone = new Set(change.gone);
    return {
      readAs: profile.readAs,
      columns: Object.fromEntries(
        Object.entries(before.columns)
          .filter(([column]) => !gone.has(column))
          .map(([column, field]) => [to.get(column) ?? column, field]),
      ),
    };
  }
  const [best] = candidates;
  invariant(best, 'there is nothing that a file could be read as');
  return {
    readAs: best.readAs,
    columns: Object.fromEntries(
      best.guesses.map(({ column, field }) => [header[column] ?? '', field]),
    ),
  };
}
