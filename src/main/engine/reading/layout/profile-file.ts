import { readFile, stat } from 'node:fs/promises';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import { profileFileSchema, type ProfileFile } from '../../../../shared/contract/mapping';
import { mappingProblem } from './mapped-columns';
import { mappingOf, type SavedProfile } from './saved-profile';

/** A file of profiles is small; more than this is something else. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Saved profiles as a file that another workspace takes in. */
export function profileFile(saved: readonly SavedProfile[]): string {
  const file: ProfileFile = {
    recountProfiles: 1,
    profiles: saved
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version - b.version)
      .map(({ name, version, readAs, columns }) => ({
        name,
        version,
        readAs,
        columns: columns.map(({ header, field }) => ({ header, field })),
      })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The profiles in a file, the older versions first. Throws EngineFailure where it holds anything else. */
export async function profilesIn(path: string): Promise<ProfileFile['profiles']> {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  const invalid = (detail: string) =>
    new EngineFailure(engineError('profile-file-invalid', { file }, detail));
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new EngineFailure(engineError('file-missing', { file: path }));
  if (found.size > MOST_BYTES) throw invalid('too big');
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    throw invalid(String(thrown));
  }
  const parsed = profileFileSchema.safeParse(json);
  if (!parsed.success) throw invalid(parsed.error.message);
  for (const profile of parsed.data.profiles) {
    const problem = problemOf(profile);
    if (problem !== null) throw invalid(problem);
  }
  return parsed.data.profiles.toSorted((a, b) => a.version - b.version);
}

/** What is wrong with a profile whatever file it is for; null: nothing. */
function problemOf(profile: ProfileFile['profiles'][number]): string | null {
  const fields = profile.columns.flatMap(({ field }) => field ?? []);
  if (new Set(fields).size !== fields.length) return `${profile.name}: a field twice`;
  const problem = mappingProblem(mappingOf({ ...profile, id: 0, fingerprint: '', savedAt: '' }));
  return problem && `${profile.name}: ${JSON.stringify(problem.params)}`;
}
