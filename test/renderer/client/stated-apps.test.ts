import { describe, expect, it } from 'vitest';
import { statedApps } from '../../../src/renderer/client/stated-apps';

describe('the applications of a stated account', () => {
  it('are named as the account names them, in its order', () => {
    const apps = [
      { sdkAppId: '1400000002', name: 'Classroom', createdOn: '2023-01-01' },
      { sdkAppId: '1400000001' },
    ];
    expect(statedApps(JSON.stringify({ site: 'intl', apps }))).toEqual([
      { sdkAppId: '1400000002', name: 'Classroom' },
      { sdkAppId: '1400000001' },
    ]);
  });

  it.each(['null', '[]', '"text"', '{}', '{"apps":{}}', '{"apps":[null, 1, {"name":"x"}]}'])(
    'are none in %s',
    (json) => expect(statedApps(json)).toEqual([]),
  );
});
