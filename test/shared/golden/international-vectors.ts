import type { Vector } from './vector';

/** IN-1: a first app before 2021-10-27. IN-2 and IN-3: from that day on. */
const OLD = { site: 'intl', firstAppOn: '2021-01-01' };
const YOUNG = { site: 'intl', firstAppOn: '2021-11-01' };
const HALF_HOUR = [0, 30] as const;
const HOUR = [0, 60] as const;
const SD = [640, 360] as const;
const FHD = [1920, 1080] as const;

const CAMERA_A = [...HOUR, 960, 720] as const;
const SCREEN_A = [...HOUR, ...FHD] as const;
const CAMERA = [...HOUR, 640, 480] as const;
const SEES_A_AND_ONE = { room: HOUR, pictures: [CAMERA_A, SCREEN_A, CAMERA] };
const SEES_ALL = { room: HOUR, pictures: [CAMERA_A, SCREEN_A, CAMERA, CAMERA] };

/** A with camera and screen, B and C with cameras, an audience of two. */
const LESSON = {
  A: { room: HOUR, pictures: [CAMERA, CAMERA] },
  B: SEES_A_AND_ONE,
  C: SEES_A_AND_ONE,
  D: SEES_ALL,
  E: SEES_ALL,
};

/** Rulebook 9.2, as far as an example is one day of use without free or prepaid minutes. USD. */
export const INTERNATIONAL: readonly Vector[] = [
  {
    id: 'G30',
    about: 'three users, nobody receives a picture',
    account: OLD,
    on: '2021-06-01',
    people: { A: { room: HALF_HOUR }, B: { room: HALF_HOUR }, C: { room: HALF_HOUR } },
    minutes: { 'av.audio': 90 },
    total: '0.0891',
  },
  {
    id: 'G31',
    about: 'the call of G03b: sound beside a picture counts by the older examples (policy C1)',
    account: { ...OLD, policy: { audioBesideVideo: 'legacy-extra' } },
    on: '2021-06-01',
    people: {
      A: { room: HALF_HOUR, sounds: [HALF_HOUR], pictures: [[...HALF_HOUR, ...FHD]] },
      B: {
        room: HALF_HOUR,
        pictures: [
          [...HALF_HOUR, ...SD],
          [...HALF_HOUR, ...FHD],
        ],
      },
      C: { room: HALF_HOUR, sounds: [HALF_HOUR], pictures: [[...HALF_HOUR, ...SD]] },
    },
    minutes: { 'av.audio': 60, 'av.sd': 60, 'av.fhd': 60 },
    total: '1.0782',
    each: { A: '0.4794', B: '0.5094', C: '0.0894' },
  },
  {
    // The rulebook has the minutes of this example, not its streams.
    id: 'G32',
    about: 'a tutoring lesson: 60 SD and 30 HD',
    account: OLD,
    on: '2021-06-01',
    used: { 'av.sd': 60, 'av.hd': 30 },
    total: '0.2391',
  },
  {
    // Printed: 0.2394 + 13.44 = 13.68. 240 minutes at 14.99 per 1,000 are 3.5976: in all 3.837.
    id: 'G34',
    about: 'a lesson of five by sums of areas: HD 60, full HD 240',
    account: YOUNG,
    on: '2022-01-10',
    people: LESSON,
    minutes: { 'av.hd': 60, 'av.fhd': 240 },
    total: '3.837',
  },
  {
    id: 'G35',
    about: 'the same lesson with one listener, by the tiers of 2022-05-18',
    account: YOUNG,
    on: '2022-06-10',
    people: { ...LESSON, F: { room: HOUR } },
    minutes: { 'av.audio': 60, 'av.hd': 60, 'av.2k': 240 },
    total: '4.1364',
  },
  {
    id: 'G37',
    about: 'two pictures of 960 x 720 are one duration of full HD',
    account: YOUNG,
    on: '2022-06-10',
    people: { A: { room: HOUR, pictures: [CAMERA_A, CAMERA_A] } },
    minutes: { 'av.fhd': 60 },
  },
];
