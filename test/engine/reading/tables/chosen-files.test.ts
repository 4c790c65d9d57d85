import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenFiles } from '../../../../src/main/engine/reading/tables/chosen-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-chosen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (...names: readonly string[]) => {
  for (const name of names) writeFileSync(join(folder, name), 'x');
};

describe('chosen files', () => {
  it('are those below a folder, in the order of the numbers in their names', async () => {
    mkdirSync(join(folder, 'part 2'));
    put('part 10.csv', 'part 1.csv', '.hidden.csv', 'month.recount', join('part 2', 'a.csv'));
    const files = await chosenFiles([folder, join(folder, 'part 1.csv')]);
    expect(files.map((file) => basename(file))).toEqual(['part 1.csv', 'a.csv', 'part 10.csv']);
  });

  it('are refused, not cut off, where they are too many', async () => {
    put(...Array.from({ length: 1001 }, (_, n) => `${n}.csv`));
    await expect(chosenFiles([folder])).rejects.toMatchObject({
      error: { code: 'files-too-many', params: { count: 1001, most: 1000 } },
    });
    rmSync(join(folder, '7.csv'));
    expect(await chosenFiles([folder])).toHaveLength(1000);
  });
});
