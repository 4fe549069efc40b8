import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { Actor } from '@isegoria/kernel';
import { eventually } from '@isegoria/testing';
import { by, startConsultations, type TestService } from '../consultations.fixture';
import { castPollBallot } from '../methods/poll/poll.contract';
import { consultationResults } from '../results/results.read-model';

const opensAt = '2026-05-10T00:00:00Z';
/** The end of a day on which clocks go back in Brussels. */
const closesAt = '2026-10-25T23:00:00Z';
const justBefore = new Date(Date.parse(closesAt) - 1);
const closings = ['PhaseClosed', 'ConsultationClosed'];

describe('a closing raced by a thousand ballots over two instances', () => {
  let service: TestService;
  let stage: ReadModelStage;
  let people: Actor[];
  beforeAll(async () => {
    service = await startConsultations();
    stage = await readModelStage();
    await service.startInstance();
    people = await Promise.all(Array.from({ length: 25 }, () => service.person()));
  }, 60_000);
  afterAll(async () => {
    await stage?.stop();
    await service?.stop();
  });

  const poll = async () => {
    const { id } = await service.draft({ method: 'poll', options: ['Red', 'Green'] });
    await service.publish(id, opensAt, closesAt);
    const [activity] = (await stageView(id)).activities;
    return { id, activityId: activity!.activityId };
  };
  const stageView = async (id: string) => {
    await stage.projected(30_000, (await service.read(`consultation-${id}`)).at(-1)!.position);
    return (await consultationResults(stage.dataSource, stage.keys, id))!;
  };

  const cast = (person: Actor, activityId: string) =>
    service
      .send(castPollBallot.subject, { activityId, options: ['1'] }, by(person))
      .catch(({ code }: { code?: string }) => code ?? 'no code');

  /** Casts for people one after the other. */
  async function castInTurn(voters: readonly Actor[], activityId: string) {
    const answers: Awaited<ReturnType<typeof cast>>[] = [];
    for (const person of voters) answers.push(await cast(person, activityId));
    return answers;
  }

  /** Some have voted before the closing begins, some vote beside it, and some once it is on record. */
  async function castAll(activityId: string, closing: () => Promise<unknown>) {
    const early = await castInTurn(people.slice(0, 5), activityId);
    const beside = [1, 2, 3].map((lane) => castInTurn(people.slice(5 * lane, 5 * (lane + 1)), activityId));
    await closing();
    const answers = [...early, ...(await Promise.all(beside)).flat(), ...(await castInTurn(people.slice(20), activityId))];
    const accepted = answers.flatMap((answer) => (typeof answer === 'object' && answer ? [answer.position] : []));
    const refusals = answers.filter((answer) => typeof answer !== 'object');
    expect(new Set(refusals)).toEqual(new Set(['CONSULTATION_CLOSED']));
    return { accepted, refused: refusals.length };
  }

  /** What stands before the closing in the log is counted, what stands behind it is late, and nothing else is. */
  async function judge(id: string, { accepted, refused }: Awaited<ReturnType<typeof castAll>>) {
    const closing = (await service.read(`consultation-${id}`)).find(({ type }) => closings.includes(type))!;
    await stage.projected(30_000, Math.max(closing.position, ...accepted));
    const [activity] = (await stageView(id)).activities;
    const inTime = accepted.filter((position) => position < closing.position);
    const late = accepted.length - inTime.length;
    expect({ refused, votes: activity!.participants, late: activity!.late }).toEqual({ refused, votes: inTime.length, late });
    expect(inTime.length + late + refused).toBe(people.length);
    return { inTime: inTime.length, late, refused };
  }

  /** An official closes it while what was decided about ballots waits for the log: the first of it until the closing is there. */
  async function closedBeside(id: string) {
    let decided = () => {};
    let closed = () => {};
    const firstIsDecided = new Promise<void>((resolve) => (decided = resolve));
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    let waiting = 0;
    const again = service.delayAppends('ballot-', () => {
      decided();
      return waiting++ === 0 ? isClosed : new Promise((resolve) => setTimeout(resolve, 80 * Math.random()));
    });
    await firstIsDecided;
    await service.close(id);
    closed();
    again();
  }

  const sum = (outcomes: readonly Awaited<ReturnType<typeof judge>>[], what: 'inTime' | 'late' | 'refused') =>
    outcomes.reduce((total, outcome) => total + outcome[what], 0);

  it('counts by the log where an official closes it, however long a ballot that was decided takes to be recorded', async () => {
    service.clock.now = justBefore;
    const outcomes = [];
    for (let round = 0; round < 20; round++) {
      const { id, activityId } = await poll();
      outcomes.push(await judge(id, await castAll(activityId, () => closedBeside(id))));
    }
    expect([sum(outcomes, 'inTime') > 0, sum(outcomes, 'late') > 0, sum(outcomes, 'refused') > 0]).toEqual([true, true, true]);
  }, 120_000);

  it('counts by the log where its date comes', async () => {
    service.clock.now = justBefore;
    const polls = await Promise.all(Array.from({ length: 20 }, () => poll()));
    const onRecord = (id: string) =>
      eventually(async () => expect((await service.read(`consultation-${id}`)).at(-1)!.type).toBe('PhaseClosed'));
    let begun = 0;
    const closing = (id: string) => {
      if (++begun === polls.length) service.clock.now = new Date(closesAt);
      return onRecord(id);
    };
    const outcomes = await Promise.all(
      polls.map(async ({ id, activityId }) => judge(id, await castAll(activityId, () => closing(id)))),
    );
    expect([sum(outcomes, 'inTime') > 0, sum(outcomes, 'refused') > 0]).toEqual([true, true]);
  }, 120_000);
});
