import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandContext } from '@isegoria/kernel';
import { actor } from '@isegoria/testing';
import { by, startConsultations, type TestService } from '../../consultations.fixture';
import { decideOnText } from '../../methods/survey/written/written-text.contract';
import type { OfficialAnswerPublished } from '../official-answer.contract';
import { idOfNamed } from '../official-answer.decider';
import { answerStatements } from './group-answer.contract';

describe('one answer to several', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startConsultations();
  });
  afterAll(() => service?.stop());

  const official = actor('official');
  const answersTo = async (id: string) =>
    (await service.read(`official-answer-${id}`)).map(({ data }) => (data as OfficialAnswerPublished['data']).text);
  const answerer = (about: object) => (more: object, context: CommandContext) =>
    service.send(answerStatements.subject, { stance: 'noted', ...about, ...more }, context);

  it('has its first answer for a late retry, also where one of them was answered so already', async () => {
    const { activityId } = await service.consultation({ statements: ['More buses', 'Free buses'] });
    const [one, other] = (await service.seeds(activityId)) as [string, string];
    const answer = answerer({ activityId });
    await answer({ statementIds: [one], text: 'Read.' }, by(official));
    const both = { statementIds: [one, other], text: 'Read.' };
    const asked = by(official, { request: 'the same for both' });
    const first = await answer(both, asked);
    await answer({ statementIds: [one], text: 'Read again.', note: 'Costs were added.' }, by(official));
    expect(await answer(both, asked)).toEqual(first);
    expect([await answersTo(one), await answersTo(other)]).toEqual([['Read.', 'Read again.'], ['Read.']]);
    await expect(answer({ ...both, text: 'Else.' }, by(official))).rejects.toMatchObject({ details: { field: 'note' } });
  });

  it('is the same group where it is given again as it stands', async () => {
    const { activityId } = await service.consultation({ statements: ['More trains', 'Free trains'] });
    const both = { statementIds: await service.seeds(activityId), text: 'Read.', themeTitle: 'Trains' };
    const answer = answerer({ activityId });
    const first = await answer(both, by(official));
    const again = by(official);
    expect(await answer(both, again)).toEqual({ ...first, unchanged: true });
    expect(await answer(both, again)).toEqual({ ...first, unchanged: true });
  });

  it('is corrected whatever a moderator decided since about a text of a survey', async () => {
    const questions = [{ id: 'why', kind: 'long-text', text: 'Why?', isRequired: false }];
    const { consultationId, activityId } = await service.consultation({ method: 'survey', questionnaire: { sections: [{ questions }] } });
    await service.close(consultationId);
    const text = 'ab'.repeat(32);
    const decide = (decision: string, stood: string, more: object = {}) =>
      service.send(decideOnText.subject, { activityId, text, decision, stood, ...more }, by(actor('moderator')));
    const answer = answerer({ activityId, texts: [text] });
    await decide('listed', 'waiting');
    await answer({ text: 'Read.' }, by(official));
    await decide('heldBack', 'listed', { reason: 'Names a person.' });
    await answer({ text: 'Read, and left out.', note: 'It named a person.' }, by(official));
    expect(await answersTo(idOfNamed(activityId, 'text', text))).toEqual(['Read.', 'Read, and left out.']);
    const never = { texts: ['cd'.repeat(32)], text: 'Read.' };
    await expect(answer(never, by(official))).rejects.toMatchObject({ code: 'NOT_FOUND', details: { field: 'texts[0]' } });
  });
});
