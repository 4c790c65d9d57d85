import { parentPort, workerData } from 'node:worker_threads';
import { damageInFile } from './whole-file';

/** Looks at every page of the file named in `workerData`, on a thread of its own; see check-beside.ts. */
parentPort?.postMessage(damageInFile(String(workerData)));
