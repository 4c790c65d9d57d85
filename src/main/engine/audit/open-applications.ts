import type { Issue } from '../../../shared/issue';
import { UNNAMED_APPLICATION } from '../../../shared/usage/unnamed-application';
import type { ReadableDb } from '../store/workspace/connection';
import { openImports } from '../store/imports/applications';

/** What an audit took for the application of usage that names none, and what it left out since nobody can tell. */
export function openApplicationIssues(db: ReadableDb): Issue[] {
  return openImports(db).map(({ app, state, fileName, rows }): Issue => {
    const origin = { file: fileName };
    if (state === 'waiting')
      return { severity: 'error', code: 'usage-waiting', params: { count: rows }, origin };
    return app === UNNAMED_APPLICATION
      ? { severity: 'warning', code: 'usage-of-no-application', params: {}, origin }
      : { severity: 'warning', code: 'usage-assumed', params: { sdkAppId: app }, origin };
  });
}
