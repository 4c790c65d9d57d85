import { DRAFT_PARTS, type AccountDraft, type DraftPart } from './draft';
import { readDraft } from './read-draft';

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

/** account.json as the form says it, to be judged by the engine. `json`: the file as it is now. */
export function writeDraft(draft: AccountDraft, json: string | null): string {
  const references = stated(draft.references);
  const limits = stated({ ...draft.limits });
  const file = {
    ...othersOf(json, draft),
    name: draft.name,
    site: draft.site,
    uin: draft.uin,
    ...stated({ registeredOn: draft.registeredOn, firstAppOn: draft.firstAppOn }),
    apps: draft.apps.map((app) => stated({ ...app, key: undefined })),
    ...stated({ payAsYouGo: payAsYouGoOf(draft.payAsYouGo), trial: trialOf(draft.trial) }),
    packages: draft.packages.map(packageOf),
    contract: draft.contract.map(termOf),
    ...stated({ settlement: draft.settlement, billMonthBasis: draft.billMonthBasis }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
    policy: stated(draft.policy),
    ...(Object.keys(references).length === 0 ? {} : { references }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const PARTS = Object.keys(DRAFT_PARTS) as DraftPart[];

/** Which parts of the form say something else than the file. */
export function changedParts(draft: AccountDraft, json: string | null): readonly DraftPart[] {
  const saved = JSON.parse(writeDraft(readDraft(json), json)) as Json;
  const now = JSON.parse(writeDraft(draft, json)) as Json;
  return PARTS.filter((part) =>
    DRAFT_PARTS[part].some((field) => JSON.stringify(saved[field]) !== JSON.stringify(now[field])),
  );
}
