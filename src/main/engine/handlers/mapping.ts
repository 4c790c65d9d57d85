import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Handlers } from '../../../shared/contract/contract';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { mappingMethods, SavedProfileView } from '../../../shared/contract/mapping';
import type { EngineContext } from '../engine-context';
import { headerName } from '../reading/layout/header-name';
import { inspectTable } from '../import/inspect-file';
import { mappingProblem, matchMapping, profileReadAs } from '../reading/layout/mapped-columns';
import { profileFile, profilesIn } from '../reading/layout/profile-file';
import type { SavedProfile } from '../reading/layout/saved-profile';
import { removeProfile, savedProfiles, saveProfile } from '../store/imports/import-profiles';
import { recordStep } from '../store/history/record-step';

function viewOf({ id, name, version, readAs, columns, savedAt }: SavedProfile): SavedProfileView {
  return {
    id,
    name,
    version,
    readAs,
    kind: profileReadAs(readAs).kind,
    columns: columns.map(({ header, field }) => ({ header, field })),
    savedAt,
  };
}

/** Columns of unknown files: drafts of what they mean, and the mappings that were saved. */
export function mappingHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, keyof typeof mappingMethods> {
  const now = () => new Date().toISOString();
  return {
    'imports.draftMapping': async ({ table, said }) => {
      const db = session.current()?.readable ?? null;
      const saved = db ? savedProfiles(db) : [];
      return inspectTable(table, { readings: [{ ...said, table }], saved });
    },
    'imports.profiles': () => savedProfiles(session.require().readable).map(viewOf),
    'imports.saveProfile': ({ name, header, mapping }) => {
      const problem = mappingProblem(mapping);
      if (problem) throw new EngineFailure(problem);
      const { missing, fields } = matchMapping(mapping, header.map(headerName));
      const [field] = missing;
      if (field !== undefined)
        throw new EngineFailure(engineError('mapping-invalid', { field, context: 'missing' }));
      const said = new Map(
        Object.entries(mapping.columns).map(([column, one]) => [headerName(column), one]),
      );
      const columns = header.map((column, index) => ({
        header: column,
        field: fields[index] === null ? null : (said.get(headerName(column)) ?? null),
      }));
      return writing.run(async () => {
        const db = session.require().writable;
        const { saved } = await recordStep(
          db,
          () => saveProfile(db, { name, readAs: mapping.readAs, columns }, now()),
          () => ({ title: 'profile-saved', params: { name } }),
        );
        changed('imports');
        return viewOf(saved);
      });
    },
    'imports.removeProfile': ({ profileId }) =>
      writing.run(async () => {
        const { writable, readable } = session.require();
        const name = savedProfiles(readable).find(({ id }) => id === profileId)?.name;
        if (name === undefined) throw new EngineFailure(engineError('profile-missing', {}));
        await recordStep(
          writable,
          () => removeProfile(writable, profileId),
          () => ({ title: 'profile-removed', params: { name } }),
        );
        changed('imports');
        return savedProfiles(readable).map(viewOf);
      }),
    'imports.exportProfiles': async ({ path, names }) => {
      const chosen = savedProfiles(session.require().readable).filter(
        ({ name }) => names?.includes(name) ?? true,
      );
      await writeFile(resolve(path), profileFile(chosen));
      return { count: chosen.length };
    },
    'imports.importProfiles': async ({ path }) => {
      const profiles = await profilesIn(resolve(path));
      return writing.run(async () => {
        const { writable } = session.require();
        const known = await recordStep(
          writable,
          () => profiles.filter((profile) => saveProfile(writable, profile, now()).known).length,
          (among) => ({
            title: 'profiles-imported',
            params: { count: profiles.length - among },
          }),
        );
        changed('imports');
        return { added: profiles.length - known, known };
      });
    },
  };
}
