import { describe, expect, it } from 'vitest';
import { comparisonColumns } from '../../../src/renderer/screens/differences/comparison-columns';
import { CauseShares } from '../../../src/renderer/screens/differences/CauseShares';
import { Drawdowns } from '../../../src/renderer/screens/differences/Drawdowns';
import { RawRows } from '../../../src/renderer/screens/differences/RawRows';
import { TraceColumns } from '../../../src/renderer/screens/differences/TraceColumns';
import { Headline } from '../../../src/renderer/screens/overview/Headline';
import { LargestDifferences } from '../../../src/renderer/screens/overview/LargestDifferences';
import { Remarks } from '../../../src/renderer/screens/overview/Remarks';
import { useWords } from '../../../src/renderer/i18n/use-words';
import { golden } from '../../support/golden-answers';
import { drawn, textOf } from './drawn';

const run = golden('audits.latest');
if (!run) throw new Error('the sample month has no run');
const { rows } = golden('audits.comparisons');
const explanation = golden('audits.explain');

describe('the headline', () => {
  it.each([
    [
      'en',
      ['Billed 2,553.8556', 'Expected 2,387.8988', 'Difference +165.9568', 'Unexplained 0.00'],
    ],
    ['zh-CN', ['账单金额 2,553.8556', '应付金额 2,387.8988', '差额 +165.9568', '未解释 0.00']],
    [
      'ko',
      ['청구 금액 2,553.8556', '예상 금액 2,387.8988', '차액 +165.9568', '설명되지 않음 0.00'],
    ],
  ] as const)('says the four sums in %s', async (language, said) => {
    const text = textOf(await drawn(<Headline run={run} />, language));
    for (const sum of said) expect(text).toContain(sum);
  });

  it('says how much has a cause when not all has one', async () => {
    const half = { ...run.totals, explained: '82.9784', unexplained: '82.9784' };
    const text = textOf(await drawn(<Headline run={{ ...run, totals: half }} />, 'en'));
    expect(text).toContain('Unexplained 82.9784');
    expect(text).toContain('50% of the difference is explained');
  });

  it('claims nothing of a bill that agrees', async () => {
    const even = { ...run.totals, difference: '0', explained: '0', unexplained: '0' };
    const text = textOf(await drawn(<Headline run={{ ...run, totals: even }} />, 'en'));
    expect(text).toContain('Difference 0.00');
    expect(text).not.toContain('% of the difference');
  });
});

describe('the largest differences', () => {
  const part = <LargestDifferences runId={1} />;
  const asked = ['audits.comparisons'] as const;

  it('are all there, the largest first, each with its sign', async () => {
    const text = textOf(await drawn(part, 'en', asked));
    const found = [...text.matchAll(/[+−]\d+\.\d+/g)].map(([amount]) => amount);
    expect(found).toEqual(
      rows
        .map(({ difference }) =>
          difference.startsWith('-') ? difference.replace('-', '−') : `+${difference}`,
        )
        .map((amount) => amount.replace(/^([+−]\d+)$/, '$1.00')),
    );
    expect(found.map((amount) => Math.abs(Number(amount.replace('−', '-'))))).toEqual(
      found.map((amount) => Math.abs(Number(amount.replace('−', '-')))).toSorted((a, b) => b - a),
    );
  });

  it('are said to be on their way until they are answered', async () => {
    expect(await drawn(part, 'en')).toContain('role="status"');
  });
});

describe('an explanation', () => {
  it('marks the steps that differ, on both sides, for eyes and for screen readers', async () => {
    const page = await drawn(<TraceColumns explanation={explanation} />, 'en');
    expect(page.match(/trace-differs/g)?.length).toBe(4);
    const [expected, billed] = page.split('data-testid="explanation-billed"');
    expect(textOf(expected ?? '')).toContain('0 minutes / 1,000 × 25.20');
    expect(textOf(billed ?? '')).toContain('15.0444');
  });

  it.each(['en', 'zh-CN', 'ko'] as const)(
    'names the cause and its money in %s',
    async (language) => {
      const text = textOf(
        await drawn(<CauseShares comparison={explanation.comparison} />, language),
      );
      expect(text).toContain('+15.0444');
      expect(text).toContain('597');
      expect(text).not.toContain('trial-not-applied');
    },
  );

  it('shows what the trial covered and the rows of the files', async () => {
    const trial = textOf(await drawn(<Drawdowns rows={explanation.drawdowns} />, 'en'));
    expect(trial).toContain('Free trial 597 × 1 597 6,136');
    const files = textOf(await drawn(<RawRows explanation={explanation} />, 'en'));
    expect(files).toContain('usage-2023-06.csv');
    expect(files).toContain('bill-2023-06.csv');
  });
});

describe('a row of the differences', () => {
  function AsText() {
    const columns = comparisonColumns(useWords());
    return rows.map((row) => (
      <p key={row.id}>
        {columns.map(({ key, text }) => (
          <span key={key} title={key}>
            {text(row)}{' '}
          </span>
        ))}
      </p>
    ));
  }

  it('begins with what a person decides by', async () => {
    const text = textOf(await drawn(<AsText />, 'en'));
    expect(text).toContain(
      'Over-billed 2023-06-28 直播间 HD video duration Arithmetic error on the bill 100',
    );
  });

  it('has every name in the language of the window', async () => {
    expect(textOf(await drawn(<AsText />, 'ko'))).toContain('과다 청구 2023-06-28');
    expect(textOf(await drawn(<AsText />, 'zh-CN'))).toContain('多计费 2023-06-28');
  });
});

describe('what is worth a look', () => {
  it('leaves out what stands among the contradictions already, and says so', async () => {
    const [contradiction, ...others] = golden('audits.evidence');
    expect(others).toEqual([]);
    expect(run.issues).toEqual([contradiction?.example]);
    const text = textOf(await drawn(<Remarks run={run} />, 'en', ['audits.evidence']));
    expect(text).toContain('Nothing beyond what is said above.');
  });

  it('keeps every remark of its own', async () => {
    const other = run.issues.map((issue) => ({
      ...issue,
      origin: { file: 'another.csv', line: 9 },
    }));
    const text = textOf(
      await drawn(<Remarks run={{ ...run, issues: other }} />, 'en', ['audits.evidence']),
    );
    expect(text).toContain('another.csv, line 9');
  });
});
