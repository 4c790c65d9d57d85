import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeIssues } from '../../src/shared/alike-issues';
import type { Issue } from '../../src/shared/issue';

const of = (code: string, times: number): Issue[] =>
  Array.from({ length: times }, (_, line) => ({ severity: 'warning', code, params: { line } }));

describe('issues that say the same of many places', () => {
  it('are told by the first three, behind which the single ones are not lost', () => {
    const groups = alikeIssues([...of('differs', 100), ...of('blank', 1)]);
    expect(groups.map(({ shown, more }) => [shown[0]?.code, shown.length, more.length])).toEqual([
      ['differs', 3, 97],
      ['blank', 1, 0],
    ]);
  });

  it('hold nothing back where a line that says so would be no shorter', () => {
    expect(alikeIssues(of('differs', 4))).toEqual([{ shown: of('differs', 4), more: [] }]);
  });

  it('are all there, each once, in their order', () => {
    const issue = fc.record({
      severity: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
      code: fc.constantFrom('a', 'b', 'c'),
      line: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 60 }), (issues) => {
        const groups = alikeIssues(issues);
        const all = groups.flatMap(({ shown, more }) => [...shown, ...more]);
        expect(new Set(all)).toEqual(new Set(issues));
        expect(all).toHaveLength(issues.length);
        for (const { shown, more } of groups) {
          const [first] = shown;
          const kind = issues.filter(
            ({ severity, code }) => severity === first?.severity && code === first.code,
          );
          expect([...shown, ...more]).toEqual(kind);
        }
      }),
    );
  });
});
