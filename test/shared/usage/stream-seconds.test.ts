import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { localTime } from '../../../src/shared/period/local-time';
import { streamSeconds, type StreamSegment } from '../../../src/shared/usage/stream-seconds';
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
const FHD = 1920 * 1080;
const CN = { firstAppOn: '2020-09-01' };
const INTL = { site: 'intl', firstAppOn: '2021-11-01' };

describe('from streams to seconds per tier', () => {
  it('G01: three users without picture: audio 90', () => {
    const users = ['A', 'B', 'C'].flatMap((id) =>
      user(id, '2021-06-01', [['room', '10:00', '10:30']]),
    );
    expect(minutes(CN, users)).toEqual({ 'av.audio': 90 });
  });

  it('G02: A receives full HD, B receives 640 x 360: 30 and 30', () => {
    const inRoom: Part = ['room', '10:00', '10:30'];
    const users = [
      ...user('A', '2021-06-01', [inRoom, ['video', '10:00', '10:30', FHD]]),
      ...user('B', '2021-06-01', [inRoom, ['video', '10:00', '10:30', SD]]),
    ];
    expect(minutes(CN, users)).toEqual({ 'av.fhd': 30, 'av.sd': 30 });
  });

  it('G03a, G03b: sound beside a picture counts only by the old examples', () => {
    const inRoom: Part = ['room', '10:00', '10:30'];
    const sound: Part = ['audio', '10:00', '10:30'];
    const fromA: Part = ['video', '10:00', '10:30', SD];
    const fromC: Part = ['video', '10:00', '10:30', FHD];
    const users = [
      ...user('A', '2021-09-01', [inRoom, sound, fromC]),
      ...user('B', '2021-09-01', [inRoom, fromA, fromC]),
      ...user('C', '2021-09-01', [inRoom, fromA, sound]),
    ];
    expect(minutes(CN, users)).toEqual({ 'av.sd': 60, 'av.fhd': 60 });
    const legacy = { ...CN, policy: { audioBesideVideo: 'legacy-extra' } };
    expect(minutes(legacy, users)).toEqual({ 'av.sd': 60, 'av.fhd': 60, 'av.audio': 60 });
  });

  it('G04: 50 minutes in the room, 15 with picture: audio 35', () => {
    const one = user('A', '2021-06-01', [
      ['room', '00:00', '00:50'],
      ['video', '00:20', '00:35', SD],
    ]);
    expect(minutes(CN, one)).toEqual({ 'av.audio': 35, 'av.sd': 15 });
  });

  it('G07: each received picture counts in its own tier: SD 120, HD 15', () => {
    const one = user('A', '2020-06-01', [
      ['room', '10:00', '10:45'],
      ['video', '10:00', '10:30', SD],
      ['video', '10:00', '10:30', SD],
      ['video', '10:00', '10:30', SD],
      ['video', '10:30', '10:45', SD],
      ['video', '10:30', '10:45', 240 * 180],
      ['video', '10:30', '10:45', 1280 * 720],
    ]);
    expect(minutes(CN, one)).toEqual({ 'av.sd': 120, 'av.hd': 15 });
  });

  const camera = (area: number): Part => ['video', '10:00', '11:00', area];
  const lesson = (date: string) => [
    ...user('A', date, [camera(640 * 480), camera(640 * 480)]),
    ...['B', 'C'].flatMap((id) =>
      user(id, date, [camera(960 * 720), camera(FHD), camera(640 * 480)]),
    ),
    ...['D', 'E'].flatMap((id) =>
      user(id, date, [camera(960 * 720), camera(FHD), camera(640 * 480), camera(640 * 480)]),
    ),
  ];

  it('G34: areas are summed: HD 60, full HD 240', () => {
    expect(minutes(INTL, lesson('2022-01-10'))).toEqual({ 'av.hd': 60, 'av.fhd': 240 });
  });

  it('G35: by the tiers of 2022-05-18 the same lesson is HD 60, 2K 240, audio 60', () => {
    const listener = user('F', '2022-06-10', [['room', '10:00', '11:00']]);
    expect(minutes(INTL, [...lesson('2022-06-10'), ...listener])).toEqual({
      'av.hd': 60,
      'av.2k': 240,
      'av.audio': 60,
    });
  });

  it('G37: two pictures of 960 x 720 are one duration of full HD; for older accounts two of HD', () => {
    const one = user('A', '2022-06-10', [camera(960 * 720), camera(960 * 720)]);
    expect(minutes(INTL, one)).toEqual({ 'av.fhd': 60 });
    expect(minutes({ ...INTL, firstAppOn: '2021-10-26' }, one)).toEqual({ 'av.hd': 120 });
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
});
