import { Readable, pipeline, type Transform } from 'node:stream';
import { makeZip } from 'client-zip';
import type { Cells } from '../../contributions/contribution-tables.read-model';
import type { ContributedFile } from '../../contributions/contributions.read-model';

export const zipType = 'application/zip';

/**
 * Files, one after the other, and behind them their list as `index.csv`. One file is in memory at a time, and a few
 * bytes of each before it. Pictures and documents are packed already, so that nothing is packed again.
 * @param table makes the list of its rows
 */
export function zipOf(files: AsyncIterable<ContributedFile>, table: Transform, rows: AsyncIterable<Cells>): Readable {
  const lastModified = new Date();
  async function* entries() {
    for await (const { name, bytes } of files) yield { name, input: bytes, lastModified };
    // What goes wrong with the rows is thrown where the table is read.
    pipeline(Readable.from(rows), table, () => undefined);
    yield { name: 'index.csv', input: table as AsyncIterable<Buffer>, lastModified };
  }
  return Readable.fromWeb(makeZip(entries(), { buffersAreUTF8: true }) as never);
}
