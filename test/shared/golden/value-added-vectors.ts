import type { Vector } from './vector';

const CN = { firstAppOn: '2021-03-01' };
const INTL = { site: 'intl', firstAppOn: '2021-01-01' };
const THREE_FILES = {
  'recording.output.audio': 10,
  'recording.output.sd': 10,
  'recording.output.hd': 10,
} as const;
const THREE_OUTPUTS = {
  'transcoding.audio': 100,
  'transcoding.h264.sd': 100,
  'transcoding.h264.fhd': 100,
} as const;

/** Rulebook 9.3, as far as it is priced per minute. */
export const VALUE_ADDED: readonly Vector[] = [
  {
    id: 'G50',
    about: 'ten minutes of audio, 640 x 360 and 1280 x 720 in three files',
    account: CN,
    on: '2021-12-01',
    used: THREE_FILES,
    total: '0.245',
  },
  {
    id: 'G51',
    about: 'the same in one file of 1280 x 720',
    account: CN,
    on: '2021-12-01',
    used: { 'recording.output.hd': 10 },
    total: '0.14',
  },
  {
    id: 'G52',
    about: 'two users with sound only, mixed: one audio duration',
    account: CN,
    on: '2022-09-01',
    used: { 'recording.mixed.audio': 10 },
    total: '0.09',
  },
  {
    // The text before 2021-07-21 said 10.11: it priced 640 x 360 as HD.
    id: 'G54',
    about: '100 minutes each of 1920 x 1080, 640 x 360 and audio',
    account: CN,
    on: '2021-12-01',
    used: THREE_OUTPUTS,
    total: '8.46',
  },
  {
    id: 'G55',
    about: 'two inputs of HD for 1,000 minutes, one output: the output counts',
    account: CN,
    on: '2022-05-31',
    used: { 'transcoding.h264.hd': 1000 },
    total: '32.5',
  },
  {
    // Printed: 2.16, later 1.44; both price 640 x 360 as HD. By the document's own tiers it is SD.
    id: 'G57',
    about: '100 minutes each of 1920 x 1080, 640 x 360 and audio, international',
    account: INTL,
    on: '2021-03-01',
    used: THREE_OUTPUTS,
    total: '1.207471',
  },
  {
    id: 'G58 (three files)',
    about: 'the files of G50, international',
    account: INTL,
    on: '2021-03-01',
    used: THREE_FILES,
    total: '0.03479',
  },
  {
    id: 'G58 (one file)',
    about: 'the file of G51, international',
    account: INTL,
    on: '2021-03-01',
    used: { 'recording.output.hd': 10 },
    total: '0.0199',
  },
  {
    // The 30 minutes in which the anchor is alone and relayed without mixing are free: no usage.
    id: 'G60',
    about: 'a lone audio anchor for 30 minutes, then two anchors mixed for 30',
    account: INTL,
    on: '2022-07-01',
    used: { 'transcoding.audio': 30 },
    total: '0.0597',
  },
  {
    id: 'G63',
    about: 'transcoding of 2019: H.264 720P 60 minutes, H.265 480P 30 minutes',
    account: { firstAppOn: '2019-01-01' },
    on: '2019-06-01',
    used: { 'transcoding.h264.hd': 60, 'transcoding.h265.sd': 30 },
    total: '4.35',
  },
];
