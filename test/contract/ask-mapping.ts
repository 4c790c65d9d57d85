import { join } from 'node:path';
import { expect } from 'vitest';
import type { Input, MethodName, Output } from '../../src/shared/contract/contract';

type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

/** Everything about columns and profiles, of a file that is recognised anyway. */
export async function askMapping(ask: Ask, bill: string, folder: string): Promise<void> {
  const draft = await ask('imports.draftMapping', {
    table: { path: bill, fileName: null, sheet: null },
  });
  expect(draft).toMatchObject({ recognised: true, missing: [], unreadable: 0 });
  const { header, mapping } = draft;
  const saved = await ask('imports.saveProfile', { name: 'Sample', header, mapping });
  expect(saved).toMatchObject({ name: 'Sample', version: 1 });
  expect(await ask('imports.profiles', {})).toEqual([saved]);
  const path = join(folder, 'profiles.json');
  expect(await ask('imports.exportProfiles', { path })).toEqual({ count: 1 });
  expect(await ask('imports.importProfiles', { path })).toEqual({ added: 0, known: 1 });
  expect(await ask('imports.removeProfile', { profileId: saved.id })).toEqual([]);
  expect(await ask('imports.importProfiles', { path })).toEqual({ added: 1, known: 0 });
}
