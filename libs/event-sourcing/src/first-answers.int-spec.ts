import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Rejection, type DomainEvent } from '@isegoria/kernel';
import { commandHandler, type Answers, type CommandDelivery, type Decider, type EventStore } from './index';
import { storeWithAnswers, testAnswers, type StoreWithAnswers } from './store-with-answers.fixture';

type Chosen = DomainEvent<'Chosen', { about: string; choice: string }>;
type Choose = { about: string; choice: string; isClosed?: boolean };
type State = Readonly<Record<string, { choice: string; revision: number | undefined }>>;

/** Choices about several things; the same one again changes nothing, and the answer is about the event that recorded it. */
const choices: Decider<State, Choose, Chosen> = {
  initialState: {},
  decide({ about, choice, isClosed }, state) {
    if (isClosed) throw new Rejection('CONSULTATION_CLOSED');
    return state[about]?.choice === choice ? [] : [{ type: 'Chosen', data: { about, choice } }];
  },
  evolve: (state, { data: { about, choice } }, revision) => ({ ...state, [about]: { choice, revision } }),
  recordedAt: ({ about }, state) => state[about]?.revision,
};

describe('the answer to a command', () => {
  let part: StoreWithAnswers;
  let stream: string;
  beforeAll(async () => {
    part = await storeWithAnswers();
  });
  afterAll(() => part.stop());
  beforeEach(() => {
    stream = `choices-${randomUUID()}`;
  });

  const delivery = (request?: string, commandId = randomUUID()): CommandDelivery => ({
    commandId,
    metadata: { at: '2026-01-01T00:00:00.000Z', correlationId: randomUUID(), ...(request === undefined ? {} : { request }) },
  });
  const opened = (store: EventStore = part.open()) => {
    const handle = commandHandler(store, choices);
    return (choice: string, which: CommandDelivery, about = 'a', isClosed = false) => handle(stream, { about, choice, isClosed }, which);
  };
  const history = async () => (await part.open().readStream<Chosen>(stream)).map(({ data: { about, choice } }) => `${about}: ${choice}`);

  it('that changed nothing is given to a late retry, which changes nothing: here, elsewhere and after a restart', async () => {
    const [here, elsewhere] = [opened(), opened()];
    const same = delivery();
    const recorded = await here('agree', delivery());
    const first = await here('agree', same);
    expect(first).toEqual({ ...recorded, repeated: true, unchanged: true });
    await here('pass', delivery(), 'b');
    await elsewhere('disagree', delivery());
    for (const retry of [here, elsewhere, opened()]) expect(await retry('agree', same)).toEqual(first);
    expect(await history()).toEqual(['a: agree', 'b: pass', 'a: disagree']);
  });

  it('is given though a rule would refuse the command by now', async () => {
    const choose = opened();
    const [appended, unchanged] = [delivery(), delivery()];
    const answers = [await choose('agree', appended), await choose('agree', unchanged)];
    for (const retry of [choose, opened()]) {
      expect(await retry('agree', appended, 'a', true)).toMatchObject({ position: answers[0]!.position, events: answers[0]!.events });
      expect(await retry('agree', unchanged, 'a', true)).toEqual(answers[1]);
    }
    await expect(choose('agree', delivery(), 'a', true)).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
  });

  it('that came without a key is not remembered, since it cannot come again', async () => {
    const choose = opened();
    const once = { ...delivery(), comesOnce: true };
    await choose('agree', delivery());
    await choose('agree', once);
    await choose('disagree', delivery());
    await choose('agree', once);
    expect(await history()).toEqual(['a: agree', 'a: disagree', 'a: agree']);
  });

  it('of another request under the same id is refused, whether the first one changed something or not', async () => {
    const [here, elsewhere] = [opened(), opened()];
    const commandIds = [randomUUID(), randomUUID()] as const;
    await here('agree', delivery('agree', commandIds[0]));
    await here('agree', delivery('agree', commandIds[1]));
    await here('pass', delivery(), 'b');
    for (const choose of [here, elsewhere, opened()])
      for (const commandId of commandIds)
        await expect(choose('disagree', delivery('disagree', commandId))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await history()).toEqual(['a: agree', 'b: pass']);
  });

  it('of two requests at once under the same id is that of one of them', async () => {
    const instances = [opened(), opened(), opened()];
    const commandId = randomUUID();
    const outcomes = await Promise.allSettled(
      ['agree', 'disagree', 'pass'].map((choice, index) => instances[index]!(choice, delivery(choice, commandId))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(refused).toEqual(['IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_REUSED']);
    expect(await history()).toHaveLength(1);
  });

  it('is not kept where the stream moves on while it is: the command is decided again, once for all', async () => {
    const answers = await part.answers();
    const overtaking: Answers = {
      find: (...of) => answers.find(...of),
      withdraw: (of) => answers.withdraw(of),
      claim: (...of) => answers.claim(...of),
      async keep(...answer) {
        await opened()('disagree', delivery());
        return answers.keep(...answer);
      },
    };
    const same = delivery();
    await opened()('agree', delivery());
    const first = await opened(part.open({ answers: overtaking }))('agree', same);
    expect(first).toMatchObject({ events: [{ id: same.commandId, revision: 2 }], repeated: false });
    expect(await opened()('agree', same)).toMatchObject({ events: first.events, position: first.position });
    expect(await history()).toEqual(['a: agree', 'a: disagree', 'a: agree']);
  });

  it('costs a reading of what it is about and not of all that stands before it', async () => {
    const store = part.open();
    const choose = opened(store);
    const again = delivery();
    for (let about = 0; about < 30; about++) await choose('agree', about === 0 ? again : delivery(), String(about));
    const read = jest.spyOn(store, 'readStream');
    await choose('agree', delivery(), '0');
    await choose('agree', again, '0');
    const whole = read.mock.calls.filter(([, { count } = {}]) => count === undefined || count > 2);
    expect(whole).toEqual([]);
    read.mockRestore();
  });

  it('costs nothing beside the append for the first command of a stream', async () => {
    const query = jest.spyOn(part.dataSource, 'query');
    await opened()('agree', delivery());
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
  });

  it('is given later where the database is away: the command may be sent again, and nothing is done that is not remembered', async () => {
    const away = await testAnswers();
    const choose = opened(part.open({ answers: away.answers }));
    await choose('agree', delivery());
    await away.stop();
    for (const choice of ['agree', 'disagree']) await expect(choose(choice, delivery())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await history()).toEqual(['a: agree']);
  });

  it('is forgotten after thirty days, and not a day before', async () => {
    const answers = await part.answers();
    const [young, old] = [randomUUID(), randomUUID()];
    for (const id of [young, old]) await answers.keep(id, { position: 1 });
    const age = (id: string, days: number) =>
      part.dataSource.query(`UPDATE test_answers.answer SET kept_at = now() - make_interval(days => $2) WHERE command_id = $1`, [id, days]);
    await age(young, 29);
    await age(old, 31);
    await answers.forgetOld();
    expect([await answers.find(young, undefined), await answers.find(old, undefined)]).toEqual([{ position: 1 }, undefined]);
  });

  it('of a command whose stream follows from what it says is tied to its request before anything is appended', async () => {
    const answers = await part.answers();
    const commandId = randomUUID();
    await answers.claim(commandId, 'one');
    await answers.claim(commandId, 'one');
    await expect((await part.answers()).claim(commandId, 'other')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await answers.find(commandId, 'one')).toBeUndefined();
    expect(await answers.keep(commandId, { request: 'one', position: 3 })).toBe(true);
    expect(await answers.find(commandId, 'one')).toMatchObject({ position: 3 });
  });
});
