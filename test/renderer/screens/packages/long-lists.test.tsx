import { describe, expect, it } from 'vitest';
import { SourceOutcomes } from '../../../../src/renderer/screens/packages/SourceOutcomes';
import { SourceTable } from '../../../../src/renderer/screens/packages/SourceTable';
import type { MinuteSourceRow } from '../../../../src/shared/contract/packages';
import { day } from '../../../../src/shared/period/day';
import { drawn, rowsOf, textOf } from '../../golden/drawn';

const period = { from: day('2023-06-01'), to: day('2023-07-01') };
const packages = (count: number): MinuteSourceRow[] =>
  Array.from({ length: count }, (_, index) => ({
    source: String(2_000_010_000 + index),
    kind: 'package',
    name: `Package ${index + 1}`,
    from: day('2023-06-01'),
    through: day('2024-06-30'),
    minutes: 1000,
    deducted: 0,
    left: 1000,
    usedUpOn: null,
    takenOver: null,
  }));
const table = (count: number) =>
  drawn(
    <SourceTable
      sources={packages(count)}
      period={period}
      chosen="2000010000"
      onChoose={() => undefined}
    />,
    'en',
  );

describe('an account with thousands of packages', () => {
  it('lists the first of them in an area of their own, and says how many more there are', async () => {
    const page = await table(2000);
    expect(rowsOf(page)).toHaveLength(1 + 50);
    expect(textOf(page)).toContain('1,950 more');
    expect(page).toMatch(/role="region"/);
    expect(page).toMatch(/tabindex="0"/);
  });

  it('is as it always was with a few', async () => {
    const page = await table(3);
    expect(rowsOf(page)).toHaveLength(1 + 3);
    expect(page).not.toContain('more-sources');
    expect(page).not.toMatch(/role="region"/);
  });

  it('shows ten on Overview, beside the picture', async () => {
    const page = await drawn(<SourceOutcomes sources={packages(40)} period={period} />, 'en');
    expect(rowsOf(page)).toHaveLength(1 + 10);
    expect(textOf(page)).toContain('30 more');
  });
});
