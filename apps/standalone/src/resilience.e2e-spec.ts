import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, unless, type ApiProblem } from '@isegoria/api-client';
import {
  castStatementVote,
  eraseOwnAccount,
  importAccounts,
  listComments,
  listStatements,
  registerAccount,
  showResults,
  submitComment,
  type Accepted,
  type StatementView,
  type VoteChoice,
} from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { password, published } from './taking-part.fixture';

const people = 40;
const embedded = !process.env['NATS_URL'] && !process.env['DATABASE_URL'] && !process.env['EVENTSTORE_URL'];

/** The processes of one platform, by the program or part that they run. */
function processOf(platform: TestPlatform, name: string): number {
  const listing = execFileSync('ps', ['-eo', 'pid=,args=', 'e', 'ww'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const line = listing
    .split('\n')
    .find(
      (entry) =>
        entry.includes(`SERVICE_NAME=${name} `) &&
        entry.includes(`PUBLIC_URL=`) === !['event-store', 'broker'].includes(name) &&
        belongs(platform, entry),
    );
  if (!line) throw new Error(`No process of ${name} was found.`);
  return Number.parseInt(line, 10);
}

function belongs(platform: TestPlatform, entry: string): boolean {
  return (
    entry.includes(`PART_FOLDER=${platform.folder}/`) || entry.includes(`PUBLIC_URL=${platform.origin.replace('127.0.0.1', 'localhost')}`)
  );
}

describe('when parts die', () => {
  let platform: TestPlatform;
  let office: ApiClient;
  let consultationId: string;
  let activityId: string;
  let statements: readonly StatementView[];
  let accounts: readonly string[];

  beforeAll(async () => {
    platform = await startPlatform();
    office = await new ApiClient(platform.origin).signIn(platform.operator.email, platform.operator.password);
    ({ consultationId, activityId } = await published(office, { method: 'deliberation', statements: ['One', 'Two', 'Three'] }));
    statements = (await office.ask(listStatements, { activityId })).items;
    const externalIds = Array.from({ length: people }, (_, index) => `${randomUUID()} ${index}`);
    const imported = await office.do(importAccounts, { source: 'resilience', externalIds, assurance: 'attested' });
    accounts = imported.accounts.map(({ accountId }) => accountId);
  }, 120_000);
  afterAll(() => platform.stop());

  /** Casts a vote as a person would who tries again until it is acknowledged. */
  async function castUntilAcknowledged(person: number, statement: number, choice: VoteChoice, key: string): Promise<Accepted> {
    return eventually(
      () =>
        office.do(
          castStatementVote,
          { activityId, statementId: statements[statement]!.id, choice },
          { idempotencyKey: key, onBehalfOf: { accountId: accounts[person]!, originalTime: '2020-01-01T00:00:00Z' } },
        ),
      45_000,
    );
  }

  const kills = ['consultations', 'gateway', 'identity', 'projector', 'transparency-log', ...(embedded ? ['broker', 'event-store'] : [])];

  it('loses and doubles no acknowledged vote, whatever is killed meanwhile', async () => {
    let position = 0;
    const voting = (async () => {
      for (const [statement] of statements.entries()) {
        await Promise.all(
          accounts.map(async (_, person) => {
            const accepted = await castUntilAcknowledged(
              person,
              statement,
              person % 3 === 0 ? 'disagree' : 'agree',
              `vote ${person} ${statement}`,
            );
            position = Math.max(position, accepted.position);
          }),
        );
      }
    })();
    for (const name of kills) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      process.kill(processOf(platform, name), 'SIGKILL');
    }
    await voting;
    const disagreeing = accounts.filter((_, person) => person % 3 === 0).length;
    const { activities } = await eventually(() => office.as({ after: position }).ask(showResults, { consultationId }), 60_000);
    const results = activities[0]!;
    expect(results.participants).toBe(people);
    expect(results.votesCast).toBe(people * statements.length);
    for (const statement of results.statements) {
      expect([statement.agrees, statement.disagrees, statement.passes]).toEqual([people - disagreeing, disagreeing, 0]);
    }
    await eventually(async () => expect((await fetch(`${platform.origin}/health/ready`)).status).toBe(200), 30_000);
    for (const name of kills) expect(platform.output()).toContain(`${name} ended (SIGKILL) and is started again`);
  }, 180_000);

  it('finishes every erasure that was asked for, though identity is killed in the middle of them', async () => {
    const visitor = new ApiClient(platform.origin);
    const register = (email: string) => eventually(() => visitor.do(registerAccount, { email, name: 'N', password, language: 'en' }));
    const somebody = async () => {
      const email = `${randomUUID()}@example.org`;
      const { token } = await register(email);
      const api = visitor.as({ token });
      await api.do(submitComment, { consultationId, text: `of ${email}` });
      return { email, api };
    };
    const leaving = await Promise.all(Array.from({ length: 6 }, somebody));
    const comments = async () => (await visitor.ask(listComments, { consultationId })).items.map(({ text }) => text);
    await eventually(async () => expect((await comments()).filter((text) => text !== null)).toHaveLength(leaving.length));
    const erasures = leaving.map(({ api }) =>
      // A session that is over says that an earlier try was recorded.
      eventually(() => api.do(eraseOwnAccount, { password }).catch(unless('SESSION_EXPIRED')), 60_000),
    );
    for (const after of [40, 1_500]) {
      await new Promise((resolve) => setTimeout(resolve, after));
      process.kill(processOf(platform, 'identity'), 'SIGKILL');
    }
    await Promise.all(erasures);
    await eventually(async () => expect(await comments()).toEqual(leaving.map(() => null)), 90_000);
    for (const { email } of leaving) {
      await expect(
        eventually(() =>
          visitor.signIn(email, password).then(
            () => 'in',
            ({ problem }: ApiProblem) => problem.code,
          ),
        ),
      ).resolves.toBe('WRONG_CREDENTIALS');
    }
    const { account } = await register(leaving[0]!.email);
    expect(account).toMatchObject({ email: leaving[0]!.email, assurance: 'anonymous' });
  }, 180_000);

  it('has everything after Ctrl-C and the next start', async () => {
    const before = await office.ask(showResults, { consultationId });
    if (!embedded) return;
    expect(await platform.interrupt()).toBe(0);
    const again = await startPlatform({ folder: platform.folder });
    try {
      const after = await new ApiClient(again.origin).ask(showResults, { consultationId });
      expect(after.activities).toEqual(before.activities);
      expect(after.activities[0]!.participants).toBe(people);
      expect((await new ApiClient(again.origin).signIn(again.operator.email, again.operator.password)).origin).toBe(again.origin);
    } finally {
      await again.interrupt();
    }
  }, 120_000);
});
