import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { open } from 'lmdb';
import { DamagedFolder } from '../storage/damage';
import { flushFolders } from '../storage/flush-folders';
import { holderOf, leaveFolder } from '../storage/folder-owner';
import { openTables } from '../storage/tables';
import { DamagedStore, Findings, type OperationOptions } from './finding';
import { verifyFolder, type Verification } from './verify';
import { verifyPages } from './verify-pages';

/**
 * Copies a store into a folder that is new or empty, while it may run and take appends: the copy is one snapshot, with everything that was
 * acknowledged before this was called. It is compact, flushed and verified before it appears under its name; an interrupted copy leaves
 * nothing there.
 * @returns what the verification of the copy saw
 * @throws DamagedStore when anything is damaged; a sentence when there is no store, or the target is in use or not empty
 */
export async function backupFolder(from: string, to: string, options: OperationOptions = {}): Promise<Verification> {
  const [source, target] = [resolve(from), resolve(to)];
  if (!existsSync(join(source, 'data.mdb'))) throw new Error(`The folder ${source} holds no event store.`);
  await refuseUnlessEmpty(target);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const made = mkdirSync(partial, { recursive: true });
  try {
    await copyInto(partial, source, options);
    const verification = await verifyFolder(partial, options);
    refuseDamage(source, verification.findingCount, verification.findings[0]?.sentence);
    rmSync(join(partial, 'lock.mdb'));
    if (existsSync(target)) rmdirSync(target);
    renameSync(partial, target);
    flushFolders(target, made === partial ? target : made);
    return verification;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * Puts a backup in a store's place, which must be new or empty. Anything appended after the backup is missing; the store goes on with the
 * position after the backup's last.
 * @returns what the verification saw
 * @throws DamagedStore when anything is damaged; a sentence when there is no backup, or the place is in use or not empty
 */
export const restoreFolder = backupFolder;

async function copyInto(partial: string, source: string, options: OperationOptions): Promise<void> {
  const findings = new Findings();
  await verifyPages(source, findings, options).catch((error: Error) => {
    throw error instanceof DamagedFolder ? new DamagedStore(error.message) : error;
  });
  refuseDamage(source, findings.count, findings.kept[0]?.sentence);
  const env = open({ path: source, readOnly: true, overlappingSync: false, noSubdir: false });
  try {
    await env.backup(partial, true);
  } finally {
    await env.close();
  }
  flushFile(join(partial, 'data.mdb'));
  const copy = openTables(partial);
  leaveFolder(copy.settings);
  await copy.env.close();
}

function refuseDamage(folder: string, count: number, first: string | undefined): void {
  if (count > 0)
    throw new DamagedStore(`Nothing was copied, since ${folder} is damaged in ${count === 1 ? 'one place' : `${count} places`}: ${first}.`);
}

async function refuseUnlessEmpty(target: string): Promise<void> {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  const holder = existsSync(join(target, 'data.mdb')) ? await holderOfFolder(target) : undefined;
  if (holder !== undefined)
    throw new Error(`The folder ${target} is in use by an event store (process ${holder}); stop that one first, and name an empty folder.`);
  throw new Error(`The folder ${target} is not empty; name a new or an empty one.`);
}

async function holderOfFolder(folder: string): Promise<number | undefined> {
  const { env, settings } = openTables(folder, true);
  const holder = holderOf(settings, folder);
  await env.close();
  return holder;
}

function flushFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
