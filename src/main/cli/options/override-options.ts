import type { Command } from 'commander';
import { z } from 'zod';
import { importOverrideSchema, type ImportOverride } from '../../../shared/contract/imports';
import { CliFailure } from '../session/cli-failure';
import type { Terminal } from '../session/terminal';

/** `--app` and `--service` as the command line gives them: they hold for every file that says nothing. */
export const overrideOptionsSchema = z.object({
  app: z.string().optional(),
  service: z.string().optional(),
});

export function addOverrideOptions(command: Command, { say }: Terminal): Command {
  return command
    .option('--app <id>', say('override/application'))
    .option('--service <name>', say('override/service'));
}

export function overrideOf({
  app,
  service,
}: z.infer<typeof overrideOptionsSchema>): ImportOverride {
  const { shape } = importOverrideSchema;
  const application = shape.sdkAppId.safeParse(app);
  if (!application.success) throw new CliFailure('override/badApp', { value: app ?? '' });
  const named = shape.service.safeParse(service);
  if (!named.success) throw new CliFailure('override/badService', { value: service ?? '' });
  return {
    ...(application.data !== undefined && { sdkAppId: application.data }),
    ...(named.data !== undefined && { service: named.data }),
  };
}
