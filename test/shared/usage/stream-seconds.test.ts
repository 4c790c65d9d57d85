import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { localTime } from '../../../src/shared/period/local-time';
import {
  segmentSeconds,
  streamRuleOf,
  streamSeconds,
  type StreamSegment,
} from '../../../src/shared/usage/stream-seconds';
import { accountOf } from '../../support/bill-of';

type Part = readonly [kind: StreamSegment['kind'], from: string, to: string, area?: number];

/** What one user did on a day, `HH:mm` to `HH:mm`. */
function user(userId: string, date: string, parts: readonly Part[]): StreamSegment[] {
  return parts.map(([kind, from, to, area = 0]) => ({
    sdkAppId: '1400000001',
    room: 'room',
    userId,
    from: localTime(`${date}T${from}:00`),
    to: localTime(`${date}T${to}:00`),
    kind,
    area,
  }));
}

function minutes(
  stated: Readonly<Record<string, unknown>>,
  segments: readonly StreamSegment[],
): Readonly<Record<string, number>> {
  const facts = deriveFacts(accountOf(stated));
  const sums: Record<string, number> = {};
  for (const { item, seconds } of streamSeconds(facts, segments))
    sums[item ?? 'no tier'] = (sums[item ?? 'no tier'] ?? 0) + seconds / 60;
  return sums;
}

const SD = 640 * 360;
const CN = { firstAppOn: '2020-09-01' };
const INTL = { site: 'intl', firstAppOn: '2021-11-01' };

describe('from streams to seconds per tier', () => {
  const camera = (area: number): Part => ['video', '10:00', '11:00', area];
  it('areas are summed only for accounts from 2021-10-27 on', () => {
    const one = user('A', '2022-06-10', [camera(960 * 720), camera(960 * 720)]);
    expect(minutes(INTL, one)).toEqual({ 'av.fhd': 60 });
    expect(minutes({ ...INTL, firstAppOn: '2021-10-26' }, one)).toEqual({ 'av.hd': 120 });
  });

  it('C2: whether areas are summed, by site, first application and day of use', () => {
    const rule = (site: string, firstAppOn?: string) =>
      streamRuleOf(deriveFacts(accountOf({ site, ...(firstAppOn ? { firstAppOn } : {}) })));
    expect(rule('intl', '2021-10-26')).toBe('sum-of-streams');
    expect(rule('intl', '2021-10-27')).toBe('sum-of-areas');
    expect(rule('intl')).toBe('sum-of-areas');
    expect(rule('cn', '2021-10-27')).toBe('sum-of-streams');
    expect(rule('cn')).toBe('sum-of-streams');
    const two = (date: string) =>
      minutes({ site: 'intl' }, user('A', date, [camera(640 * 480), camera(640 * 480)]));
    expect(two('2021-10-26')).toEqual({ 'av.sd': 120 });
    expect(two('2021-10-27')).toEqual({ 'av.hd': 60 });
  });

  it('C1: sound that is received beside a picture makes minutes of its own only where that is chosen', () => {
    const beside = user('A', '2022-06-10', [
      ['room', '10:00', '11:30'],
      ['video', '10:00', '11:00', SD],
      ['audio', '10:40', '11:10'],
    ]);
    expect(minutes(CN, beside)).toEqual({ 'av.sd': 60, 'av.audio': 30 });
    const extra = { ...CN, policy: { audioBesideVideo: 'legacy-extra' } };
    expect(minutes(extra, beside)).toEqual({ 'av.sd': 60, 'av.audio': 50 });
    const none = { ...CN, policy: { audioBesideVideo: 'none' } };
    expect(minutes(none, beside)).toEqual(minutes(CN, beside));
  });

  it('counts to the second, and nothing while a user is away', () => {
    const away = [
      ['room', '10:00:07', '10:00:50'],
      ['video', '10:00:20', '10:00:31', SD],
      ['room', '11:59:59', '12:00:01'],
    ] as const;
    const segments = away.map(([kind, from, to, area = 0]) => ({
      sdkAppId: '1400000001',
      room: 'room',
      userId: 'A',
      from: localTime(`2022-06-10T${from}`),
      to: localTime(`2022-06-10T${to}`),
      kind,
      area,
    }));
    const sums = streamSeconds(deriveFacts(accountOf(CN)), segments);
    expect(sums.map(({ item, seconds }) => [item, seconds])).toEqual([
      ['av.audio', 13 + 19 + 2],
      ['av.sd', 11],
    ]);
  });

  it('a segment that ends at midnight belongs to its own day', () => {
    const [late] = user('A', '2022-06-10', [['room', '23:50', '23:59']]);
    const whole = late && { ...late, to: localTime('2022-06-11T00:00:00') };
    expect(streamSeconds(deriveFacts(accountOf(CN)), whole ? [whole] : [])).toEqual([
      { day: '2022-06-10', sdkAppId: '1400000001', item: 'av.audio', seconds: 600 },
    ]);
  });

  it('a segment over midnight belongs to both days, each with its own tiers', () => {
    const [night] = user('A', '2022-05-31', [['video', '23:50', '23:59', 2560 * 1440]]);
    const facts = deriveFacts(accountOf(CN));
    const over = night && { ...night, to: localTime('2022-06-01T00:10:00') };
    expect(streamSeconds(facts, over ? [over] : [])).toEqual([
      { day: '2022-05-31', sdkAppId: '1400000001', item: 'av.fhd', seconds: 600 },
      { day: '2022-06-01', sdkAppId: '1400000001', item: 'av.2k', seconds: 600 },
    ]);
  });

  it('a picture above the top tier is kept apart, for no tier is documented', () => {
    const one = user('A', '2022-06-10', [camera(7680 * 4320)]);
    expect(minutes(CN, one)).toEqual({ 'no tier': 60 });
  });

  it('C1: sound beside a picture is one duration at most, however many streams have it', () => {
    const parts: Part[] = [
      ['audio', '10:00', '10:30'],
      ['audio', '10:00', '10:30'],
      ['video', '10:00', '10:30', SD],
    ];
    const extra = { ...CN, policy: { audioBesideVideo: 'legacy-extra' } };
    expect(minutes(extra, user('A', '2021-09-01', parts))).toEqual({ 'av.sd': 30, 'av.audio': 30 });
    expect(minutes(CN, user('A', '2021-09-01', parts))).toEqual({ 'av.sd': 30 });
  });

  /** Which of a user's segments makes which item count, by its place in the list. */
  const kept = (stated: Readonly<Record<string, unknown>>, date: string, parts: Part[]) => {
    const segments = user('A', date, parts);
    return segmentSeconds(deriveFacts(accountOf(stated)), segments).map(
      ({ segment, item, seconds }) =>
        `${segments.indexOf(segment)} ${String(item)} ${seconds / 60}`,
    );
  };

  it('time without a picture is kept with the stay in the room, else with what is received', () => {
    const parts: Part[] = [
      ['audio', '10:00', '10:30'],
      ['room', '10:10', '10:20'],
    ];
    expect(kept(CN, '2022-06-10', parts)).toEqual(['0 av.audio 20', '1 av.audio 10']);
    expect(kept(CN, '2019-10-10', parts)).toEqual(['0 av.audio 20', '1 av.audio 10']);
  });

  it('pictures whose areas are summed are kept with the largest, the first of equals', () => {
    const two = (a: number, b: number): Part[] => [camera(a), camera(b)];
    expect(kept(INTL, '2022-06-10', two(960 * 720, 640 * 480))).toEqual(['0 av.fhd 60']);
    expect(kept(INTL, '2022-06-10', two(640 * 480, 960 * 720))).toEqual(['1 av.fhd 60']);
    expect(kept(INTL, '2022-06-10', two(960 * 720, 960 * 720))).toEqual(['0 av.fhd 60']);
  });

  const older: Part[] = [
    ['room', '10:00', '11:00'],
    ['audio', '10:10', '10:30'],
    ['audio', '10:10', '10:20'],
    ['video', '10:20', '10:40', SD],
  ];

  it.each([
    // Time in the room, whatever is received; a lone user counts (CN-0, CN-1).
    ['cn', '2019-10-10', { 'av.audio': 60 }],
    ['intl', '2019-12-31', { 'av.audio': 60 }],
    // Received streams one by one: 20 + 10 with sound only, 20 with a picture; alone is nothing.
    ['cn', '2019-10-11', { 'av.audio': 30, 'av.sd': 20 }],
    ['intl', '2020-04-30', { 'av.audio': 30, 'av.sd': 20 }],
    // Time in the room without a picture.
    ['cn', '2020-05-01', { 'av.audio': 40, 'av.sd': 20 }],
    ['intl', '2020-05-01', { 'av.audio': 40, 'av.sd': 20 }],
  ])('audio by the rule of the day: %s, %s', (site, date, expected) => {
    expect(minutes({ site }, user('A', date, older))).toEqual(expected);
  });

  it('counts each minute by what lasts in it, however segments begin, end and lie in one another', () => {
    const hour = (minute: number) =>
      `1${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
    const part = fc
      .tuple(
        fc.constantFrom('room' as const, 'audio' as const, 'video' as const),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(SD, 1280 * 720),
      )
      .map(([kind, a, b, area]): [Part, number, number] => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        return [[kind, hour(from), hour(to), kind === 'video' ? area : 0], from, to];
      });
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.constantFrom(CN, INTL),
        fc.constantFrom('2019-10-01', '2020-01-10', '2022-06-10'),
        (parts, stated, date) => {
          const whole = kept(
            stated,
            date,
            parts.map(([one]) => one),
          );
          const sums = new Map<string, number>();
          for (let minute = 0; minute < 40; minute++) {
            const lasting = parts.flatMap(([[kind, , , area], from, to], place) =>
              from <= minute && to > minute ? [{ place, kind, area }] : [],
            );
            const alone = lasting.map(({ kind, area }): Part => {
              return [kind, hour(minute), hour(minute + 1), area ?? 0];
            });
            for (const one of kept(stated, date, alone)) {
              const [place, item, minutes] = one.split(' ');
              const key = `${lasting[Number(place)]?.place ?? ''} ${item ?? ''}`;
              sums.set(key, (sums.get(key) ?? 0) + Number(minutes));
            }
          }
          expect(whole.toSorted()).toEqual(
            [...sums].map(([key, minutes]) => `${key} ${minutes}`).toSorted(),
          );
        },
      ),
    );
  });
});
