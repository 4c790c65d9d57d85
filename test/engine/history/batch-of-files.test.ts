import { expect, it } from 'vitest';
import { importEach } from '../../../src/main/engine/import/import-each';
import { moveOnce } from '../../../src/main/engine/store/history/history-moves';
import { startRecording, stopRecording } from '../../../src/main/engine/store/history/recording';
import { atomically } from '../../../src/main/engine/store/workspace/atomically';
import { onlyTurns } from '../../../src/main/engine/store/workspace/pause';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { fileWith, imported, newWorkspace } from '../workspace';
import { dump, laterThatCount, lastImport } from './workspace-dump';

const HEADER = '日期,产品名称,SdkAppId,属性,用量单位,标准用量';
const row = (day: number, minutes: number) =>
  `2023-06-${String(day).padStart(2, '0')},实时音视频,1400000001,高清,分钟,${minutes}`;
const fileOf = (...rows: readonly string[]) => fileWith(`${[HEADER, ...rows].join('\n')}\n`);
const control = { signal: new AbortController().signal, progress: () => undefined };

/** What recordings have on the connection that writes. */
const onConnection = (open: OpenWorkspace) =>
  open.writable
    .prepare<{ name: string }>('SELECT name FROM sqlite_temp_schema')
    .all()
    .map(({ name }) => name);

it('a batch of files that change each other is undone as a whole, and leaves nothing on the connection', async () => {
  const open = newWorkspace();
  await imported(open, fileOf(row(1, 10), row(2, 20)));
  const last = lastImport(open.readable);
  const before = dump(open.readable, last);
  const files = [
    fileOf(row(1, 10), row(3, 30)),
    fileWith('nothing that can be read\n'),
    fileOf(row(3, 30), row(4, 40)),
    fileOf(row(1, 10), row(2, 20), row(4, 40), row(5, 50)),
  ];
  const outcomes = await importEach(open, files, control, { phase: 'importing', replace: true });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'imported',
    'failed',
    'imported',
    'imported',
  ]);
  expect(onConnection(open)).toEqual([]);
  const after = dump(open.readable, lastImport(open.readable));
  expect(after).not.toBe(before);
  const move = (direction: 'undo' | 'redo') =>
    atomically(open.writable, () => moveOnce(open.writable, direction, onlyTurns));
  expect(await move('undo')).toMatchObject({ rows: true });
  expect(dump(open.readable, last)).toBe(before);
  expect(laterThatCount(open.readable, last)).toBe(0);
  await move('redo');
  expect(dump(open.readable, lastImport(open.readable))).toBe(after);
});

it('between two recordings nothing is recorded, and one that is rolled back leaves nothing to the next', async () => {
  const open = newWorkspace();
  const { id } = await imported(open, fileOf(row(1, 10)));
  const db = open.writable;
  const state = (to: 'live' | 'undone') => db.prepare('UPDATE imports SET state = ?').run(to);
  const sizes = async (ownFrom: number | null, work: () => void) => {
    db.exec('BEGIN');
    const recording = startRecording(db, ownFrom);
    work();
    const pieces = await recording.end(onlyTurns);
    db.exec('COMMIT');
    return pieces.map(({ size }) => size);
  };
  expect(await sizes(id + 1, () => state('undone'))).toEqual([1]);
  // The triggers are there still: what is done now is nobody's step.
  expect(onConnection(open)).toContain('record_imports_update');
  state('live');
  db.exec('BEGIN');
  startRecording(db, id + 1);
  state('undone');
  db.exec('ROLLBACK');
  expect(await sizes(id + 1, () => undefined)).toEqual([]);
  // Its own rows are new, and not recorded; of another act all are.
  expect(await sizes(id, () => state('undone'))).toEqual([]);
  expect(await sizes(null, () => state('live'))).toEqual([1]);
  expect(onConnection(open)).toEqual([]);
  stopRecording(db);
});
