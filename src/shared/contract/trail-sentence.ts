import { addDays, isDay } from '../period/day';
import { stepKey } from './step-key';
import type { TrailEntry } from './trail';

type Say = (key: string, params: Readonly<Record<string, string | number>>) => string;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function paramsOf(value: unknown): Record<string, string | number> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      typeof part === 'string' || typeof part === 'number' ? [[name, part]] : [],
    ),
  );
}

/** The days of a half-open period, the last one included; what is no day stays as it is. */
function periodText(value: unknown): string {
  const { from, to } = paramsOf(value);
  if (from === undefined) return '–';
  const end = textOf(to);
  return `${textOf(from)} – ${isDay(end) ? addDays(end, -1) : end}`;
}

/** What an entry says, in the words of `say` (keys with their namespace). Details that were forged stay harmless text. */
export function trailSentence(
  { kind, details }: Pick<TrailEntry, 'kind' | 'details'>,
  say: Say,
): string {
  const key = `trail:kinds/${kind}`;
  switch (kind) {
    case 'decided':
    case 'step-undone':
    case 'step-redone': {
      const { namespace, code } = stepKey(textOf(details['title']));
      const step = say(`${namespace}:${code}`, paramsOf(details['params']));
      return say(key, { step });
    }
    case 'signed': {
      const name = textOf(details['name']);
      const act = say(`decisions:sign/acts/${textOf(details['act'])}`, { name });
      return say(key, { act, period: periodText(details['period']) });
    }
    default:
      return say(key, paramsOf(details));
  }
}
