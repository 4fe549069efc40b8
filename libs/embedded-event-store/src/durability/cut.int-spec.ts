import { copyFileSync, mkdtempSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acknowledgedBy, appendersOf, expectWhole, wholeLog, type Appender } from './appenders.fixture';
import { storeProgram, type StoreProgram } from './store-process.fixture';

let program: StoreProgram;
let whole: string;
let appenders: Appender[];

beforeAll(async () => {
  program = storeProgram();
  whole = join(program.folder, 'whole');
  appenders = appendersOf(8, 'x'.repeat(600));
  const store = await program.start(whole);
  const appending = appenders.map((appender) => appender.appendUntil(() => acknowledgedBy(appenders) > 300, store.client, store.gone));
  await Promise.all(appending);
  await store.kill();
});

afterAll(() => program.remove());

/** A copy of the store whose file ends after so many bytes. */
function cutAt(size: number): string {
  const folder = mkdtempSync(join(program.folder, 'cut-'));
  copyFileSync(join(whole, 'data.mdb'), join(folder, 'data.mdb'));
  truncateSync(join(folder, 'data.mdb'), size);
  return folder;
}

const sizeOfWhole = () => statSync(join(whole, 'data.mdb')).size;

describe('a data file that was cut short', () => {
  it.each([
    [
      'in the middle',
      () => Math.floor(sizeOfWhole() / 2),
      /data\.mdb is damaged: it has \d+ of \d+ bytes, so it was cut short at byte \d+: page \d+/,
    ],
    ['after its meta pages', () => 2 * 4096, /cut short at byte 8192: page \d+/],
    ['in its second meta page', () => 4096 + 60, /data\.mdb is damaged: it was cut short within its first two pages, at byte 4156/],
    ['in its first meta page', () => 60, /data\.mdb is damaged: it was cut short within its first two pages, at byte 60/],
    ['to nothing', () => 0, /data\.mdb is damaged: it is empty/],
  ])('%s is refused in a sentence', async (_, size, sentence) => {
    const started = program.start(cutAt(size()));
    await expect(started).rejects.toThrow(sentence);
    // An end by a signal would be the system's, at an access past the end.
    await expect(started).rejects.toThrow('The store ended (1) before it was ready');
  });

  it.each([1, 4096, 3 * 4096, 10 * 4096])(
    'by %d bytes is refused in a sentence, or was free there and is served as it was',
    async (missing) => {
      const started = program.start(cutAt(sizeOfWhole() - missing));
      const store = await started.catch((error: Error) => {
        expect(error.message).toMatch(
          /The store ended \(1\)[^]*data\.mdb is damaged: it has \d+ of \d+ bytes, so it was cut short at byte \d+: page \d+/,
        );
      });
      if (!store) return;
      expectWhole(await wholeLog(store.client), appenders);
      await store.stop();
    },
  );

  it('not at all is served as it was', async () => {
    const store = await program.start(cutAt(sizeOfWhole()));
    expectWhole(await wholeLog(store.client), appenders);
    await store.stop();
  });

  it('that is longer than its last page, as a transaction that was never finished leaves it, is served as it was', async () => {
    const store = await program.start(cutAt(sizeOfWhole() + 5 * 4096));
    expectWhole(await wholeLog(store.client), appenders);
    await store.stop();
  });
});
