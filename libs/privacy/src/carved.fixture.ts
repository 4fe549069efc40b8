import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Epoch } from './epoch';

/**
 * What is in the files of PostgreSQL, deleted or not: every file of this database, and the write-ahead log since then, once all of it is
 * on disk and vacuumed. The role must be a superuser.
 */
export async function filesOf(dataSource: DataSource, since: Date): Promise<Buffer[]> {
  for (const statement of ['VACUUM', 'CHECKPOINT']) await dataSource.query(statement);
  const files: { path: string }[] = await dataSource.query(
    `SELECT 'pg_wal/' || name AS path FROM pg_ls_waldir() WHERE modification >= $1
     UNION ALL SELECT 'base/' || oid || '/' || file FROM pg_database, pg_ls_dir('base/' || oid) AS file WHERE datname = current_database()`,
    [since],
  );
  const contents: Buffer[] = [];
  for (const { path } of files) {
    const [row] = await dataSource.query(`SELECT pg_read_binary_file($1, 0, (pg_stat_file($1, true)).size, true) AS content`, [path]);
    if (row.content) contents.push(row.content);
  }
  return contents;
}

/** Everything that is left outside PostgreSQL. */
export async function keysLeft(folder: string, keyEncryptionKey: Buffer): Promise<Epoch[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.key'));
  return Promise.all(
    files.map(async (file) => new Epoch(file.slice(0, -'.key'.length), await readFile(join(folder, file)), keyEncryptionKey)),
  );
}

/** How far behind the name of a row its sealed content may stand, in bytes. */
const farthest = 16;

/** What opens of all that was ever sealed for a row, with these keys. @param name as the files have it @param length of what was sealed */
export function carve(
  files: readonly Buffer[],
  { table, name, bytes, length }: { table: string; name: string; bytes: Buffer; length: number },
  keys: readonly Epoch[],
): Buffer[] {
  const sealedLength = length + 16 + 12 + 16;
  return files.flatMap((file) =>
    placesOf(bytes, file).flatMap((place) =>
      Array.from({ length: farthest }, (_, gap) => file.subarray(place + bytes.length + gap, place + bytes.length + gap + sealedLength))
        .filter((candidate) => candidate.length === sealedLength)
        .flatMap((candidate) => keys.flatMap((epoch) => opened(() => epoch.open({ table, name }, candidate)))),
    ),
  );
}

function placesOf(bytes: Buffer, file: Buffer): number[] {
  const places: number[] = [];
  for (let place = file.indexOf(bytes); place >= 0; place = file.indexOf(bytes, place + 1)) places.push(place);
  return places;
}

function opened(open: () => Buffer): Buffer[] {
  try {
    return [open()];
  } catch {
    return [];
  }
}
