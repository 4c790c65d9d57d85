import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { builtCli, type BuiltCli } from '../support/built-cli';
import { lateCharge, laterBill } from '../support/later-bill';

/**
 * June is audited, decided, signed for and reported; July's own bill returns money for it and leaves it as it was
 * signed; a charge for June that comes with July breaks the seal and is named, until it is taken back.
 */
const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-month');
const FILES = ['usage-2023-06.csv', 'bill-2023-06.csv'].map((name) => join(SAMPLE, name));
const JUNE = ['--month', '2023-06'];
const JULY = ['--month', '2023-07'];
const DUPLICATE = '2023-06-24/1400123456/av.audio';
const OLD_PRICE = '2023-06-22/1400777001/av.fhd';
const MISSING = '2023-06-29/1400123456/av.fhd';

let cli: BuiltCli;
let folder = '';
const at = (...names: string[]) => join(folder, ...names);
async function step(code: number, ...args: string[]): Promise<string> {
  const all = [...args, '--workspace', at('books.recount'), '--lang', 'en'];
  const finished = await cli.run(all);
  expect(finished, `${args.join(' ')}: ${finished.stdout}`).toMatchObject({ code, stderr: '' });
  return finished.stdout;
}
const differencesSchema = z.object({ discrepancies: z.array(z.object({ id: z.string() })) });
const differencesOf = async (month: readonly string[]) => {
  const text = await step(1, 'audit', ...month, '--json');
  return differencesSchema.parse(JSON.parse(text)).discrepancies.map(({ id }) => id);
};

beforeAll(async () => {
  cli = await builtCli();
  folder = await mkdtemp(join(tmpdir(), 'recount-two-months-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('June stays as it was signed while July goes on, and says what broke it', async () => {
  await step(0, 'import', ...FILES, '--account', join(SAMPLE, 'account.json'));
  expect(await differencesOf(JUNE)).toContain(MISSING);
  await step(0, 'decide', 'accept', '--id', OLD_PRICE, '--note', 'agreed', ...JUNE);
  await step(0, 'decide', 'dispute', '--id', DUPLICATE, '--note', 'ticket 4711', ...JUNE);
  const promise = ['--amount', '31.367', '--reference', '4711', '--promised-on', '2023-07-01'];
  await step(0, 'credits', 'promise', '--id', DUPLICATE, ...promise);
  await step(0, 'sign', 'prepare', '--name', 'Ann', ...JUNE);
  await step(0, 'sign', 'review', '--name', 'Bo', ...JUNE);
  await step(0, 'report', at('reports'), ...JUNE, '--format', 'xlsx', 'json');
  const reports = ['xlsx', 'json'].map((ending) => at('reports', `recount-2023-06.${ending}`));
  for (const report of reports) expect(await step(0, 'verify', report)).toContain('Yes');

  // July's own files: use, bill and the adjustment. Nothing of June moves.
  await step(0, 'import', ...(await asJuly()), laterBill(folder, '-31.36700000', '4711'));
  expect(await step(0, 'credits')).toContain('A line with this reference and exactly this amount');
  expect(await step(0, 'sign', 'state', ...JUNE)).toContain('The seal is whole');
  for (const report of reports) expect(await step(0, 'verify', report)).toContain('Yes');

  // What was decided in June is offered in July, and nothing is taken over by itself.
  expect(await step(0, 'decisions', ...JULY)).toBe('None.\n');
  expect(await step(0, 'decide', 'take', '--all', ...JULY)).toMatch(/^2 rows changed/);
  expect(await step(0, 'decisions', ...JULY)).toContain('as for 2023-06');

  // A charge for a day of June comes late: the difference is gone, and what was signed is no longer what is there.
  await step(0, 'import', lateCharge(folder));
  expect(await differencesOf(JUNE)).not.toContain(MISSING);
  expect(await step(1, 'sign', 'state', ...JUNE)).toContain('bill-2023-07-late.csv');
  for (const report of reports)
    expect(await step(1, 'verify', report)).toContain('bill-2023-07-late.csv');

  // Taken back, the month is again what was signed.
  const last = importsSchema.parse(JSON.parse(await step(0, 'imports', 'list', '--json')));
  await step(0, 'imports', 'undo', '--id', String(last.imports.at(-1)?.id ?? 0));
  await step(1, 'audit', ...JUNE);
  expect(await step(0, 'sign', 'state', ...JUNE)).toContain('The seal is whole');
  for (const report of reports) expect(await step(0, 'verify', report)).toContain('Yes');
  await step(0, 'trail', '--verify');
}, 240_000);

const importsSchema = z.object({ imports: z.array(z.object({ id: z.number() })) });

/** The sample's files with every June day in July, under names of July. */
function asJuly(): Promise<string[]> {
  return Promise.all(
    FILES.map(async (path) => {
      const text = await readFile(path, 'utf8');
      const july = at(basename(path).replace('2023-06', '2023-07-own'));
      await writeFile(july, text.replaceAll('2023-06-', '2023-07-').replaceAll('202306', '202307'));
      return july;
    }),
  );
}
