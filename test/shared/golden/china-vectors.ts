import type { Vector } from './vector';

const DAILY = { firstAppOn: '2020-09-01' };
const MONTHLY = { firstAppOn: '2019-06-03', settlement: 'monthly' };
const HALF_HOUR = [0, 30] as const;
const SD = [640, 360] as const;
const FHD = [1920, 1080] as const;

/** A sends 640 x 360, B sound only, C full HD; everyone receives everyone else. */
const MIXED_CALL = {
  A: { room: HALF_HOUR, sounds: [HALF_HOUR], pictures: [[...HALF_HOUR, ...FHD]] },
  B: {
    room: HALF_HOUR,
    pictures: [
      [...HALF_HOUR, ...SD],
      [...HALF_HOUR, ...FHD],
    ],
  },
  C: { room: HALF_HOUR, sounds: [HALF_HOUR], pictures: [[...HALF_HOUR, ...SD]] },
} as const;

/** Rulebook 9.1, as far as an example is one day of use without free or prepaid minutes. CNY. */
export const CHINA: readonly Vector[] = [
  {
    id: 'G01',
    about: 'three users, nobody receives a picture',
    account: DAILY,
    on: '2021-06-01',
    people: { A: { room: HALF_HOUR }, B: { room: HALF_HOUR }, C: { room: HALF_HOUR } },
    minutes: { 'av.audio': 90 },
    total: '0.63',
  },
  {
    id: 'G02',
    about: 'A receives full HD, B receives 640 x 360',
    account: DAILY,
    on: '2021-06-01',
    people: {
      A: { room: HALF_HOUR, pictures: [[...HALF_HOUR, ...FHD]] },
      B: { room: HALF_HOUR, pictures: [[...HALF_HOUR, ...SD]] },
    },
    minutes: { 'av.sd': 30, 'av.fhd': 30 },
    total: '3.57',
    each: { A: '3.15', B: '0.42' },
  },
  {
    id: 'G03a',
    about: 'sound beside a picture does not count (rule of the later text)',
    account: DAILY,
    on: '2021-12-01',
    people: MIXED_CALL,
    minutes: { 'av.sd': 60, 'av.fhd': 60 },
    total: '7.14',
    each: { A: '3.15', B: '3.57', C: '0.42' },
  },
  {
    id: 'G03b',
    about: 'sound beside a picture counts too (examples of the older text, policy C1)',
    account: { ...DAILY, policy: { audioBesideVideo: 'legacy-extra' } },
    on: '2021-09-01',
    people: MIXED_CALL,
    minutes: { 'av.audio': 60, 'av.sd': 60, 'av.fhd': 60 },
    total: '7.56',
    each: { A: '3.36', B: '3.57', C: '0.63' },
  },
  {
    // The document does not say which tier of picture and names no price.
    id: 'G04',
    about: '50 minutes in the room, 15 of them with a picture',
    account: DAILY,
    on: '2021-06-01',
    people: { A: { room: [0, 50], pictures: [[20, 35, ...SD]] } },
    minutes: { 'av.audio': 35, 'av.sd': 15 },
  },
  {
    id: 'G07',
    about: 'several pictures at once: each counts, in its own tier',
    account: { firstAppOn: '2020-06-01' },
    on: '2020-06-01',
    people: {
      A: {
        room: [0, 45],
        pictures: [
          [0, 30, ...SD],
          [0, 30, ...SD],
          [0, 30, ...SD],
          [30, 45, ...SD],
          [30, 45, 240, 180],
          [30, 45, 1280, 720],
        ],
      },
    },
    minutes: { 'av.sd': 120, 'av.hd': 15 },
    total: '2.1',
  },
  {
    // The document calls 960 x 720 full HD; its area (691,200) is HD, and its price (28) is that of HD.
    id: 'G10',
    about: 'two pictures of 960 x 720 for 10 and 20 hours',
    account: DAILY,
    on: '2021-12-01',
    people: {
      A: {
        room: [0, 1200],
        pictures: [
          [0, 600, 960, 720],
          [0, 1200, 960, 720],
        ],
      },
    },
    minutes: { 'av.hd': 1800 },
    total: '50.4',
  },
  {
    // The document counts one picture per receiver although each receives two: its prices are tested,
    // from its own minutes; its counting is no rule.
    id: 'G11',
    about: 'prices of 60 HD, 30 SD, 45 full HD',
    account: DAILY,
    on: '2021-08-01',
    used: { 'av.sd': 30, 'av.hd': 60, 'av.fhd': 45 },
    total: '6.825',
  },
  {
    // As G11.
    id: 'G12',
    about: 'prices of 30 HD, 30 SD, 30 full HD, 45 audio',
    account: DAILY,
    on: '2021-08-01',
    used: { 'av.audio': 45, 'av.sd': 30, 'av.hd': 30, 'av.fhd': 30 },
    total: '4.725',
  },
  {
    id: 'G13',
    about: 'rules of 2019-10: A receives B and C, both receive A',
    account: { ...MONTHLY, firstAppOn: '2019-10-11' },
    on: '2019-11-01',
    people: {
      A: {
        room: [0, 10],
        pictures: [
          [0, 10, ...SD],
          [0, 10, ...SD],
        ],
      },
      B: { room: [0, 10], pictures: [[0, 10, ...SD]] },
      C: { room: [0, 10], pictures: [[0, 10, ...SD]] },
    },
    minutes: { 'av.sd': 40 },
    total: '0.56',
  },
  {
    id: 'G17',
    about: 'before tiers: three people, 50 minutes each, with pictures or not',
    account: MONTHLY,
    on: '2019-05-01',
    people: {
      A: { room: [0, 50], pictures: [[0, 50, ...SD]] },
      B: { room: [0, 50], sounds: [[0, 50]] },
      C: { room: [0, 50] },
    },
    minutes: { 'av.audio': 150 },
    total: '3.75',
  },
  {
    id: 'G18',
    about: 'before tiers: 10, 20 and 10 minutes in one room, time alone included',
    account: MONTHLY,
    on: '2019-06-10',
    people: { A: { room: [0, 10] }, B: { room: [0, 20] }, C: { room: [5, 15] } },
    minutes: { 'av.audio': 40 },
    total: '1',
  },
  {
    id: 'G22',
    about: '720 x 360 is SD: the area decides (policy C16)',
    account: DAILY,
    on: '2021-12-01',
    people: { A: { room: [0, 10], pictures: [[0, 10, 720, 360]] } },
    minutes: { 'av.sd': 10 },
  },
];
