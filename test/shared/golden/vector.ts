import { expect } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import type { Item } from '../../../src/shared/catalog/item';
import { sum, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { localTime } from '../../../src/shared/period/local-time';
import { streamSeconds, type StreamSegment } from '../../../src/shared/usage/stream-seconds';
import { accountOf, billOf } from '../../support/bill-of';
import type { UsageRow } from '../../support/usage-ledger';

type Stated = Readonly<Record<string, unknown>>;
type Minutes = Readonly<Partial<Record<Item, number>>>;

/** What one user does: the time in the room, and received streams, each in minutes from `0` on. */
export interface Person {
  readonly room: readonly [from: number, to: number];
  /** Pictures received: from, to, width, height. */
  readonly pictures?: readonly (readonly [
    from: number,
    to: number,
    width: number,
    height: number,
  ])[];
  /** Streams received with sound only: from, to. */
  readonly sounds?: readonly (readonly [from: number, to: number])[];
}

/**
 * One example of the provider's documents as the rulebook (section 9) has it: who did what on which day,
 * the minutes that are metered, and what they cost at list price.
 */
export interface Vector {
  readonly id: string;
  readonly about: string;
  readonly account: Stated;
  readonly on: string;
  /** Users and their streams; where the document gives none, minutes per item instead. */
  readonly people?: Readonly<Record<string, Person>>;
  readonly used?: Minutes;
  /** Metered minutes; left out: those of `used`. */
  readonly minutes?: Minutes;
  /** Sum of the charges; left out: the document names no price. */
  readonly total?: string;
  /** What each user alone costs. */
  readonly each?: Readonly<Record<string, string>>;
}

const APP = '1400000001';

function segmentsOf(on: string, people: Readonly<Record<string, Person>>): StreamSegment[] {
  const at = (minute: number) =>
    localTime(
      `${on}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`,
    );
  return Object.entries(people).flatMap(([userId, { room, pictures = [], sounds = [] }]) =>
    [
      { span: room, kind: 'room' as const, area: 0 },
      ...sounds.map((span) => ({ span, kind: 'audio' as const, area: 0 })),
      ...pictures.map(([from, to, width, height]) => ({
        span: [from, to] as const,
        kind: 'video' as const,
        area: width * height,
      })),
    ].map(({ span: [from, to], kind, area }): StreamSegment => ({
      ...{ sdkAppId: APP, room: 'room', userId, kind, area },
      from: at(from),
      to: at(to),
    })),
  );
}

/** The usage that the metering is given: from streams by the rule of the day, or as stated. */
function rowsOf({ account, on, used }: Vector, people: Vector['people']): UsageRow[] {
  if (people) {
    const facts = deriveFacts(accountOf(account));
    return streamSeconds(facts, segmentsOf(on, people)).map(({ day: date, item, seconds }) => {
      if (item === null) throw new Error('a picture without a tier');
      return { day: day(date), item, seconds };
    });
  }
  return Object.entries(used ?? {}).map(([item, minutes]) => {
    return { day: on, item: item as Item, seconds: minutes * 60 };
  });
}

/** Streams to seconds, seconds to minutes, minutes to money: all by the engine. */
export function check(vector: Vector): void {
  const bill = billOf(vector.account, rowsOf(vector, vector.people));
  const metered = Object.fromEntries(
    bill.charges.map(({ item, meteredMinutes }) => [item, meteredMinutes]),
  );
  expect(metered).toEqual(vector.minutes ?? vector.used);
  const totalOf = ({ charges }: typeof bill) => toText(sum(charges.map(({ amount }) => amount)));
  if (vector.total !== undefined) expect(totalOf(bill)).toBe(vector.total);
  for (const [name, cost] of Object.entries(vector.each ?? {})) {
    const person = vector.people?.[name];
    if (!person) throw new Error(`${vector.id} has no user ${name}`);
    expect(totalOf(billOf(vector.account, rowsOf(vector, { [name]: person })))).toBe(cost);
  }
}
