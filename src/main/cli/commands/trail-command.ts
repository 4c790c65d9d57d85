import type { Command } from 'commander';
import { z } from 'zod';
import type { TrailEntry, TrailVerdict } from '../../../shared/contract/trail';
import { sha256Field } from '../../../shared/contract/decision-records';
import { sentence } from '../../engine/locale/sentence';
import { trailSentence } from '../../../shared/contract/trail-sentence';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const optionsSchema = z.object({
  workspace: z.string(),
  verify: z.boolean().default(false),
  head: z.string().optional(),
  limit: z.string().default('50'),
  offset: z.string().default('0'),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount trail`: what changed a workspace, the newest first; `--verify` walks the whole chain. */
export function addTrailCommand(program: Command, { language, say }: Terminal): Command {
  const own = (key: string) => sentence(language, `trail:${key}`);
  return program
    .command('trail')
    .description(own('description'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--verify', own('verifyOption'))
    .option('--head <sha256>', own('headOption'))
    .option('--limit <n>', own('limitOption'))
    .option('--offset <n>', own('offsetOption'))
    .option('--json [out]', say('jsonOut'));
}

/** Exits with 1 where the chain is broken. */
export async function runTrail(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const limit = wholeNumber(options.limit, 1);
  const offset = wholeNumber(options.offset, 0);
  const head = options.head?.toLowerCase();
  if (head !== undefined && !sha256Field.safeParse(head).success)
    throw new CliFailure('trail:badHead');
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    if (options.verify || head !== undefined) {
      const verdict = await ask(transport, 'trail.verify', { head });
      if (options.json !== undefined) await putJson(verdict, options.json, terminal);
      else terminal.out(`${verdictSentence(terminal, verdict)}\n`);
      return verdict.ok ? EXIT.agreed : EXIT.differs;
    }
    const page = await ask(transport, 'trail.list', { offset, limit });
    if (options.json !== undefined) await putJson(page, options.json, terminal);
    else terminal.out(trailText(terminal, page, offset));
    return EXIT.agreed;
  });
}

function wholeNumber(text: string, least: number): number {
  const value = Number(text);
  if (/^\d{1,4}$/.test(text) && value >= least) return value;
  throw new CliFailure('trail:badNumber', { value: text });
}

function verdictSentence({ language }: Terminal, { broken, entries, head }: TrailVerdict): string {
  return broken
    ? sentence(language, `trail:broken/${broken.problem}`, { seq: broken.seq })
    : sentence(language, 'trail:whole', { entries, head });
}

function trailText(
  { language }: Terminal,
  { total, rows }: { readonly total: number; readonly rows: readonly TrailEntry[] },
  offset: number,
): string {
  const own = (key: string, params = {}) => sentence(language, `trail:${key}`, params);
  if (rows.length === 0) return `${own('empty')}\n`;
  const table = textTable(
    [
      { heading: own('columns/seq'), align: 'right' },
      { heading: own('columns/at'), align: 'left' },
      { heading: own('columns/what'), align: 'left' },
      { heading: own('columns/hash'), align: 'left' },
    ],
    rows.map((entry) => [
      String(entry.seq),
      entry.at,
      trailSentence(entry, (key, params) => sentence(language, key, params)),
      entry.sha256.slice(0, 12),
    ]),
  );
  return `${table}${own('more', { from: offset + 1, to: offset + rows.length, total })}\n`;
}
