import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { eraseAccount, importAccounts, showResults } from '@isegoria/contracts';
import { startPlatform, type TestPlatform } from '@isegoria/testing';
import type { Conversation } from './conversation';
import { importConversation } from './import-conversation';

const at = '2015-08-30T12:00:00.000Z';
const progress = { total: () => undefined, done: () => undefined };

describe('importing a conversation again after people in it were erased', () => {
  let platform: TestPlatform;
  let office: ApiClient;
  beforeAll(async () => {
    platform = await startPlatform();
    office = await new ApiClient(platform.origin).signIn(platform.operator.email, platform.operator.password);
  }, 120_000);
  afterAll(() => platform?.stop());

  const conversation = (name: string): Conversation => ({
    name,
    topic: 'T',
    description: 'D',
    url: 'https://example.org',
    statements: [
      { id: '0', author: 'a', at, text: 'Of a', moderation: 'accepted' },
      { id: '1', author: 'b', at, text: 'Of b', moderation: 'accepted' },
    ],
    votes: (['a', 'b', 'c'] as const).flatMap((voter, row) =>
      ['0', '1'].map((statement, column) => ({ statement, voter, at, choice: 'agree' as const, line: row * 2 + column + 2 })),
    ),
    broken: [],
  });
  const importing = (imported: Conversation) => importConversation(office, imported, { rate: Infinity, keepOpen: true, progress });
  async function erase({ name }: Conversation, person: string): Promise<void> {
    const { accounts } = await office.do(importAccounts, { source: `polis/${name}`, externalIds: [person] });
    await office.do(eraseAccount, { accountId: accounts[0]!.accountId, reason: 'Asked for' });
  }
  /** Statements of several authors are sent at once: only their numbers tell which is the first. */
  async function standing({ consultationId, position }: { consultationId: string; position: number }) {
    const { activities } = await office.as({ after: position }).ask(showResults, { consultationId });
    const inOrder = activities[0]!.statements.toSorted((one, other) => Number(one.externalId) - Number(other.externalId));
    return inOrder.map(({ text, agrees }) => [text, agrees]);
  }

  it('adds nothing, leaves out what is theirs, and keeps every count', async () => {
    const whole = conversation(randomUUID());
    expect(await standing(await importing(whole))).toEqual([
      ['Of a', 3],
      ['Of b', 3],
    ]);
    await erase(whole, 'a');
    const again = await importing(whole);
    expect(again.leftOut).toBe(3);
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
  }, 60_000);
});
