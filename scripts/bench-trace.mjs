// Records what Chromium does while something is done, and tells how long each task took of the processor and of the
// clock. The clock of a busy machine says how busy it was; processor time says what the program asked of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The threads on which a person waits: the page's own, and the one of the window around it. */
const THREADS = { CrRendererMain: 'page', CrBrowserMain: 'shell' };
const TASK = 'ThreadControllerImpl::RunTask';

/** What a page calls `performance.mark` with where one frame ends and the next begins. */
export const FRAME = 'recount-frame';

/**
 * @typedef {object} Task
 * @property {number} processor milliseconds of processor time
 * @property {number} clock milliseconds from its begin to its end
 * @property {number} begin milliseconds since the recording began
 *
 * @typedef {{ page: Task[], shell: Task[], frames: number[] }} Recording
 * `frames`: milliseconds of processor time of the page in each stretch from one FRAME mark to the next
 */

/**
 * Does `act` under a recording.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<void>} act
 * @returns {Promise<Recording>}
 */
export async function recorded(app, act) {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ['toplevel', 'blink.user_timing'],
      excluded_categories: ['*'],
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), 'recount-trace-'));
  try {
    await act();
    const path = await app.evaluate(
      ({ contentTracing }, file) => contentTracing.stopRecording(file),
      join(folder, 'trace.json'),
    );
    return recordingOf(JSON.parse(readFileSync(path, 'utf8')).traceEvents);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function recordingOf(events) {
  const threads = new Map(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name in THREADS)
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, THREADS[args.name]]),
  );
  const times = events.map(({ ts }) => ts).filter((ts) => ts > 0);
  const first = times.reduce((least, ts) => Math.min(least, ts), Infinity);
  const tasks = { page: [], shell: [] };
  for (const { ph, name, pid, tid, ts, dur = 0, tdur = 0 } of events) {
    const thread = threads.get(`${pid} ${tid}`);
    if (ph !== 'X' || thread === undefined || name !== TASK) continue;
    tasks[thread].push({ processor: tdur / 1000, clock: dur / 1000, begin: (ts - first) / 1000 });
  }
  const marks = events
    .filter(({ name, ts }) => name === FRAME && ts > 0)
    .map(({ ts }) => (ts - first) / 1000)
    .sort((a, b) => a - b);
  return { ...tasks, frames: framesOf(tasks.page, marks) };
}

/** A task belongs to the frame it ends in: the mark is made inside the task that draws. */
function framesOf(tasks, marks) {
  const frames = marks.slice(1).map(() => 0);
  for (const { begin, clock, processor } of tasks) {
    const frame = marks.findLastIndex((mark) => mark <= begin + clock);
    if (frame >= 0 && frame < frames.length) frames[frame] += processor;
  }
  return frames;
}
