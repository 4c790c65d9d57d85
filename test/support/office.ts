import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a program is installed that a test wants beside Recount. */
export const hasProgram = (name: string) => spawnSync(name, ['--version']).error === undefined;

/** Left to itself LibreOffice shows the stored results of a workbook; 0 is "always compute". */
const ALWAYS_COMPUTE = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Opens `path` in LibreOffice, which computes every formula itself, and saves it as `format` below `folder`. */
export async function throughOffice(path: string, folder: string, format: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'recount-office-'));
  const out = await mkdtemp(join(folder, 'office-'));
  await mkdir(join(profile, 'user'));
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_COMPUTE);
  const options = ['--headless', '--convert-to', format, '--outdir', out, path];
  try {
    await run('soffice', [`-env:UserInstallation=file://${profile}`, ...options]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const [made = ''] = await readdir(out);
  return join(out, made);
}
