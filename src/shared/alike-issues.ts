import type { Issue } from './issue';

type Named = Pick<Issue, 'severity' | 'code'>;

/** Issues that say the same of different places: the first few, and those that a list holds back until it is asked. */
export interface AlikeIssues<One extends Named = Issue> {
  readonly shown: readonly One[];
  readonly more: readonly One[];
}

const SHOWN = 3;

/**
 * Issues put together by what they say, in the order in which each is first said. One that stands in a hundred places
 * must not hide the one that stands in a single place: beyond the first few, the rest of its kind is held back. A single
 * one is not: a line that says so is no shorter.
 */
export function alikeIssues<One extends Named>(issues: readonly One[]): AlikeIssues<One>[] {
  const groups = new Map<string, One[]>();
  for (const issue of issues) {
    const kind = `${issue.severity} ${issue.code}`;
    const group = groups.get(kind);
    if (group) group.push(issue);
    else groups.set(kind, [issue]);
  }
  return [...groups.values()].map((group) => {
    const shown = group.length <= SHOWN + 1 ? group.length : SHOWN;
    return { shown: group.slice(0, shown), more: group.slice(shown) };
  });
}
