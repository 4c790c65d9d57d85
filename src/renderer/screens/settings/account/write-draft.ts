import { DRAFT_PARTS, type AccountDraft, type DraftPart } from './draft';

type Json = Readonly<Record<string, unknown>>;

/** Without the entries that say nothing: an empty field is one that is not stated. */
function stated(entries: Json): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== '' && value !== undefined),
  );
}

/** A number of minutes as the file has it; anything else goes as it was typed, for the engine to name. */
function minutesOf(text: string): unknown {
  return /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim();
}

function remainingOf(minutes: string, asOf: string): unknown {
  if (minutes === '' && asOf === '') return undefined;
  return stated({ asOf, minutes: minutesOf(minutes) });
}

function payAsYouGoOf({ kind, enabledOn, method }: AccountDraft['payAsYouGo']): unknown {
  if (kind === 'unstated') return undefined;
  return kind === 'never' ? null : stated({ enabledOn, method });
}

function trialOf({ kind, ...grant }: AccountDraft['trial']): unknown {
  if (kind === 'derived') return undefined;
  if (kind === 'none') return null;
  const { remainingMinutes, remainingAsOf, minutes, ...rest } = grant;
  const remaining = remainingOf(remainingMinutes, remainingAsOf);
  return stated({ ...rest, minutes: minutesOf(minutes), remaining });
}

function packageOf({
  minutes,
  apps,
  remainingMinutes,
  remainingAsOf,
  ...rest
}: AccountDraft['packages'][number]): Json {
  return stated({
    ...rest,
    key: undefined,
    minutes: minutesOf(minutes),
    apps: apps.split(/[\s,，、]+/).filter((id) => id !== ''),
    remaining: remainingOf(remainingMinutes, remainingAsOf),
  });
}

function termOf({ kind, value, ...rest }: AccountDraft['contract'][number]): Json {
  return stated({ ...rest, key: undefined, [kind]: value });
}

/** Facts that other parts of the window state stay as they are in the file. */
function othersOf(json: string | null, draft: AccountDraft): Json {
  const all =
    json === null ? {} : (JSON.parse(json.replace(/^\uFEFF/, '')) as Record<string, unknown>);
  return Object.fromEntries(Object.entries(all).filter(([name]) => !(name in draft)));
}

/** What the file says of each field of the form; undefined: nothing. */
const FIELDS: Readonly<Record<keyof AccountDraft, (draft: AccountDraft) => unknown>> = {
  name: ({ name }) => name,
  site: ({ site }) => site,
  uin: ({ uin }) => uin,
  registeredOn: ({ registeredOn }) => unlessEmpty(registeredOn),
  firstAppOn: ({ firstAppOn }) => unlessEmpty(firstAppOn),
  apps: ({ apps }) => apps.map((app) => stated({ ...app, key: undefined })),
  payAsYouGo: ({ payAsYouGo }) => payAsYouGoOf(payAsYouGo),
  trial: ({ trial }) => trialOf(trial),
  packages: ({ packages }) => packages.map(packageOf),
  contract: ({ contract }) => contract.map(termOf),
  settlement: ({ settlement }) => unlessEmpty(settlement),
  billMonthBasis: ({ billMonthBasis }) => unlessEmpty(billMonthBasis),
  limits: ({ limits }) => unlessNone(stated({ ...limits })),
  policy: ({ policy }) => stated(policy),
  references: ({ references }) => unlessNone(stated(references)),
};

const unlessEmpty = (text: string) => (text === '' ? undefined : text);
const unlessNone = (entries: Json) => (Object.keys(entries).length === 0 ? undefined : entries);

/** account.json as the form says it, to be judged by the engine. `json`: the file as it is now. */
export function writeDraft(draft: AccountDraft, json: string | null): string {
  const fields = Object.entries(FIELDS).map(([field, write]) => [field, write(draft)] as const);
  return `${JSON.stringify({ ...othersOf(json, draft), ...Object.fromEntries(fields) }, null, 2)}\n`;
}

const PARTS = Object.keys(DRAFT_PARTS) as DraftPart[];

/**
 * Which parts of the form say something else than `saved`, which is what the file says. A part that is the same
 * object was not touched: of 2,000 packages none is written out where another field was typed in.
 */
export function changedParts(draft: AccountDraft, saved: AccountDraft): readonly DraftPart[] {
  const touched = PARTS.filter((part) =>
    DRAFT_PARTS[part].some((field) => draft[field] !== saved[field]),
  );
  return touched.filter((part) => writtenPart(part, draft) !== writtenPart(part, saved));
}

/** What the file would say of one part, as text to compare. */
function writtenPart(part: DraftPart, draft: AccountDraft): string {
  const fields: readonly (keyof AccountDraft)[] = DRAFT_PARTS[part];
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, FIELDS[field](draft)])));
}
