import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DamagedFolder } from '../storage/damage';
import { FORMAT, openTables } from '../storage/tables';
import { Findings, type Finding, type OperationOptions } from './finding';
import { verifyPages } from './verify-pages';
import { RecordCheck } from './verify-records';

export interface Verification {
  /** Events and streams that were looked at; 0 where the pages alone were too damaged to go on. */
  readonly events: number;
  readonly streams: number;
  /** The first thousand. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
}

/**
 * Walks a whole store: the pages of its file, every event's checksum, positions and revisions without gaps, and
 * whether log, index and heads agree. Reads only, in a snapshot, so that the store may run meanwhile.
 * @throws a sentence when there is no store, or none of this format
 */
export async function verifyFolder(folder: string, options: OperationOptions = {}): Promise<Verification> {
  const path = resolve(folder);
  if (!existsSync(join(path, 'data.mdb'))) throw new Error(`The folder ${path} holds no event store.`);
  const findings = new Findings();
  let looked = { events: 0, streams: 0 };
  try {
    await verifyPages(path, findings, options);
    // LMDB trusts its pages, so nothing is read through it unless they are sound.
    if (findings.count === 0) looked = await verifyRecords(path, findings, options);
  } catch (error) {
    if (!(error instanceof DamagedFolder)) throw error;
    findings.add({ sentence: error.message });
  }
  return { ...looked, findings: findings.kept, findingCount: findings.count };
}

async function verifyRecords(path: string, findings: Findings, options: OperationOptions): Promise<{ events: number; streams: number }> {
  const tables = openTables(path, true);
  try {
    const format: unknown = tables.settings.get('format');
    if (format !== FORMAT)
      throw new Error(`The folder ${path} holds an event store of format ${String(format)}; this version reads format ${FORMAT}.`);
    const transaction = tables.env.useReadTransaction();
    const check = new RecordCheck(tables, transaction, findings, options);
    await check.run();
    transaction.done();
    return { events: check.events, streams: check.streams };
  } finally {
    await tables.env.close();
  }
}
