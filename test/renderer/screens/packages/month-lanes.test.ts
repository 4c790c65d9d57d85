import { describe, expect, it } from 'vitest';
import {
  coveredByDay,
  monthLanes,
  notCoveredByDay,
  sourceMarks,
} from '../../../../src/renderer/screens/packages/month-lanes';
import { outcomeText } from '../../../../src/renderer/screens/packages/source-outcome';
import type { Words } from '../../../../src/renderer/i18n/use-words';
import { day } from '../../../../src/shared/period/day';

/** Sentences as their key and parameters, so that what is said can be seen without a language. */
const t: Words['t'] = (key, params) =>
  params === undefined ? key : `${key} ${JSON.stringify(params)}`;
const words: Words = {
  language: 'en',
  t,
  term: (_group, id) => id,
  sentence: (_space, code) => code,
  error: ({ code }) => code,
};
const period = { from: day('2024-02-27'), to: day('2024-03-04') };
const days = ['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02', '2024-03-03'];
const drawn = (on: string, rawMinutes: number, deducted: number, balanceAfter: number) => ({
  day: day(on),
  draws: 1,
  rawMinutes,
  deducted,
  balanceAfter,
});
const trial = {
  source: 'trial',
  kind: 'trial' as const,
  name: null,
  from: day('2024-02-01'),
  through: day('2025-02-28'),
  minutes: 1000,
  deducted: 100,
  left: 0,
  usedUpOn: day('2024-02-28'),
  takenOver: { on: day('2024-02-28'), by: '2009' },
  days: [drawn('2024-02-27', 40, 40, 60), drawn('2024-02-28', 60, 60, 0)],
};
const pack = {
  source: '2009',
  kind: 'package' as const,
  name: 'Minutes',
  from: day('2024-02-01'),
  through: day('2024-03-01'),
  minutes: 500,
  deducted: 80,
  left: 420,
  usedUpOn: null,
  takenOver: { on: day('2024-03-02'), by: null },
  days: [drawn('2024-02-28', 20, 80, 420)],
};
const unused = {
  ...pack,
  source: '2010',
  name: null,
  deducted: 0,
  left: null,
  takenOver: null,
  days: [],
};
const sources = [trial, pack, unused];
const charged = [{ day: day('2024-03-02'), minutes: 7 }];

describe('the month of trial and packages', () => {
  it('has a lane for each that was drawn, from what it held at first, and nothing where it cannot be used', () => {
    const { lanes, use } = monthLanes({ sources, charged, used: null }, days, period, words);
    expect(lanes.map(({ name, size, left }) => ({ name, size, left }))).toEqual([
      { name: 'trial', size: 1000, left: [60, 0, 0, 0, 0, 0] },
      { name: 'Minutes', size: 500, left: [500, 420, 420, 420, null, null] },
    ]);
    expect(lanes[1]?.note).toContain('"before":"500","after":"420"');
    expect(use.covered.values).toEqual([40, 80, 0, 0, 0, 0]);
    expect(use.charged?.values).toEqual([0, 0, 0, 0, 7, 0]);
  });

  it('marks where one ended and who came after, as one mark where the days are close', () => {
    expect(sourceMarks(trial, sources, days, words)).toEqual([
      {
        day: '2024-02-28',
        label:
          'burn-down:usedUp {"day":"02-28"} · burn-down:from {"taker":"Minutes","day":"02-28"}',
      },
    ]);
    const later = { ...trial, takenOver: { on: day('2024-03-12'), by: null } };
    const long = [...days, '2024-03-12'];
    expect(sourceMarks(later, sources, long, words).map((mark) => mark.day)).toEqual([
      '2024-02-28',
      '2024-03-12',
    ]);
    expect(sourceMarks(unused, sources, days.slice(0, 2), words)).toEqual([]);
  });

  it('where a charge stands for a month, shows what of each day was not covered, to the second', () => {
    const used = [
      { day: day('2024-02-27'), seconds: 40 * 60 },
      { day: day('2024-02-28'), seconds: 81 * 60 + 30 },
      { day: day('2024-03-02'), seconds: 7 * 60 },
    ];
    const { charged: rest } = monthLanes({ sources, charged: null, used }, days, period, words).use;
    expect(rest?.name).toContain('burn-down:withMonth');
    expect(rest?.values).toEqual([0, 1.5, 0, 0, 7, 0]);
    // Rows that were rounded up each cover more than their seconds; nothing is below zero.
    expect(notCoveredByDay({ sources, charged: null, used: used.slice(2) }, days)?.values).toEqual([
      0, 0, 0, 0, 7, 0,
    ]);
    expect(notCoveredByDay({ sources, charged: null, used: null }, days)).toBeNull();
    expect(coveredByDay([unused], days)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('tells what became of each in words', () => {
    const keys = sources.map((row) => outcomeText(row, sources, period, words).split(' ')[0]);
    expect(keys).toEqual(['burn-down:then', 'burn-down:then', 'burn-down:what/ended']);
    // What is left of a source may be too little for a minute of a dearer tier: the next one begins before it ends.
    const early = { ...trial, takenOver: { on: day('2024-02-27'), by: null } };
    expect(outcomeText(early, sources, period, words)).toContain('burn-down:before');
    expect(sourceMarks(early, sources, days, words)).toEqual([
      {
        day: '2024-02-28',
        label:
          'burn-down:from {"taker":"burn-down:payAsYouGo","day":"02-27"} · burn-down:usedUp {"day":"02-28"}',
      },
    ]);
    expect(outcomeText({ ...unused, through: period.to }, sources, period, words)).toBe(
      'burn-down:what/notDrawn',
    );
    expect(
      outcomeText({ ...pack, through: period.to, takenOver: null }, sources, period, words),
    ).toContain('burn-down:what/left');
  });
});
