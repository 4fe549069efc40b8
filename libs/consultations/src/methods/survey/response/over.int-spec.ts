import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { by, startConsultations, type TestService } from '../../../consultations.fixture';
import { keepAnswers, showOwnResponse, submitResponse } from './response.contract';

let service: TestService;
beforeAll(async () => {
  service = await startConsultations();
});
afterAll(() => service.stop());

it('what is kept never stands in place of what was sent once a survey is over', async () => {
  const options = ['bus', 'tram'].map((id) => ({ id, text: id }));
  const questions = [{ id: 'how', kind: 'single', text: 'How?', isRequired: true, options }];
  const { consultationId, activityId } = await service.consultation({ method: 'survey', questionnaire: { sections: [{ questions }] } });
  const person = await service.person();
  const own = () => service.send(showOwnResponse.subject, { activityId }, by(person));
  await service.send(submitResponse.subject, { activityId, answers: { how: 'bus' } }, by(person));
  await service.send(keepAnswers.subject, { activityId, answers: { how: 'tram' } }, by(person));
  expect(await own()).toMatchObject({ answers: { how: 'tram' }, isKept: true, aside: null });
  await service.close(consultationId);
  expect(await own()).toMatchObject({ answers: { how: 'bus' }, isKept: false, aside: { how: 'tram' } });
});
