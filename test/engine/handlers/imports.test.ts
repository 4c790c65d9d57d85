import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

const FILES = 12;

let client: EngineClient;
beforeAll(async () => {
  client = engineClient();
  await client.ask('workspace.create', { path: null });
  const folder = temporaryFolder('kept');
  const paths = Array.from({ length: FILES }, (_, day) => {
    const path = join(folder, `${day % 2 === 0 ? 'Even' : 'odd'}-${day}.csv`);
    const date = `2023-06-${String(day + 1).padStart(2, '0')}`;
    writeFileSync(
      path,
      `日期,产品名称,SdkAppId,属性,用量单位,标准用量\n${date},实时音视频,1400000001,高清,分钟,7\n`,
    );
    return path;
  });
  await client.importFiles(paths);
});
afterAll(() => client.engine.close());

const list = (asked: object, offset = 0, limit = 1000) =>
  client.ask('imports.list', { offset, limit, ...asked });
const names = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).rows.map(({ fileName }) => fileName);

describe('the list of imports', () => {
  it('comes in pages that together are all of them, each once', async () => {
    const all = await names({});
    expect(all).toHaveLength(FILES);
    for (const newestFirst of [false, true]) {
      const paged: string[] = [];
      for (let offset = 0; offset < FILES + 5; offset += 5) {
        const page = await list({ newestFirst }, offset, 5);
        expect(page.total).toBe(FILES);
        paged.push(...page.rows.map(({ fileName }) => fileName));
      }
      expect(paged).toEqual(newestFirst ? all.toReversed() : all);
    }
  });

  it('is narrowed by a part of the name, whatever its case', async () => {
    expect(await names({ named: ' EVEN-1' })).toEqual(['Even-10.csv']);
    expect(await list({ named: 'odd' }, 2, 2)).toMatchObject({
      total: FILES / 2,
      rows: [{ fileName: 'odd-5.csv' }, { fileName: 'odd-7.csv' }],
    });
    // Nothing in it is a pattern.
    expect(await list({ named: '%' })).toEqual({ total: 0, rows: [] });
  });

  it('has those that are asked for by their ids, and no others', async () => {
    const [first, second, third] = (await list({})).rows.map(({ id }) => id);
    const ids = [third ?? 0, first ?? 0, 999_999];
    expect((await list({ ids })).rows.map(({ id }) => id)).toEqual([first, third]);
    expect(await list({ ids: [] })).toEqual({ total: 0, rows: [] });
    expect((await list({ ids: [second ?? 0], named: 'odd' })).total).toBe(1);
  });
});
