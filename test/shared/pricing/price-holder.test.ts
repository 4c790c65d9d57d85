import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { day } from '../../../src/shared/period/day';
import { priceHolder } from '../../../src/shared/pricing/price-holder';
import { accountOf } from '../../support/bill-of';

describe('who is charged', () => {
  const facts = deriveFacts(
    accountOf({
      registeredOn: '2021-01-01',
      firstAppOn: '2021-03-01',
      apps: [
        { sdkAppId: '1400000001', createdOn: '2021-03-01' },
        { sdkAppId: '1400000002', createdOn: '2022-08-01' },
      ],
      policy: { recordingCutOver: '2022-07-20' },
    }),
  );

  it('is the account with one of its applications', () => {
    expect(priceHolder(facts, '1400000002', day('2019-11-20'))).toEqual({
      firstAppOn: '2021-03-01',
      appCreatedOn: '2022-08-01',
      registeredOn: '2021-01-01',
      oldPackageLastDay: '2019-11-20',
      policy: { recordingCutOver: '2022-07-20' },
    });
    expect(priceHolder(facts, '1400000001', null).appCreatedOn).toBe('2021-03-01');
  });

  it('leaves open what is not stated', () => {
    expect(priceHolder(facts, '999', null).appCreatedOn).toBeNull();
    const unknown = priceHolder(deriveFacts(accountOf({})), '999', null);
    expect([unknown.firstAppOn, unknown.registeredOn]).toEqual([null, null]);
  });
});
