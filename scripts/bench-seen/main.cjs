// Runs the program beside it and ends it as soon as its page has seen its first picture, which the page says itself: a
// debugger would cost time of its own, and misses the faster starts more often than the slower ones.
const { app, ipcMain } = require('electron');
const { existsSync, readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');

/** Milliseconds that a thread has had of the processor; null where the system does not say it. */
function processorTime(pid) {
  const path = `/proc/${pid}/task/${pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : null;
}

app.on('session-created', (session) => {
  const filePath = join(__dirname, 'preload.cjs');
  if (session.registerPreloadScript) session.registerPreloadScript({ type: 'frame', filePath });
  else session.setPreloads([filePath]);
});

ipcMain.on('bench:seen', (event, at) => {
  const shell = processorTime(process.pid);
  const page = processorTime(event.sender.getOSProcessId());
  const processor = shell === null || page === null ? null : shell + page;
  const clock = at - Number(process.env.RECOUNT_BENCH_BEGUN);
  writeSync(1, `\nSEEN ${JSON.stringify({ clock, processor })}\n`);
  process.kill(process.pid, 'SIGKILL');
});

require(process.env.RECOUNT_BENCH_PROGRAM);
