import type { Command } from 'commander';
import type { Run } from '../../../shared/contract/audits';
import {
  inferenceResultSchema,
  type EvidenceFindingRow,
  type FindingRow,
  type InferenceRow,
} from '../../../shared/contract/findings';
import type { Transport } from '../../../shared/contract/transport';
import type { Period } from '../../../shared/period/period';
import { sentence } from '../../engine/locale/sentence';
import { ask, runJob } from '../session/ask-engine';
import { hasBillLines, largestExcess, takeIn } from './audit-command';
import { addAuditOptions, auditOptionsOf, failOverOf, limitsOf } from '../options/audit-options';
import { auditRun } from '../steps/audit-run';
import { diagnoseText, exampleSentence, inferenceSentence } from '../text/diagnose-text';
import { evidenceText } from '../text/evidence-text';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { progressLine } from '../text/progress-line';
import type { Terminal } from '../session/terminal';
import { periodOf } from '../options/period-option';

/** `recount diagnose`: what is wrong with the bill as a whole, and how it was probably made. */
export function addDiagnoseCommand(program: Command, terminal: Terminal): Command {
  const { language } = terminal;
  const own = (key: string) => sentence(language, `diagnose:${key}`);
  const command = program.command('diagnose').description(own('description'));
  return addAuditOptions(command, terminal)
    .option('--json [out]', terminal.say('jsonOut'))
    .option('--sample', own('sample'));
}

/** Exits like the audit: 1 where one difference is larger than `--fail-over`. */
export async function runDiagnose(
  named: readonly string[],
  given: object,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = await auditOptionsOf(named, given);
  const period = periodOf(options);
  const threshold = failOverOf(options);
  const limits = limitsOf(options);
  return await withEngine(async (transport) => {
    await takeIn(transport, terminal, options);
    const run = await auditRun(transport, terminal, period);
    const hasBill = await hasBillLines(transport);
    const findings = await ask(transport, 'audits.findings', { runId: run.id });
    const evidence = await ask(transport, 'audits.evidence', { runId: run.id });
    const inferences = hasBill ? await inferred(transport, terminal, period) : [];
    if (options.json !== undefined)
      await putJson(
        diagnoseJson(terminal, run, { findings, evidence, inferences }),
        options.json,
        terminal,
      );
    if (options.json !== '-') {
      terminal.out(
        hasBill
          ? diagnoseText(terminal, run, findings, inferences)
          : `${sentence(terminal.language, 'diagnose:noBill')}\n`,
      );
      if (evidence.length > 0) terminal.out(`\n${evidenceText(terminal, run, evidence)}`);
    }
    if (!hasBill) return EXIT.agreed;
    return (await largestExcess(transport, run, limits)).greaterThan(threshold)
      ? EXIT.differs
      : EXIT.agreed;
  });
}

async function inferred(
  transport: Transport,
  terminal: Terminal,
  period: Period | null,
): Promise<InferenceRow[]> {
  const progress = progressLine(terminal);
  try {
    const result = await runJob(
      transport,
      () => ask(transport, 'audits.infer', { period }),
      progress.show,
    );
    return inferenceResultSchema.parse(result).inferences;
  } finally {
    progress.clear();
  }
}

interface Diagnosis {
  readonly findings: readonly FindingRow[];
  readonly evidence: readonly EvidenceFindingRow[];
  readonly inferences: readonly InferenceRow[];
}

function diagnoseJson(
  terminal: Terminal,
  run: Run,
  { findings, evidence, inferences }: Diagnosis,
): Readonly<Record<string, unknown>> {
  return {
    engine: run.engine,
    priceBook: run.priceBook,
    currency: run.currency,
    period: run.period,
    totals: run.totals,
    findings: findings.map(({ example, evidence: code, ...finding }) => ({
      ...finding,
      evidenceCode: code,
      example: example.comparisonId,
      evidence: exampleSentence(terminal, { ...finding, evidence: code, example }),
    })),
    contradictions: evidence.map(({ example, ...finding }) => ({
      ...finding,
      message: sentence(terminal.language, `issues:${example.code}`, example.params),
      ...(example.origin?.file === undefined ? {} : { file: example.origin.file }),
      ...(example.origin?.line === undefined ? {} : { line: example.origin.line }),
    })),
    inferences: inferences.map((inference) => ({
      ...inference,
      message: inferenceSentence(terminal, inference),
    })),
  };
}
