import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acknowledgedBy, appendersOf, expectWhole, wholeLog } from './appenders.fixture';
import { storeProgram, type StoreProgram } from './store-process.fixture';

/** More of them are asked for with KILL_ROUNDS. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5);
/** After so many rounds a new folder: every round reads the whole log. */
const ROUNDS_A_FOLDER = 20;
const APPENDERS = 64;

let program: StoreProgram;

beforeAll(() => {
  program = storeProgram();
});

afterAll(() => program.remove());

describe(`kill -9 under ${APPENDERS} concurrent appenders`, () => {
  it(
    `leaves every acknowledged append there, once, whole and in order, ${ROUNDS} times`,
    async () => {
      let acknowledged = 0;
      for (let left = ROUNDS; left > 0; left -= ROUNDS_A_FOLDER) acknowledged += await killAgainAndAgain(Math.min(left, ROUNDS_A_FOLDER));
      expect(acknowledged).toBeGreaterThan(ROUNDS * 64);
    },
    60_000 + ROUNDS * 15_000,
  );
});

/** @returns how many appends were acknowledged, and are there */
async function killAgainAndAgain(rounds: number): Promise<number> {
  const folder = mkdtempSync(join(program.folder, 'store-'));
  const appenders = appendersOf(APPENDERS);
  for (let round = 0; round < rounds; round += 1) {
    const store = await program.start(folder);
    let stopped = false;
    const appending = appenders.map((appender) => appender.appendUntil(() => stopped, store.client, store.gone));
    const enough = acknowledgedBy(appenders) + 64 + Math.random() * 256;
    while (acknowledgedBy(appenders) < enough) await new Promise((done) => setTimeout(done, 5 * Math.random()));
    await store.kill();
    stopped = true;
    await Promise.all(appending);

    const after = await program.start(folder);
    expectWhole(await wholeLog(after.client), appenders);
    // Half of the stores that are read are killed as well, the other half end in peace.
    await (round % 2 ? after.stop() : after.kill());
  }
  return acknowledgedBy(appenders);
}
