import { localTime, type LocalTime } from '../../../../shared/period/local-time';
import { toSerial } from '../../../../shared/period/day';
import type { StreamSegment } from '../../../../shared/usage/stream-seconds';
import { dayOfNumber } from '../../../../shared/period/day-number';
import type { Moment } from '../cells/cells';
import { RowCells, momentText } from '../cells/row-cells';
import { quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';

/** A received stream, or a stay in a room. What it makes count is known only with all others of its user. */
export interface SegmentRow {
  readonly sdkAppId: string;
  /** YYYYMMDD on which it begins. */
  readonly day: number;
  /** On which it ends. */
  readonly lastDay: number;
  readonly segment: StreamSegment;
}

/** A longer one is more likely a mistake: it is to be split at midnight. */
const LONGEST = 24 * 3600;
const DAY_SECONDS = 86_400;
const RESOLUTION = /^(\d{1,5})\s*[x×*]\s*(\d{1,5})$/i;
const SIDE = /^\d{1,5}$/;

const KINDS: ReadonlyMap<string, StreamSegment['kind']> = new Map([
  ...['room', 'stay', '房间', '在房', '방'].map((name) => [name, 'room'] as const),
  ...['audio', 'voice', '音频', '语音', '오디오'].map((name) => [name, 'audio'] as const),
  ...['video', 'screen', '视频', '屏幕分享', '비디오'].map((name) => [name, 'video'] as const),
]);

/** Reads rows that say which user received what, from when to when, in which size. */
export function segmentReader(
  columns: FieldColumns,
): (cells: readonly string[]) => SegmentRow | RowRefusal {
  return (cells) => {
    const row = new RowCells(columns, cells);
    const sdkAppId = row.requiredId('sdkAppId');
    const room = row.requiredId('room');
    const userId = row.text('user');
    if (userId === '') row.missing('user');
    const from = row.time('from');
    const to = row.time('to');
    if (from === null) row.missing('from');
    if (to === null) row.missing('to');
    if (row.refusal || from === null || to === null)
      return row.refusal ?? quarantined('row-missing-value');
    const length = secondOf(to) - secondOf(from);
    if (length < 0 || length > LONGEST)
      return quarantined(
        'row-unknown-segment',
        { from: row.text('from'), to: row.text('to') },
        columns.header('to'),
      );
    const picture = pictureOf(row);
    if (picture === 'bad')
      return quarantined(
        'row-unknown-picture',
        { value: row.text('resolution') || `${row.text('width')} × ${row.text('height')}` },
        columns.header(columns.index('resolution') < 0 ? 'width' : 'resolution'),
      );
    const named = row.text('kind');
    const kind =
      named === ''
        ? picture > 0
          ? 'video'
          : 'audio'
        : KINDS.get(named.normalize('NFKC').toLowerCase());
    if (kind === undefined || (kind === 'video') !== picture > 0)
      return quarantined('row-unknown-stream', { value: named }, columns.header('kind'));
    return {
      sdkAppId,
      day: from.day,
      lastDay: to.day,
      segment: { sdkAppId, room, userId, from: time(from), to: time(to), kind, area: picture },
    };
  };
}

function secondOf({ day, second }: Moment): number {
  return toSerial(dayOfNumber(day)) * DAY_SECONDS + (second ?? 0);
}

/** A day alone is its midnight. */
function time(moment: Moment): LocalTime {
  return localTime(momentText(moment));
}

/** Pixels of the received picture; 0: none. */
function pictureOf(row: RowCells): number | 'bad' {
  const text = row.text('resolution');
  const size = RESOLUTION.exec(text);
  if (text !== '' && !size) return 'bad';
  const [width, height] = size
    ? [size[1] ?? '', size[2] ?? '']
    : [row.text('width'), row.text('height')];
  if (width === '' && height === '') return 0;
  return SIDE.test(width) && SIDE.test(height) ? Number(width) * Number(height) : 'bad';
}
