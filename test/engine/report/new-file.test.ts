import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freeStem, writeNewFiles, type NewFile } from '../../../src/main/engine/report/new-file';
import { EngineFailure } from '../../../src/shared/contract/error';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const file = (name: string, text: string): NewFile => ({
  path: join(folder, name),
  write: (stream) =>
    new Promise((resolve) => {
      stream.end(text, () => resolve());
    }),
});

describe('new files', () => {
  it('appear whole, and nothing else stays in the folder', async () => {
    const made = await writeNewFiles(folder, [file('a.csv', 'A'), file('b.csv', 'B')]);
    expect(made).toEqual([join(folder, 'a.csv'), join(folder, 'b.csv')]);
    expect(await readdir(folder)).toEqual(['a.csv', 'b.csv']);
    expect(await readFile(join(folder, 'b.csv'), 'utf8')).toBe('B');
  });

  it('leave nothing behind when one of them fails half-way', async () => {
    const broken: NewFile = {
      path: join(folder, 'b.csv'),
      write: (stream) => {
        stream.write('half');
        return Promise.reject(new Error('stopped'));
      },
    };
    await expect(writeNewFiles(folder, [file('a.csv', 'A'), broken])).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual([]);
  });

  it('never overwrite: a name that was taken in the meantime fails and keeps the old file', async () => {
    await writeFile(join(folder, 'b.csv'), 'mine');
    await expect(writeNewFiles(folder, [file('a.csv', 'A'), file('b.csv', 'B')])).rejects.toThrow(
      'EEXIST',
    );
    expect(await readdir(folder)).toEqual(['b.csv']);
    expect(await readFile(join(folder, 'b.csv'), 'utf8')).toBe('mine');
  });

  it('take a free name for the whole set', async () => {
    await writeFile(join(folder, 'report-a.csv'), '');
    await mkdir(join(folder, 'report (2)-b.csv'));
    expect(await freeStem(folder, 'report', ['-a.csv', '-b.csv'])).toBe('report (3)');
    expect(await freeStem(folder, 'report', ['.json'])).toBe('report');
  });

  it('say that a folder is missing or is no folder', async () => {
    await writeFile(join(folder, 'x'), '');
    for (const place of ['nowhere', 'x']) {
      const failed = writeNewFiles(join(folder, place), []).catch((thrown: unknown) => thrown);
      const failure = await failed;
      expect(failure).toBeInstanceOf(EngineFailure);
      expect(failure).toMatchObject({
        error: { code: 'folder-missing', params: { path: join(folder, place) } },
      });
    }
  });

  it.skipIf(process.getuid?.() === 0)('say that a folder cannot be written', async () => {
    await chmod(folder, 0o500);
    await expect(writeNewFiles(folder, [])).rejects.toMatchObject({
      error: { code: 'folder-read-only', params: { path: folder } },
    });
  });
});
