import { importFile } from '../../src/main/engine/import/import-file';
import { openWorkspace } from '../../src/main/engine/store/workspace/workspace-file';

/** Imports a file and prints how far it is (0 to 1, then 2), so that a test can end it at a chosen moment. */
const [, , workspace = '', file = ''] = process.argv;
const open = openWorkspace(workspace, 'open');
if (!open.ok) throw new Error(open.error.code);
await importFile(open.value, file, {
  signal: new AbortController().signal,
  onProgress: (done, total) => process.stdout.write(`${done >= total ? 0.95 : done / total}\n`),
});
process.stdout.write('2\n');
setTimeout(() => open.value.close(), 10_000);
