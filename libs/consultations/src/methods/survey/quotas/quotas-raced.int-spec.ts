import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Accepted } from '@isegoria/kernel';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { myBallot } from '../../../ballot/my-ballot.read-model';
import { by, startConsultations, type TestService } from '../../../consultations.fixture';
import { consultationResults } from '../../../results/results.read-model';
import { submitResponse } from '../response/response.contract';

const options = ['Bus', 'Tram'].map((text) => ({ id: text.toLowerCase(), text }));
const how = { id: 'how', kind: 'single', text: 'How?', isRequired: true, options, quotas: [{ option: 'bus', most: 10 }] };
const questionnaire = { sections: [{ questions: [how] }] };
const people = 200;

describe('a quota of ten raced by two hundred people over two instances', () => {
  let service: TestService;
  let stage: ReadModelStage;
  beforeAll(async () => {
    service = await startConsultations();
    stage = await readModelStage();
    await service.startInstance();
  }, 60_000);
  afterAll(async () => {
    await stage?.stop();
    await service?.stop();
  });

  it('counts the first ten of the log, takes and tells everybody else, and loses and doubles nobody who sends twice', async () => {
    const { consultationId, activityId } = await service.consultation({ method: 'survey', questionnaire });
    const contexts = (await Promise.all(Array.from({ length: people }, () => service.person()))).map((person) => by(person));
    // Whoever gets no answer in time sends the same once more, as browsers do.
    const send = async (context: (typeof contexts)[number]): Promise<Accepted> => {
      const sent = service.send(submitResponse.subject, { activityId, answers: { how: 'bus' } }, context);
      return sent.catch((error: { code?: string }) => (error.code === 'UNAVAILABLE' ? send(context) : Promise.reject(error)));
    };
    const [first, again] = await Promise.all([Promise.all(contexts.map(send)), Promise.all(contexts.slice(0, 50).map(send))]);
    expect(again.map(({ receipt }) => receipt)).toEqual(first.slice(0, 50).map(({ receipt }) => receipt));
    await service.close(consultationId);

    const inOrder = await Promise.all(
      contexts.map(async ({ actor }, index) => {
        const voter = await service.pseudonym(actor!, consultationId);
        const ballot = await service.read(`ballot-${activityId}-${voter}`);
        return { voter, responses: ballot.filter(({ type }) => type === 'ResponseSubmitted').length, position: first[index]!.position };
      }),
    );
    expect(inOrder.filter(({ responses }) => responses !== 1)).toEqual([]);
    inOrder.sort((one, other) => one.position - other.position);
    await stage.projected(30_000, (await service.read(`consultation-${consultationId}`)).at(-1)!.position);
    const [activity] = (await consultationResults(stage.dataSource, stage.keys, consultationId))!.activities;
    const { participants, beyondQuota, answers } = activity!;
    expect({ participants, beyondQuota, counted: answers[0]!.answered }).toEqual({ participants: people, beyondQuota: 190, counted: 10 });
    const told = await Promise.all(inOrder.map(({ voter }) => myBallot(stage.dataSource, consultationId, voter)));
    expect(told.map(({ activities }) => activities[0]!.beyondQuota === true)).toEqual(inOrder.map((_, place) => place >= 10));
  }, 120_000);
});
