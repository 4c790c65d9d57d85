import { describe, expect, it } from 'vitest';
import { BalanceDays } from '../../../src/renderer/screens/packages/BalanceDays';
import { DayLedger } from '../../../src/renderer/screens/packages/DayLedger';
import { SourceOutcomes } from '../../../src/renderer/screens/packages/SourceOutcomes';
import { SourceTable } from '../../../src/renderer/screens/packages/SourceTable';
import { LANGUAGES } from '../../../src/shared/contract/languages';
import { golden, QUESTIONS } from '../../support/golden-answers';
import { drawn, rowsOf, textOf, UNWRITTEN } from './drawn';

const { period } = QUESTIONS['audits.latest'];
const sources = golden('packages.list');
const days = golden('packages.days');
const draws = golden('packages.drawdowns');
const asked = ['packages.drawdowns', 'account.get'] as const;

/** Not a handler: nothing is pressed where a page is only drawn. */
const nothing = () => undefined;

/** Grouped as every language groups, and put together again: what is printed is what was answered. */
const printed = (minutes: number) => String(minutes).replace(/\B(?=(\d{3})+$)/g, ',');

describe('trial and packages of the month', () => {
  const table = <SourceTable {...{ sources, period }} chosen="2000009001" onChoose={nothing} />;

  it.each([
    [
      'en',
      [
        'Free trial 2023-06-01 – 2024-06-30 10,000 10,000 0 Used up 2023-06-05; pay-as-you-go from 2023-06-05',
        '音视频包 250000min 2000009001 2023-06-08 – 2024-06-30 250,000 250,000 0 Partly pay-as-you-go from 2023-06-17 · Used up 2023-06-18',
      ],
    ],
    [
      'zh-CN',
      [
        '免费试用 2023-06-01',
        '2023-06-05 起转为后付费',
        '2023-06-17 起部分转为后付费；2023-06-18 用尽',
      ],
    ],
    [
      'ko',
      [
        '무료 체험 2023-06-01',
        '2023-06-05 소진, 2023-06-05부터 후불 결제',
        '2023-06-17부터 일부 후불 결제, 2023-06-18 소진',
      ],
    ],
  ] as const)('say in %s what they held, what went, and who came after', async (language, said) => {
    const page = await drawn(table, language);
    expect(rowsOf(page)).toHaveLength(sources.length + 1);
    const text = textOf(page);
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toMatch(UNWRITTEN);
  });

  it('have the one on show pressed, and only that', async () => {
    const pressed = [...(await drawn(table, 'en')).matchAll(/aria-pressed="(true|false)"/g)];
    expect(pressed.map(([, state]) => state)).toEqual(['false', 'true']);
  });

  it('end on Overview as in the table of their own screen', async () => {
    const [, trial, bought] = rowsOf(
      await drawn(<SourceOutcomes {...{ sources, period }} />, 'en'),
    );
    expect(trial).toBe('Free trial 10,000 0 Used up 2023-06-05; pay-as-you-go from 2023-06-05');
    expect(bought).toContain('Partly pay-as-you-go from 2023-06-17 · Used up 2023-06-18');
  });

  it('say of one that was not touched that it lasts, and claim no draw', async () => {
    const whole = sources.map((source) => ({
      ...source,
      deducted: 0,
      left: null,
      usedUpOn: null,
      takenOver: null,
    }));
    const [, trial] = rowsOf(await drawn(<SourceOutcomes sources={whole} period={period} />, 'en'));
    expect(trial).toBe('Free trial — — Not drawn in this month');
  });
});

describe('the days of a package', () => {
  const [first] = days;
  if (!first) throw new Error('the package of the sample month was never drawn');

  it.each(LANGUAGES)('each with what went and what was left, in %s', async (language) => {
    const page = await drawn(
      <BalanceDays days={days} shown={first.day} onShow={nothing} />,
      language,
    );
    const [titles, ...rows] = rowsOf(page);
    expect(titles).not.toMatch(UNWRITTEN);
    expect(rows).toEqual(
      days.map(({ day, deducted, balanceAfter }) =>
        [day, printed(deducted), printed(balanceAfter)].join(' '),
      ),
    );
  });

  it('run down to nothing: each holds what the one before left, less what went', () => {
    const size = sources.find(({ kind }) => kind === 'package')?.minutes ?? NaN;
    const before = [size, ...days.map(({ balanceAfter }) => balanceAfter)];
    for (const [index, { deducted, balanceAfter }] of days.entries())
      expect(balanceAfter).toBe((before[index] ?? NaN) - deducted);
    expect(days.at(-1)?.balanceAfter).toBe(0);
  });
});

describe('the draws of a day', () => {
  const { day } = QUESTIONS['packages.drawdowns'];
  const ofDay = days.find((one) => one.day === day);
  if (!ofDay) throw new Error(`the package was not drawn on ${day}`);
  const ledger = (
    <DayLedger runId={1} source="2000009001" day={ofDay} before={nothing} after={null} />
  );

  it('stand in their order, application by name, and leave what the day left', async () => {
    const [titles, ...rows] = rowsOf(await drawn(ledger, 'en', asked));
    expect(titles).toBe('Application Item Covered Ratio Deducted Left');
    expect(rows).toHaveLength(ofDay.draws);
    expect(rows[0]).toBe('课堂 1400123456 Audio duration 3,943 × 1 3,943 23,901');
    for (const [index, { rawMinutes, ratio, deducted, balanceAfter }] of draws.rows.entries())
      expect(rows[index]).toContain(
        `${printed(rawMinutes)} × ${ratio} ${printed(deducted)} ${printed(balanceAfter)}`,
      );
    expect(rows.at(-1)).toMatch(new RegExp(` ${printed(ofDay.balanceAfter)}$`));
    expect(draws.rows.reduce((sum, { deducted }) => sum + deducted, 0)).toBe(ofDay.deducted);
  });

  it('have no column of times where the files have none, and one where they do', async () => {
    const timed = {
      ...draws,
      rows: draws.rows.map((row, index) => ({
        ...row,
        start: index === 0 ? '2023-06-17 09:05:00' : null,
      })),
    };
    const [titles, first, second] = rowsOf(
      await drawn(ledger, 'en', asked, { 'packages.drawdowns': timed }),
    );
    expect(titles).toMatch(/^Time /);
    expect(first).toMatch(/^09:05 课堂/);
    expect(second).toMatch(/^— 在线客服/);
  });

  it('can be stepped to another day only where there is one', async () => {
    const page = await drawn(ledger, 'en', asked);
    const steps = [...page.matchAll(/<button[^>]*aria-keyshortcuts="(\w+)"[^>]*>/g)];
    expect(steps.map(([button, key]) => [key, button.includes('disabled')])).toEqual([
      ['ArrowLeft', false],
      ['ArrowRight', true],
    ]);
  });

  it('are named by their ids alone where the account names no application', async () => {
    const nameless = { ...golden('account.get'), json: null };
    const [, first] = rowsOf(await drawn(ledger, 'en', asked, { 'account.get': nameless }));
    expect(first).toMatch(/^1400123456 Audio duration/);
  });
});
