import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { auditJsonSchema } from '../support/audit-json';
import { builtCli, type BuiltCli } from '../support/built-cli';
import { laterBill } from '../support/later-bill';

/**
 * Two months as a finance person lives them on the terminal, each step in a process of its own: June is imported,
 * audited, explained, decided, signed for, reported, verified on a copy and disputed; July brings the credit.
 */
const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-month');
const JUNE = ['--month', '2023-06'];
const DUPLICATE = '2023-06-24/1400123456/av.audio';

let cli: BuiltCli;
let folder = '';
const at = (...names: string[]) => join(folder, ...names);
const recount = (...args: string[]) => cli.run([...args, '--lang', 'en']);
/** A step that has to end as said, with nothing on standard error. */
async function step(code: number, ...args: string[]): Promise<string> {
  const finished = await recount(...args, '--workspace', at('month.recount'));
  expect(finished, args.join(' ')).toMatchObject({ code, stderr: '' });
  return finished.stdout;
}

beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-story-'));
  for (const name of ['reports', 'dispute', 'elsewhere']) await mkdir(at(name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a month from its files to its credit', { timeout: 180_000 }, async () => {
  const files = ['usage-2023-06.csv', 'bill-2023-06.csv'].map((name) => join(SAMPLE, name));
  const account = ['--account', join(SAMPLE, 'account.json')];
  expect(await step(0, 'import', ...files, ...account)).toContain('0 quarantined');

  const audit = auditJsonSchema.parse(JSON.parse(await step(1, 'audit', ...JUNE, '--json')));
  expect(audit.totals).toMatchObject({ difference: '165.9568', unexplained: '0' });
  expect(audit.discrepancies).toHaveLength(7);
  expect(await step(1, 'diagnose', ...JUNE)).toContain('The same line twice');
  expect(await step(0, 'explain', DUPLICATE, ...JUNE)).toContain('bill-2023-06.csv:104');

  await step(0, 'decide', 'dispute', '--all', '--note', 'ticket 4711', ...JUNE);
  await step(0, 'decide', 'accept', '--cause', 'line-missing', ...JUNE);
  await step(0, 'sign', 'prepare', '--name', 'Ann', ...JUNE);
  await step(0, 'sign', 'review', '--name', 'Bo', ...JUNE);

  const formats = ['xlsx', 'html', 'pdf', 'csv', 'focus', 'json'];
  await step(0, 'report', at('reports'), ...JUNE, '--format', ...formats);
  await step(0, 'dispute', at('dispute'), ...JUNE, '--rows', 'disputed');
  const letter = await readFile(at('dispute', 'recount-dispute-2023-06', 'letter.txt'), 'utf8');
  expect(letter).toContain('credit 173.8318 CNY');

  // Somebody else's machine: a copy of the workspace says yes to every report that can be verified.
  await cp(at('month.recount'), at('elsewhere', 'copy.recount'));
  const copy = ['--workspace', at('elsewhere', 'copy.recount')];
  for (const ending of ['xlsx', 'html', 'pdf', 'json'])
    expect(
      await recount('verify', at('reports', `recount-2023-06.${ending}`), ...copy),
      ending,
    ).toMatchObject({ code: 0, stderr: '' });

  await step(0, 'sign', 'state', ...JUNE);
  await step(0, 'credits', 'promise', '--id', DUPLICATE, ...promise);
  await step(0, 'trail', '--verify');
  const head = trailSchema.parse(JSON.parse(await step(0, 'trail', '--verify', '--json'))).head;

  await step(0, 'backup', 'make');
  const before = hashOf(await readFile(at('reports', 'recount-2023-06.json')));
  await step(0, 'decide', 'clear', '--all', ...JUNE);
  expect(await step(0, 'decisions', ...JUNE)).toBe('None.\n');
  await step(0, 'backup', 'restore');
  expect(await step(0, 'decisions', ...JUNE)).toContain('ticket 4711');
  await step(0, 'trail', '--head', head);
  expect(hashOf(await readFile(at('reports', 'recount-2023-06.json')))).toBe(before);

  // July: the bill returns the money, and names the transaction that was promised.
  await step(0, 'import', laterBill(folder, '-31.36700000', '4711'));
  expect(await step(0, 'credits')).toContain('A line with this reference and exactly this amount');
  const { credits } = creditsSchema.parse(
    JSON.parse(await step(0, 'credits', 'settle', '--id', DUPLICATE, '--json')),
  );
  expect(credits).toMatchObject([{ key: DUPLICATE, open: '0', lines: [{}] }]);
  // What was promised belongs to what was signed for, so the signatures say that it came later.
  expect(await step(1, 'sign', 'state', ...JUNE)).toContain('Promised credits have changed');

  // July brings the same mistakes again: what was decided in June is proposed, and taken over.
  await step(0, 'import', ...(await asJuly(files)));
  const july = ['--month', '2023-07'];
  expect(await step(0, 'decide', 'take', '--all', ...july)).toMatch(/^[1-9]\d* rows changed/);
  expect(await step(0, 'decisions', ...july)).toContain('as for 2023-06');
  expect(await step(0, 'compare-months', '--before', '2023-06', ...july)).toContain('2023-07');
  await step(0, 'trail', '--verify');
  expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
});

/** The sample's files with every June day in July, under names of July. */
function asJuly(paths: readonly string[]): Promise<string[]> {
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8');
      const july = at('elsewhere', basename(path).replace('2023-06', '2023-07'));
      await writeFile(july, text.replaceAll('2023-06-', '2023-07-').replaceAll('202306', '202307'));
      return july;
    }),
  );
}

const promise = [
  ...['--amount', '31.367', '--reference', '4711'],
  ...['--promised-on', '2023-07-03', '--expected-by', '2023-07-31'],
];
const trailSchema = z.object({ head: z.string() });
const creditsSchema = z.object({
  credits: z.array(z.looseObject({ key: z.string(), open: z.string() })),
});
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
