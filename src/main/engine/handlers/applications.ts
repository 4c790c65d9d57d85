import type { applicationMethods } from '../../../shared/contract/applications';
import type { Handlers } from '../../../shared/contract/contract';
import type { EngineContext } from '../engine-context';
import { knownApplications } from '../known-applications';

export function applicationHandlers({
  session,
}: EngineContext): Pick<Handlers, keyof typeof applicationMethods> {
  return {
    'imports.applications': () => {
      const db = session.current()?.readable ?? null;
      return db === null ? [] : knownApplications(db);
    },
  };
}
