import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder, inFolder } from '../../../src/main/engine/report/output-folder';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const refused = (code: string, path: string) => ({ error: { code, params: { path } } });

describe('the folder that reports are put into', () => {
  it('is made with the folders above it, and one that is there is used as it is', async () => {
    const deep = join(folder, 'reports', '2023', 'June');
    expect(await checkFolder(deep)).toBe(folder);
    expect(await readdir(folder), 'a check makes nothing').toEqual([]);
    const file = join(deep, 'a.csv');
    await inFolder(deep, () => writeFile(file, 'A'));
    await inFolder(deep, async () => {
      expect((await stat(file)).size).toBe(1);
    });
    expect(await checkFolder(deep)).toBe(deep);
  });

  it('goes again with those above it when nothing came to stand in it', async () => {
    const failing = inFolder(join(folder, 'a', 'b'), () => Promise.reject(new Error('cancelled')));
    await expect(failing).rejects.toThrow('cancelled');
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays when it was there before, or when somebody else put a file into it', async () => {
    const there = inFolder(folder, () => Promise.reject(new Error('cancelled')));
    await expect(there).rejects.toThrow('cancelled');
    const used = inFolder(join(folder, 'a', 'b'), async () => {
      await writeFile(join(folder, 'a', 'mine.txt'), '');
      throw new Error('cancelled');
    });
    await expect(used).rejects.toThrow('cancelled');
    expect(await readdir(join(folder, 'a'))).toEqual(['mine.txt']);
  });

  it('is refused where a file stands in its way, and the file is named', async () => {
    const file = join(folder, 'reports');
    await writeFile(file, 'mine');
    for (const place of [file, join(file, 'june')]) {
      await expect(checkFolder(place)).rejects.toMatchObject(refused('folder-taken', file));
      const made = inFolder(place, () => Promise.resolve());
      await expect(made).rejects.toMatchObject(refused('folder-taken', file));
    }
  });

  it('is refused where the system does not take its name, and nothing of the way is left', async () => {
    const place = join(folder, 'a', 'b'.repeat(300));
    const made = inFolder(place, () => Promise.resolve());
    await expect(made).rejects.toMatchObject(refused('folder-not-made', place));
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)(
    'is refused where the folder above cannot be written to',
    async () => {
      await chmod(folder, 0o500);
      const made = inFolder(join(folder, 'a'), () => Promise.resolve());
      await expect(made).rejects.toMatchObject(refused('folder-read-only', folder));
    },
  );
});
