import type { Run } from '../../../shared/contract/audits';
import type { Transport } from '../../../shared/contract/transport';
import { alikeIssues } from '../../../shared/alike-issues';
import type { Issue } from '../../../shared/issue';
import { countText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { allPages } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import type { Terminal } from '../session/terminal';
import { oneLine } from './text-table';

/** Kinds of issues that are told; a workspace hardly ever has more. */
const KINDS = 30;

/** What the files and the computation want a person to know: errors first, then warnings, then notes. */
export async function issuesText(
  transport: Transport,
  terminal: Terminal,
  run: Run,
): Promise<string> {
  const { say, language } = terminal;
  const issues = [...run.issues, ...(await issuesOfFiles(transport))];
  if (issues.length === 0) return '';
  const order = ['error', 'warning', 'note'];
  const sorted = issues.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const kinds = alikeIssues(sorted).slice(0, KINDS);
  const lines = kinds.flatMap(({ shown, more }) => [
    ...shown.map((issue) => `  ${issueLine(issue, language)}\n`),
    ...(more.length > 0 ? [`    ${say('moreAlike', { number: countText(more.length) })}\n`] : []),
  ]);
  const said = kinds.reduce((sum, { shown, more }) => sum + shown.length + more.length, 0);
  const more = issues.length - said;
  return [
    `${say('audit/issues', { number: countText(issues.length) })}\n`,
    ...lines,
    ...(more > 0 ? [`  ${say('more', { number: countText(more) })}\n`] : []),
  ].join('');
}

/** One issue as a line: how grave, where, what. */
export function issueLine(issue: Issue, language: Terminal['language']): string {
  const { file, line } = issue.origin ?? {};
  const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
  const message = sentence(language, `issues:${issue.code}`, issue.params);
  return oneLine(`${term(language, 'severities', issue.severity)}: ${place}${message}`);
}

async function issuesOfFiles(transport: Transport): Promise<Issue[]> {
  const found: Issue[] = [];
  const imports = allPages((page) => ask(transport, 'imports.list', page));
  for await (const { id, state } of imports) {
    if (state !== 'live') continue;
    const file = { importId: id };
    const noticed = allPages((page) => ask(transport, 'imports.issues', { ...file, ...page }));
    const unread = allPages((page) => ask(transport, 'imports.quarantine', { ...file, ...page }));
    for await (const issue of noticed) found.push(issue);
    for await (const { code, params, origin } of unread)
      found.push({ severity: 'error', code, params, origin });
  }
  return found;
}
