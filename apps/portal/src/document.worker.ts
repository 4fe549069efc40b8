import { parentPort, workerData } from 'node:worker_threads';
import { read, type ToRead } from '@isegoria/portal-kit/reading';

/** Reads one file, and ends. */
parentPort!.postMessage(await read(workerData as ToRead));
