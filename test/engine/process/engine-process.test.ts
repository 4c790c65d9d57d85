import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engineClient } from '../../support/engine-client';
import { buildEngine, forkEngine } from '../../support/forked-engine';

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache');
let built = '';
let entry = '';
const folder = mkdtempSync(join(tmpdir(), 'recount-process-'));

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  built = mkdtempSync(join(CACHE, 'test-engine-'));
  entry = await buildEngine(built);
}, 120_000);
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Enough rows that an import is still under way when its first progress is heard. */
function largeUsageFile(): string {
  const path = join(folder, 'large.csv');
  const header =
    '日期,UIN,产品名称,子产品名称,计费项,计费细项,用量开始时间,用量结束时间,SdkAppId,属性,用量单位,标准用量,抵扣用量,抵扣余量';
  const pad = (value: number) => String(value).padStart(2, '0');
  const rows = Array.from({ length: 150_000 }, (_, index) => {
    const date = `2023-06-${pad((index % 30) + 1)}`;
    return `${date},100012345678,实时音视频,实时音视频-音视频通话,时长,订阅时长,${date} 00:00:00,${date} 23:59:59,${String(1_400_000_000 + index)},高清,分钟,7,0,7`;
  });
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  return path;
}

const workspaceAnswer = z.object({ ok: z.literal(true), value: z.object({ path: z.string() }) });

describe('the engine process', () => {
  it('answers requests and sends events over its channel, and ignores what is neither', async () => {
    const engine = forkEngine(entry);
    engine.post({ type: 'nonsense' });
    engine.post({ type: 'request', id: 'text', method: 'engine.about', input: {} });
    expect(await engine.ask('engine.about', {})).toMatchObject({
      ok: true,
      value: { engine: '0.1.0', priceBooks: [{}, {}] },
    });
    expect(await engine.ask('engine.unknown', {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    const sample = z
      .object({
        value: z.object({ paths: z.array(z.string()), workspace: z.object({ path: z.string() }) }),
      })
      .parse(await engine.ask('workspace.openSample', {}));
    await engine.ask('imports.start', { paths: sample.value.paths });
    expect(await engine.event('jobs.finished')).toMatchObject({
      result: [{ outcome: 'imported' }, { outcome: 'imported' }],
    });
    // The shell is gone: the engine ends by itself and takes its temporary workspace with it.
    engine.child.disconnect();
    expect(await engine.exited).toEqual([0, null]);
    expect(existsSync(dirname(sample.value.workspace.path))).toBe(false);
  });

  it('that is killed in the middle of an import leaves the workspace as it was', async () => {
    const path = join(folder, 'crash.recount');
    const large = largeUsageFile();
    const small = join(import.meta.dirname, '../../scenarios/clean-daily-month/usage.csv');
    const engine = forkEngine(entry);
    workspaceAnswer.parse(await engine.ask('workspace.create', { path }));
    await engine.ask('imports.start', { paths: [small] });
    await engine.event('jobs.finished');
    engine.heard.splice(0);
    await engine.ask('imports.start', { paths: [large] });
    for (let done = 0; done === 0;) {
      const progress = z.object({ done: z.number() }).parse(await engine.event('jobs.progressed'));
      done = progress.done;
      engine.heard.splice(0);
    }
    engine.child.kill('SIGKILL');
    expect(await engine.exited).toEqual([null, 'SIGKILL']);

    const next = engineClient();
    await next.ask('workspace.open', { path });
    expect(await next.imports()).toMatchObject([{ rows: 6, state: 'live' }]);
    expect(await next.ask('audits.months', {})).toMatchObject([{ usageRows: 6 }]);
    expect(await next.importFiles([large])).toMatchObject([
      { outcome: 'imported', summary: { rows: 150_000, accepted: 150_000 } },
    ]);
    await next.engine.close();
  });
});
