import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCli, type BuiltCli } from '../support/built-cli';

const scenario = join(import.meta.dirname, '../scenarios/cause-old-price');

let cli: BuiltCli;
let folder = '';
let workspace = '';
const run = (...args: string[]) => cli.run([...args, '--workspace', workspace]);

beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-test-'));
  workspace = join(folder, 'books.recount');
  const files = [join(scenario, 'usage.csv'), join(scenario, 'bill.csv')];
  const { code } = await run('import', ...files, '--account', join(scenario, 'account.json'));
  expect(code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a folder that is not there yet', () => {
  it('is made for a report, with the folders above it; a second report stands beside the first', async () => {
    const reports = join(folder, 'new', 'reports');
    const key = join(folder, 'private', 'key.csv');
    for (const stem of ['recount-all', 'recount-all (2)']) {
      const withKey = stem === 'recount-all' ? ['--key', key] : [];
      const { code, stdout, stderr } = await run(
        ...['report', reports, '--format', 'json', '--masked', ...withKey],
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(join(reports, `${stem}.json`));
    }
    expect((await readdir(reports)).toSorted()).toEqual([
      'recount-all (2).json',
      'recount-all.json',
    ]);
    expect(await readFile(key, 'utf8')).toContain('pseudonym,id');
  });

  it('keeps a key file that stands there: the report is refused before it is written', async () => {
    const key = join(folder, 'kept-key.csv');
    await writeFile(key, 'the way back of an earlier report');
    const reports = join(folder, 'not-made');
    const { code, stdout, stderr } = await run('report', reports, '--masked', '--key', key);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'recount: kept-key.csv is there already and is not overwritten. Choose another name.\n',
    );
    expect(await readFile(key, 'utf8')).toBe('the way back of an earlier report');
    expect(await readdir(folder)).not.toContain('not-made');
  });

  it('is made for a dispute, packed or not', async () => {
    for (const zip of [[], ['--zip']]) {
      const letters = join(folder, `letters${zip.length}`, 'to-send');
      const { code } = await run('dispute', letters, ...zip);
      expect(code).toBe(0);
      expect(await readdir(letters)).toEqual([
        `recount-dispute-all${zip.length > 0 ? '.zip' : ''}`,
      ]);
    }
  });

  it('is made by an audit that writes its report at once', async () => {
    const reports = join(folder, 'of-an-audit', 'june');
    const { code } = await run('audit', '--report', reports);
    expect(code).toBe(1);
    expect(await readdir(reports)).toContain('recount-all.xlsx');
  });

  it('is not made when there is nothing to write into it', async () => {
    const { code, stderr } = await run('dispute', join(folder, 'none'), '--rows', 'disputed');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^recount: ./);
    expect(await readdir(folder)).not.toContain('none');
  });

  it('is refused in one line, before anything is computed, where a file stands in its way', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, 'mine');
    for (const command of [
      ['report', join(file, 'june')],
      ['dispute', file],
      ['audit', '--report', file],
      ['report', join(folder, 'unmade'), '--key', join(file, 'key.csv')],
    ]) {
      const { code, stdout, stderr } = await run(...command);
      expect({ code, stdout }, command.join(' ')).toEqual({ code: 2, stdout: '' });
      expect(stderr).toBe(`recount: A folder is needed at ${file}, and a file stands there.\n`);
    }
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect(await readdir(folder)).not.toContain('unmade');
  });
});
