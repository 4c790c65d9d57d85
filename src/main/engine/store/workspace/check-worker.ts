import { parentPort, workerData } from 'node:worker_threads';
import type { FileQuestion } from './check-beside';
import { flawOfCopiedFile } from './copy-proof';
import { giveWay } from './give-way';
import { damageInFile } from './whole-file';

/** Looks at every page of the file that `workerData` asks about, on a thread of its own; see check-beside.ts. */
giveWay();
const { path, original } = workerData as FileQuestion;
parentPort?.postMessage(original === null ? damageInFile(path) : flawOfCopiedFile(original, path));
