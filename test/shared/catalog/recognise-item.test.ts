import { describe, expect, it } from 'vitest';
import { tierFromName, usageItem } from '../../../src/shared/catalog/recognise-item';
import { tierFromPixels } from '../../../src/shared/catalog/pixel-area';
import { day } from '../../../src/shared/period/day';

describe('tierFromName', () => {
  it.each([
    ['语音', 'audio'],
    ['语音时长', 'audio'],
    ['音频', 'audio'],
    ['Voice', 'audio'],
    ['标清 SD', 'sd'],
    ['标清视频时长', 'sd'],
    ['高清', 'hd'],
    ['高清 HD', 'hd'],
    ['HD video duration', 'hd'],
    ['ＨＤ', 'hd'],
    ['全高清', 'fhd'],
    ['超高清', 'fhd'],
    ['超清', 'fhd'],
    ['超清 HD+', 'fhd'],
    ['HD+', 'fhd'],
    ['FHD', 'fhd'],
    ['Full HD video duration', 'fhd'],
    ['FullHDH265', 'fhd'],
    ['SDH264', 'sd'],
    ['HDH264', 'hd'],
    ['2KH265', '2k'],
    ['2K+', '2k+'],
    ['2K以上', '2k+'],
    ['4K', '4k'],
    ['Class3VideoTime', 'fhd'],
    ['VideoTimeSd', 'sd'],
  ])('%s is %s', (name, tier) => {
    expect(tierFromName(name)).toBe(tier);
  });

  it.each([
    '',
    '-',
    '订阅时长',
    'TRTC - Audio and Video Call',
    '实时音视频-音视频通话',
    'Ultra HD',
    'SdkAppId',
    '12K',
  ])('%s names no tier', (name) => {
    expect(tierFromName(name)).toBeNull();
  });
});

describe('usageItem', () => {
  const names = (subProduct: string, item: string, fineItem: string, attribute = '') =>
    usageItem({ subProduct, item, fineItem, attribute });

  it.each([
    [names('实时音视频-音视频通话', '时长', '订阅时长', '超高清'), 'av.fhd'],
    [names('TRTC - Audio and Video Call', 'Duration', 'Audio duration'), 'av.audio'],
    [names('实时音视频-云端录制', '时长', '录制时长', '高清'), 'recording.output.hd'],
    [names('实时音视频', '云端录制', '单流录制', '全高清'), 'recording.single.fhd'],
    [names('实时音视频', '云端录制', '合流录制', '语音'), 'recording.mixed.audio'],
    [names('TRTC', 'On-cloud recording', 'Recording task', '2K+'), 'recording.task.2k+'],
    [names('实时音视频', '云端混流转码', 'H.265 标清'), 'transcoding.h265.sd'],
    [names('TRTC', 'MixTranscoding', 'HDH264'), 'transcoding.h264.hd'],
    [names('TRTC', 'MixTranscoding', 'Audio'), 'transcoding.audio'],
    [names('TRTC', 'Relay to CDN', 'Peak bandwidth'), 'relay.bandwidth'],
    [names('实时音视频', '监控仪表盘', '基础版'), 'dashboard.basic'],
  ])('%s', (item, expected) => {
    expect(item).toBe(expected);
  });

  it('never takes another service for basic services because of a word in its name', () => {
    expect(names('实时音视频', 'AI 服务', '语音识别')).toBeNull();
    expect(names('TRTC', 'Audio moderation', 'Audio')).toBeNull();
    expect(names('实时音视频-音视频通话', '时长', '订阅时长', '-')).toBeNull();
  });
});

describe('tierFromPixels', () => {
  it('decides by area, upper bound included', () => {
    const on = day('2023-06-01');
    expect(tierFromPixels('cn', on, 720 * 360)).toBe('av.sd');
    expect(tierFromPixels('cn', on, 640 * 480)).toBe('av.sd');
    expect(tierFromPixels('cn', on, 640 * 480 + 1)).toBe('av.hd');
    expect(tierFromPixels('cn', on, 4096 * 2176)).toBe('av.4k');
    expect(tierFromPixels('cn', on, 4096 * 2176 + 1)).toBeNull();
    expect(tierFromPixels('intl', on, 4096 * 2176)).toBeNull();
    expect(tierFromPixels('intl', on, 2 * 960 * 720)).toBe('av.fhd');
  });

  it('follows the tables of its time', () => {
    expect(tierFromPixels('cn', day('2019-11-01'), 640 * 480)).toBe('av.hd');
    expect(tierFromPixels('cn', day('2022-05-31'), 4096 * 4096)).toBe('av.fhd');
    expect(tierFromPixels('cn', day('2019-01-01'), 1)).toBeNull();
  });
});
