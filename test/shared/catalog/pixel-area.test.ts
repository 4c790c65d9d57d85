import { describe, expect, it } from 'vitest';
import { tierFromPixels } from '../../../src/shared/catalog/pixel-area';
import { day } from '../../../src/shared/period/day';

describe('the tier of a picture', () => {
  it('G22: 720×360 is SD on the China site', () => {
    expect(tierFromPixels('cn', day('2021-12-01'), 720 * 360)).toBe('av.sd');
    expect(tierFromPixels('cn', day('2022-06-01'), 720 * 360)).toBe('av.sd');
  });

  it('G37: two pictures of 960×720 together are full HD on the international site', () => {
    const area = 2 * 960 * 720;
    expect(area).toBe(1_382_400);
    expect(tierFromPixels('intl', day('2021-11-05'), area)).toBe('av.fhd');
    expect(tierFromPixels('intl', day('2022-05-18'), area)).toBe('av.fhd');
  });

  it('G10: 960×720 is HD, whatever the document calls it', () => {
    expect(tierFromPixels('cn', day('2021-12-01'), 960 * 720)).toBe('av.hd');
  });

  it('the SD limit rose on 2019-12-04', () => {
    expect(tierFromPixels('cn', day('2019-12-03'), 640 * 360)).toBe('av.sd');
    expect(tierFromPixels('cn', day('2019-12-03'), 640 * 480)).toBe('av.hd');
    expect(tierFromPixels('cn', day('2019-12-04'), 640 * 480)).toBe('av.sd');
  });

  it.each([
    ['cn', '2022-06-01', 307_200, 'av.sd', 'av.hd'],
    ['cn', '2022-06-01', 921_600, 'av.hd', 'av.fhd'],
    ['cn', '2022-06-01', 2_073_600, 'av.fhd', 'av.2k'],
    ['cn', '2022-06-01', 3_686_400, 'av.2k', 'av.4k'],
    ['cn', '2022-06-01', 8_912_896, 'av.4k', null],
    ['cn', '2022-05-31', 921_600, 'av.hd', 'av.fhd'],
    ['intl', '2022-05-18', 921_600, 'av.hd', 'av.fhd'],
    ['intl', '2022-05-18', 2_073_600, 'av.fhd', 'av.2k'],
    ['intl', '2022-05-18', 3_686_400, 'av.2k', 'av.4k'],
    ['intl', '2022-05-18', 8_847_360, 'av.4k', null],
    ['intl', '2022-05-17', 307_200, 'av.sd', 'av.hd'],
  ] as const)('%s on %s: the limit %i is included', (site, date, limit, at, above) => {
    expect(tierFromPixels(site, day(date), limit)).toBe(at);
    expect(tierFromPixels(site, day(date), limit + 1)).toBe(above);
  });

  it('full HD had no upper limit before the tiers above it', () => {
    expect(tierFromPixels('cn', day('2022-05-31'), 4096 * 2176 * 4)).toBe('av.fhd');
    expect(tierFromPixels('intl', day('2022-05-17'), 4096 * 2176 * 4)).toBe('av.fhd');
  });
});
