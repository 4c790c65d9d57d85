import type {
  ColumnMapping,
  SaidReading,
  TableReading,
} from '../../../../shared/contract/column-mapping';
import type { SavedProfile } from './saved-profile';
import type { TierService } from './tier-column';
import { tierServiceIn } from './tier-column';

/** What the user says of a file that neither its rows nor its name do. */
export interface Override {
  readonly sdkAppId?: string | undefined;
  readonly service?: TierService | undefined;
  /** How tables are to be read, each named or all of them (table-reading.ts). */
  readonly readings?: readonly TableReading[] | undefined;
  /** What of it is said of the table at hand. */
  readonly said?: SaidReading | undefined;
  /** Mappings that were saved in the workspace: asked where a header is met. */
  readonly saved?: readonly SavedProfile[] | undefined;
}

export type StatedBy = 'override' | 'file-name' | 'header' | 'assumed';

/** A fact about all rows of a file that stands in none of them, and who says so. */
export interface Stated<T> {
  readonly value: T;
  readonly by: StatedBy;
}

/** The facts that decide what the rows mean: with other ones the same bytes are another import. */
export interface StatedFacts {
  readonly sdkAppId: Stated<string> | null;
  readonly service: Stated<TierService> | null;
}

const NOTHING_STATED: StatedFacts = { sdkAppId: null, service: null };

/** China 1400… and 1600…, international 2000…, 4000… and the like; never a date such as 20230601. */
const APPLICATION = /(?<!\d)(?:1[46]00\d{6}|[2-9]000\d{4})(?!\d)/g;

/** The application in a file's name; null where there is none, or more than one. */
export function applicationInName(fileName: string): string | null {
  const found = new Set(fileName.match(APPLICATION));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Who uses the application: said by the user, else by the name of the file; null: nobody says it. */
export function statedApplication(fileName: string, { sdkAppId }: Override): Stated<string> | null {
  if (sdkAppId !== undefined) return { value: sdkAppId, by: 'override' };
  const named = applicationInName(fileName);
  return named === null ? null : { value: named, by: 'file-name' };
}

/** Which service columns of tiers count; a call where nothing says otherwise, and then it says so. */
export function statedService(fileName: string, { service }: Override): Stated<TierService> {
  if (service !== undefined) return { value: service, by: 'override' };
  const named = tierServiceIn(fileName);
  return named === null ? { value: 'av', by: 'assumed' } : { value: named, by: 'file-name' };
}

/** A layout's own part of what decides what the rows mean. */
interface StatedLayout {
  readonly tiers: { readonly stated: StatedFacts } | null;
  /** By whom the columns were named; null: by the program. */
  readonly mapping: ColumnMapping | null;
  /** What of the reading was said and not found out. */
  readonly said: Omit<SaidReading, 'mapping'>;
}

/**
 * As the workspace keeps them: what was said, without by whom; `{}` for most files. With it an import can be
 * read again by its own mapping, whatever becomes of the saved profile.
 */
export function statedText({ tiers, mapping, said }: StatedLayout): string {
  const { sdkAppId, service } = tiers?.stated ?? NOTHING_STATED;
  const { encoding, delimiter, headerLine } = said;
  const asSaid = { encoding, delimiter, headerLine };
  return JSON.stringify({
    ...(sdkAppId && { sdkAppId: sdkAppId.value }),
    ...(service && { service: service.value }),
    ...(mapping && { mapping }),
    ...(Object.values(asSaid).some((value) => value !== undefined) && { read: asSaid }),
  });
}

/** As {@link statedText} wrote it, for reading the import's rows again. */
export interface StatedOfImport extends Pick<Override, 'sdkAppId' | 'service'> {
  readonly mapping?: ColumnMapping;
}
