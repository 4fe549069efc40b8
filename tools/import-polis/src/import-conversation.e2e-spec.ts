import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { eraseAccount, importAccounts } from '@isegoria/contracts';
import { startPlatform, type TestPlatform } from '@isegoria/testing';
import type { Conversation, Vote } from './conversation';
import { importConversation, type ImportOutcome } from './import-conversation';
import { countedStatements, differingResults } from './tallies';

const at = '2015-08-30T12:00:00.000Z';
const time = Date.parse(at);
const progress = { total: () => undefined, done: () => undefined };

let platform: TestPlatform;
let office: ApiClient;
let folder: string;
beforeAll(async () => {
  platform = await startPlatform();
  office = await new ApiClient(platform.origin).signIn(platform.operator.email, platform.operator.password);
  folder = mkdtempSync(join(tmpdir(), 'isegoria-import-'));
}, 120_000);
afterAll(async () => {
  await platform?.stop();
  rmSync(folder, { recursive: true });
});

const statement = (id: string, author: string) =>
  ({ id, author, at, text: `Of ${author}`, moderation: 'accepted', line: Number(id) + 2 }) as const;
const asImported = (name: string) => ({ rate: Infinity, keepOpen: true, language: 'en', progressFile: join(folder, name), progress });

describe('an import that is killed', () => {
  const people = ['a', 'b', 'c', 'd', 'e'];
  /** Everybody says the same twice and then changes their mind, back and forth, on three statements. */
  const votes: Vote[] = ['agree', 'agree', 'disagree', 'disagree', 'agree', 'agree', 'pass'].flatMap((choice, round) =>
    people.flatMap((voter, person) =>
      ['0', '1', '2'].map((on, column) => ({
        statement: on,
        voter,
        time: time + round,
        choice: choice as Vote['choice'],
        line: 2 + (round * 5 + person) * 3 + column,
      })),
    ),
  );
  const conversation = (): Conversation => ({
    name: `${randomUUID()} مدينة`,
    topic: 'T',
    description: 'D',
    url: 'https://example.org',
    statements: [statement('0', 'a'), statement('1', 'b'), statement('2', 'c')],
    votes,
    votesDigest: 'the same',
    broken: [],
  });

  /** Imports until so many contributions were accepted, counting them. */
  async function importing(imported: Conversation, file: string, killedAfter = Infinity) {
    let sent = 0;
    const killing = {
      total: () => undefined,
      done: (count = 1) => {
        if (count === 1) sent += 1;
        if (sent > killedAfter) throw new Error('Killed');
      },
    };
    const unlessKilled = (error: Error): undefined => {
      if (error.message !== 'Killed') throw error;
    };
    const outcome = await importConversation(office, imported, { ...asImported(file), progress: killing }).catch(unlessKilled);
    return { sent, outcome };
  }
  const resultsOf = ({ consultationId, position }: ImportOutcome) => countedStatements(office.as({ after: position }), consultationId);

  it('has the tallies of the source once it is resumed, wherever it was killed, whether or not it knows how far it was', async () => {
    for (const [killedAfter, file] of [
      [10, 'again'],
      [71, 'again'],
      [105, 'again'],
      [105, 'other'],
    ] as const) {
      const imported = conversation();
      await importing(imported, 'again', killedAfter);
      const { outcome } = await importing(imported, file);
      expect(differingResults(imported, [], await resultsOf(outcome!))).toEqual([]);
      rmSync(join(folder, 'again'), { force: true });
    }
  }, 120_000);

  it('goes on where it was', async () => {
    const imported = conversation();
    const killed = await importing(imported, 'where', 80);
    expect(existsSync(join(folder, 'where'))).toBe(true);
    const resumed = await importing(imported, 'where');
    // The three statements are counted again; of the votes, those that were under way.
    expect(killed.sent + resumed.sent).toBeLessThan(3 + votes.length + 3 + 2 * 48);
    expect(resumed.sent).toBeLessThan(votes.length);
    expect(existsSync(join(folder, 'where'))).toBe(false);
  }, 60_000);

  it('is told apart by the statements whose results are others', async () => {
    const imported = conversation();
    const { outcome } = await importing(imported, 'told');
    const other = { ...imported, votes: votes.map((vote) => (vote.statement === '1' ? { ...vote, choice: 'pass' as const } : vote)) };
    const changed = { votes: [...other.votes, { statement: '2', voter: 'a', time: time + 9, choice: 'agree' as const, line: 999 }] };
    expect(differingResults(changed, [], await resultsOf(outcome!))).toEqual([
      'statement 2: 1 agree, 0 disagree, 4 pass at the source, 0 agree, 0 disagree, 5 pass on the dashboard',
    ]);
  }, 60_000);
});

describe('importing a conversation again after people in it were erased', () => {
  const conversation = (name: string): Conversation => ({
    name,
    topic: 'T',
    description: 'D',
    url: 'https://example.org',
    statements: [statement('0', 'a'), statement('1', 'b')],
    votes: (['a', 'b', 'c'] as const).flatMap((voter, row) =>
      ['0', '1'].map((on, column) => ({ statement: on, voter, time, choice: 'agree' as const, line: row * 2 + column + 2 })),
    ),
    votesDigest: '',
    broken: [],
  });
  const importing = (imported: Conversation) => importConversation(office, imported, asImported(imported.name));
  async function erase({ name }: Conversation, person: string): Promise<void> {
    const { accounts } = await office.do(importAccounts, { source: `polis/${name}`, externalIds: [person] });
    await office.do(eraseAccount, { accountId: accounts[0]!.accountId, reason: 'Asked for' });
  }
  /** Statements of several authors are sent at once: only their numbers tell which is the first. */
  async function standing({ consultationId, position }: { consultationId: string; position: number }) {
    const statements = await countedStatements(office.as({ after: position }), consultationId);
    const inOrder = statements.toSorted((one, other) => Number(one.externalId) - Number(other.externalId));
    return inOrder.map(({ text, agrees }) => [text, agrees]);
  }

  const differences = async (imported: Conversation, { consultationId, position, votesLeftOut }: ImportOutcome) =>
    differingResults(imported, votesLeftOut, await countedStatements(office.as({ after: position }), consultationId));

  it('adds nothing, leaves out what is theirs, and keeps every count', async () => {
    const whole = conversation(randomUUID());
    expect(await standing(await importing(whole))).toEqual([
      ['Of a', 3],
      ['Of b', 3],
    ]);
    await erase(whole, 'a');
    const again = await importing(whole);
    expect(again.leftOut).toBe(2);
    expect(await differences(whole, again)).toEqual([]);
    expect(await standing(again)).toEqual([
      [null, 3],
      ['Of b', 3],
    ]);
  }, 60_000);

  it('leaves out votes on a statement that was never imported, because its author had been erased', async () => {
    const whole = conversation(randomUUID());
    await erase(whole, 'a');
    const outcome = await importing(whole);
    expect(outcome.leftOut).toBe(1 + 3 + 1);
    expect(await standing(outcome)).toEqual([['Of b', 2]]);
    expect(await differences(whole, outcome)).toEqual([]);
  }, 60_000);
});
