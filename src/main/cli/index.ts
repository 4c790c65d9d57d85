import { Command, CommanderError } from 'commander';
import { languageField } from '../../shared/contract/fields';
import { sentence } from '../engine/locale/sentence';
import { ENGINE_VERSION } from '../engine/version';
import { addAuditCommand, runAudit } from './audit-command';
import {
  addBackupCommand,
  addBackupList,
  addBackupMake,
  addBackupRestore,
  addBackupSalvage,
  runBackupList,
  runBackupMake,
  runBackupRestore,
  runBackupSalvage,
} from './backup-command';
import { CliFailure, failureLine } from './cli-failure';
import { addCoverageCommand, runCoverage } from './coverage-command';
import { addDiagnoseCommand, runDiagnose } from './diagnose-command';
import { addCompareMonthsCommand, runCompareMonths } from './compare-months-command';
import { addCreditsCommand, runCredits } from './credits-command';
import {
  addDecideCommand,
  addDecisionsCommand,
  runDecide,
  runDecisions,
} from './decisions-command';
import { addDisputeCommand, runDispute } from './dispute-command';
import { addDoctorCommand, runDoctor } from './doctor-command';
import {
  addEstimateCalls,
  addEstimateCommand,
  addEstimateLive,
  runEstimateCalls,
  runEstimateLive,
} from './estimate-command';
import { addEstimatePackages, runEstimatePackages } from './estimate-packages-command';
import { addEstimateRefund, runEstimateRefund } from './estimate-refund-command';
import { EXIT, type ExitCode } from './exit-code';
import { addHistoryCommand, runHistory } from './history-command';
import { addExplainCommand, runExplain } from './explain-command';
import { addImportCommand, runImport } from './import-command';
import { addItemRulesCommand, runItemRules } from './item-rules-command';
import { chooseLanguage } from './language';
import { addMatchesCommand, runMatches } from './matches-command';
import { addPackagesCommand, runPackages } from './packages-command';
import { addPoliciesCommand, runPolicies } from './policies-command';
import { addPricesCommand, runPrices } from './prices-command';
import {
  addQuarantineCommand,
  addQuarantineDismiss,
  addQuarantineFix,
  addQuarantineList,
  addQuarantineReopen,
  runQuarantineDismiss,
  runQuarantineFix,
  runQuarantineList,
  runQuarantineReopen,
} from './quarantine-command';
import { addReportCommand, runReport } from './report-command';
import { addRestatementsCommand, runRestatements } from './restatements-command';
import { addSignCommand, runSign } from './sign-command';
import { oneLine } from './text-table';
import { processTerminal, type Terminal } from './terminal';
import { addTrailCommand, runTrail } from './trail-command';
import { addUsageCommand, runUsage } from './usage-command';
import { addVerifyCommand, runVerify } from './verify-command';

/** Builds the command line, carries out one command and answers its exit code. */
async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal(chooseLanguage(args, process.env));
  let exitCode: ExitCode = EXIT.agreed;
  const program = new Command('recount')
    .description(terminal.say('description'))
    .version(ENGINE_VERSION, '-V, --version', terminal.say('version'))
    .helpOption('-h, --help', terminal.say('help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });

  const finish = async (work: Promise<ExitCode>) => {
    exitCode = await work;
  };
  addAuditCommand(program, terminal).action((options) => finish(runAudit(options, terminal)));
  addDiagnoseCommand(program, terminal).action((options) => finish(runDiagnose(options, terminal)));
  addExplainCommand(program, terminal).action((which: string, options) =>
    finish(runExplain(which, options, terminal)),
  );
  addImportCommand(program, terminal).action((files: string[], options) =>
    finish(runImport(files, options, terminal)),
  );
  addCoverageCommand(program, terminal).action((options) => finish(runCoverage(options, terminal)));
  addRestatementsCommand(program, terminal).action((options) =>
    finish(runRestatements(options, terminal)),
  );
  const quarantine = addQuarantineCommand(program, terminal);
  addQuarantineList(quarantine, terminal).action((options) =>
    finish(runQuarantineList(options, terminal)),
  );
  addQuarantineFix(quarantine, terminal).action((row: string, options) =>
    finish(runQuarantineFix(row, options, terminal)),
  );
  addQuarantineDismiss(quarantine, terminal).action((rows: string[], options) =>
    finish(runQuarantineDismiss(rows, options, terminal)),
  );
  addQuarantineReopen(quarantine, terminal).action((rows: string[], options) =>
    finish(runQuarantineReopen(rows, options, terminal)),
  );
  addItemRulesCommand(program, terminal).action((options) =>
    finish(runItemRules(options, terminal)),
  );
  addDisputeCommand(program, terminal).action((folder: string, options) =>
    finish(runDispute(folder, options, terminal)),
  );
  addReportCommand(program, terminal).action((folder: string, options) =>
    finish(runReport(folder, options, terminal)),
  );
  addVerifyCommand(program, terminal).action((file: string, options) =>
    finish(runVerify(file, options, terminal)),
  );
  addUsageCommand(program, terminal).action((options) => finish(runUsage(options, terminal)));
  addPackagesCommand(program, terminal).action((options) => finish(runPackages(options, terminal)));
  addPricesCommand(program, terminal).action((options) => finish(runPrices(options, terminal)));
  addPoliciesCommand(program, terminal).action((options) => finish(runPolicies(options, terminal)));
  addDecisionsCommand(program, terminal).action((options) =>
    finish(runDecisions(options, terminal)),
  );
  addDecideCommand(program, terminal).action((act: string, options) =>
    finish(runDecide(act, options, terminal)),
  );
  addHistoryCommand(program, terminal).action((options) => finish(runHistory(options, terminal)));
  addCreditsCommand(program, terminal).action((options) => finish(runCredits(options, terminal)));
  addMatchesCommand(program, terminal).action((act: string, options) =>
    finish(runMatches(act, options, terminal)),
  );
  addSignCommand(program, terminal).action((act: string, options) =>
    finish(runSign(act, options, terminal)),
  );
  addTrailCommand(program, terminal).action((options) => finish(runTrail(options, terminal)));
  addCompareMonthsCommand(program, terminal).action((options) =>
    finish(runCompareMonths(options, terminal)),
  );
  const estimates = addEstimateCommand(program, terminal);
  addEstimateCalls(estimates, terminal).action((options) =>
    finish(runEstimateCalls(options, terminal)),
  );
  addEstimateLive(estimates, terminal).action((options) =>
    finish(runEstimateLive(options, terminal)),
  );
  addEstimatePackages(estimates, terminal).action((options) =>
    finish(runEstimatePackages(options, terminal)),
  );
  addEstimateRefund(estimates, terminal).action((options) =>
    finish(runEstimateRefund(options, terminal)),
  );
  addDoctorCommand(program, terminal).action((folder: string | undefined) =>
    finish(runDoctor(folder, terminal)),
  );
  const backups = addBackupCommand(program, terminal);
  addBackupMake(backups, terminal).action((options) => finish(runBackupMake(options, terminal)));
  addBackupList(backups, terminal).action((options) => finish(runBackupList(options, terminal)));
  addBackupRestore(backups, terminal).action((backup: string | undefined, options) =>
    finish(runBackupRestore(backup, options, terminal)),
  );
  addBackupSalvage(backups, terminal).action((options) =>
    finish(runBackupSalvage(options, terminal)),
  );
  for (const command of program.commands.flatMap((each) => [each, ...each.commands]))
    command
      .option('--lang <language>', terminal.say('lang'), knownLanguage)
      .helpOption('-h, --help', terminal.say('help'));

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    return sayFailure(thrown, terminal, program);
  }
}

function knownLanguage(value: string): string {
  if (!languageField.safeParse(value).success) throw new CliFailure('badLanguage', { value });
  return value;
}

/** One clear line on standard error; a bug is told whole, it is for those who can mend it. */
function sayFailure(thrown: unknown, terminal: Terminal, program: Command): ExitCode {
  if (thrown instanceof CommanderError) {
    if (thrown.exitCode === 0) return EXIT.agreed;
    if (thrown.code === 'commander.help') {
      terminal.err(program.helpInformation());
      return EXIT.failed;
    }
  }
  const line =
    thrown instanceof CommanderError
      ? commandLineFailure(thrown, terminal)
      : failureLine(thrown, terminal.language);
  if (line !== null) terminal.err(`recount: ${oneLine(line)}\n`);
  else {
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    terminal.err(`recount: ${terminal.say('bug')}\n${detail}\n`);
  }
  return EXIT.failed;
}

/** The parser speaks English only; its codes and the name it quotes are said in the user's language. */
function commandLineFailure(
  { code, message }: CommanderError,
  { language, say }: Terminal,
): string {
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  const known = [
    'commander.unknownOption',
    'commander.unknownCommand',
    'commander.missingArgument',
    'commander.missingMandatoryOptionValue',
    'commander.optionMissingArgument',
    'commander.excessArguments',
    'commander.invalidArgument',
  ];
  if (!known.includes(code)) return message;
  const key = code.slice('commander.'.length);
  return `${sentence(language, `cli:commandLine/${key}`, { name })} ${say('seeHelp')}`;
}

// A reader such as `head` may close the pipe early: the rest is then not wanted, and that is no failure.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
  if (failure.code !== 'EPIPE') throw failure;
});

// The exit code is set, not forced: what was written to a pipe must get through first.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
