import { describe, expect, it } from 'vitest';
import { agreement, sidesOf } from '../../../../src/shared/reconcile/compare/group-comparison';
import { match, type Group } from '../../../../src/shared/reconcile/match/match';
import { plainAgreement } from '../../../../src/shared/reconcile/compare/plain-agreement';
import { settlementLines } from '../../../../src/shared/reconcile/match/settlement-lines';
import { billOf, chargeOf } from '../../../support/bill-lines';
import { cleanMonth } from '../../../support/clean-month';
import { PLANTABLE, plantedBill } from '../../../support/planted-bill';
import { Random } from '../../../support/random';

function groupsOf(seed: number): Group[] {
  const random = new Random(seed);
  const month = cleanMonth(random);
  const lines =
    plantedBill(month, [random.pick(PLANTABLE), random.pick(PLANTABLE)], random)?.lines ??
    billOf(month.charges);
  const settled = settlementLines(lines, 'cn', 'CNY', null);
  return match(month.charges, settled.named, settled.unnamed);
}

describe('the short way of comparing', () => {
  it('says of every group what the long way says, or leaves it to the long way', () => {
    let short = 0;
    for (let seed = 1; seed <= 30; seed += 1)
      for (const group of groupsOf(seed)) {
        const plain = plainAgreement(group);
        const long = agreement(group, sidesOf(group));
        if (plain) expect(plain).toEqual(long);
        else expect(long?.status === 'matched' && group.lines.length === 1).toBe(false);
        if (plain) short += 1;
      }
    expect(short).toBeGreaterThan(1000);
  });

  it('leaves a line of several days and a charge that differs to the long way', () => {
    const [line] = billOf([chargeOf()]);
    if (!line) throw new Error('a charge has a line');
    const group: Group = {
      period: { from: chargeOf().periodStart, to: chargeOf().periodEnd },
      sdkAppId: '1400123456',
      item: 'av.hd',
      charges: [chargeOf()],
      lines: [line],
    };
    expect(plainAgreement(group)?.status).toBe('matched');
    expect(plainAgreement({ ...group, charges: [chargeOf(), chargeOf()] })).toBeNull();
    expect(plainAgreement({ ...group, lines: [line, line] })).toBeNull();
    expect(plainAgreement({ ...group, lines: [] })).toBeNull();
    expect(plainAgreement({ ...group, charges: [] })).toBeNull();
  });
});
