import type { Transport } from '../../../shared/contract/transport';
import { pagesText, rowsOf, type PagesAsked } from '../options/pages-option';
import { ask } from '../session/ask-engine';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import { issueLine } from '../text/issues-text';
import { oneLine } from '../text/text-table';

/** What is to be said of some imports, as far as it is asked for: errors, warnings and notes in the order of the file. */
export async function putIssues(
  transport: Transport,
  {
    id,
    json,
    ...pages
  }: PagesAsked & { readonly id: readonly number[]; readonly json?: string | true | undefined },
  terminal: Terminal,
): Promise<void> {
  const found = [];
  for (const importId of id) {
    const one = { offset: 0, limit: 1, ids: [importId] };
    const { rows: named } = await ask(transport, 'imports.list', one);
    const { total, rows } = await rowsOf(pages, (page) =>
      ask(transport, 'imports.issues', { importId, ...page }),
    );
    found.push({ importId, fileName: named[0]?.fileName ?? null, total, issues: rows });
  }
  if (json !== undefined) {
    await putJson({ imports: found }, json, terminal);
    return;
  }
  const { language, out } = terminal;
  for (const { importId, fileName, total, issues } of found) {
    out(`${oneLine(`${importId}  ${fileName ?? '–'}`)}\n`);
    for (const issue of issues) out(`  ${issueLine(issue, language)}\n`);
    out(`  ${pagesText({ total, rows: issues }, pages, language)}`);
  }
}
