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

  /** Casts for everybody, spread over a stretch of time. @returns where ballots were accepted, and how many were refused */
  async function castAll(activityId: string, within: number) {
    const answers = await Promise.all(
      people.map(async (person, index) => {
        await new Promise((resolve) => setTimeout(resolve, (within * index) / people.length));
        const command = { activityId, options: [String(1 + (index % 2))] };
        return service.send(castPollBallot.subject, command, by(person)).catch((error: { code?: string }) => error.code);
      }),
    );
    const accepted = answers.flatMap((answer) => (typeof answer === 'object' && answer ? [answer.position] : []));
    expect(answers.filter((answer) => typeof answer !== 'object').every((code) => code === 'CONSULTATION_CLOSED')).toBe(true);
    return { accepted, refused: answers.length - accepted.length };
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
  const sum = (outcomes: readonly Awaited<ReturnType<typeof judge>>[], what: 'inTime' | 'late' | 'refused') =>
    outcomes.reduce((total, outcome) => total + outcome[what], 0);

  it('counts by the log where an official closes it, however long a ballot that was decided takes to be recorded', async () => {
    service.clock.now = justBefore;
    const outcomes = [];
    const again = service.delayAppends('ballot-', () => 80 * Math.random());
    for (let round = 0; round < 20; round++) {
      const { id, activityId } = await poll();
      const cast = castAll(activityId, 250);
      await new Promise((resolve) => setTimeout(resolve, 60));
      await service.close(id);
      outcomes.push(await judge(id, await cast));
    }
    again();
    expect([sum(outcomes, 'inTime') > 0, sum(outcomes, 'late') > 0, sum(outcomes, 'refused') > 0]).toEqual([true, true, true]);
  }, 120_000);

  it('counts by the log where its date comes', async () => {
    service.clock.now = justBefore;
    const polls = await Promise.all(Array.from({ length: 20 }, () => poll()));
    const cast = polls.map(({ activityId }) => castAll(activityId, 1_000));
    await new Promise((resolve) => setTimeout(resolve, 500));
    service.clock.now = new Date(closesAt);
    await eventually(async () => {
      for (const { id } of polls) expect((await service.read(`consultation-${id}`)).at(-1)!.type).toBe('PhaseClosed');
    });
    const outcomes = await Promise.all(polls.map(async ({ id }, index) => judge(id, await cast[index]!)));
    expect([sum(outcomes, 'inTime') > 0, sum(outcomes, 'refused') > 0]).toEqual([true, true]);
  }, 120_000);
});
