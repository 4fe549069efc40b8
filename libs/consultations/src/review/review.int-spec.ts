import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit } from '@isegoria/kernel';
import { actor } from '@isegoria/testing';
import { activityIn, by, drafting, startConsultations, type TestService } from '../consultations.fixture';
import { publishConsultation } from '../consultation/consultation.contract';
import { reviseDraft } from '../consultation/draft/draft.contract';
import { correctConsultation } from '../correction/correction.contract';
import { reviseDocument } from '../methods/document/revision/revision.contract';
import { correctQuestionnaire } from '../methods/survey/correction/questionnaire-correction.contract';
import { translateConsultation } from '../translation/translation.contract';
import { approveDraft, requestReview, sendDraftBack } from './review.contract';

const digits = () => randomUUID().slice(0, 8);
const phases = [{ opensAt: '2026-06-10T00:00:00Z', closesAt: '2026-06-20T00:00:00Z' }];

describe('a consultation of a unit that has a second official check what it publishes', () => {
  let service: TestService;
  const [author, colleague] = [by(actor('official')), by(actor('official'))];
  const unit = `${rootUnit}.${digits()}`;
  const below = `${unit}.${digits()}`;
  beforeAll(async () => {
    service = await startConsultations();
    for (const each of [unit, below]) await service.recordUnit(each, 'UnitMade');
    await service.setReview(unit, true);
  });
  afterAll(() => service?.stop());

  const anew = (context: typeof author) => ({ ...context, commandId: randomUUID() });
  const draft = async (of = below) => (await service.draft({}, { unit: of }, anew(author))).id;
  const ask = (consultationId: string) => service.send(requestReview.subject, { consultationId }, anew(author));
  const approve = (consultationId: string, context = colleague) => service.send(approveDraft.subject, { consultationId }, anew(context));
  const publish = (consultationId: string) => service.send(publishConsultation.subject, { consultationId, phases }, anew(author));
  const types = async (id: string) => (await service.read(`consultation-${id}`)).map(({ type }) => type);

  it('is published once somebody else approved it, by whoever wrote it too', async () => {
    const id = await draft();
    await expect(publish(id)).rejects.toMatchObject({ code: 'REVIEW_MISSING' });
    await expect(approve(id)).rejects.toMatchObject({ code: 'REVIEW_NOT_ASKED' });
    await ask(id);
    await expect(ask(id)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    await expect(publish(id)).rejects.toMatchObject({ code: 'REVIEW_MISSING' });
    await expect(approve(id, author)).rejects.toMatchObject({ code: 'OWN_DRAFT' });
    await approve(id);
    await expect(approve(id)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    await publish(id);
    expect(await types(id)).toEqual(['ConsultationDrafted', 'ReviewRequested', 'DraftApproved', 'ConsultationPublished']);
  });

  it('needs another approval once its words have changed, whoever changed them', async () => {
    const id = await draft();
    await ask(id);
    await approve(id);
    await service.send(reviseDraft.subject, { consultationId: id, ...drafting(), title: 'Trams' }, anew(colleague));
    await expect(publish(id)).rejects.toMatchObject({ code: 'REVIEW_MISSING' });
    await ask(id);
    // The colleague wrote what stands now, and the author asked for its review.
    for (const own of [colleague, author]) await expect(approve(id, own)).rejects.toMatchObject({ code: 'OWN_DRAFT' });
    await approve(id, by(actor('official')));
    await publish(id);
  });

  it('needs another approval once it is translated anew: what is published was approved in every language', async () => {
    const id = await draft();
    const translated = async (text: string) => {
      const texts = [{ of: drafting().title, text }];
      await service.send(translateConsultation.subject, { consultationId: id, language: 'fr', texts }, anew(author));
    };
    await translated('Quel tramway ?');
    await ask(id);
    await approve(id);
    await translated('Votez pour le tramway !');
    await expect(publish(id)).rejects.toMatchObject({ code: 'REVIEW_MISSING' });
    await expect(approve(id)).rejects.toMatchObject({ code: 'REVIEW_NOT_ASKED' });
    await ask(id);
    await approve(id);
    await publish(id);
    await expect(translated('Quel tramway veut-on ?')).rejects.toMatchObject({ code: 'STAYS_AS_CHECKED' });
  });

  it('opens as it was checked: its words, questions and texts are changed alone by nobody before, and in the open afterwards', async () => {
    const asked = (text: string) => ({ sections: [{ questions: [{ id: 'q1', kind: 'short-text', text, isRequired: false }] }] });
    const survey = { method: 'survey', questionnaire: asked('Which tram?') };
    const phasesOf = [{ activities: [survey, { method: 'document', document: 'Trams are free.' }] }];
    const of = async (unit: string) => (await service.draft({}, { unit, phases: phasesOf }, anew(author))).id;
    const change = (id: string) => ({
      words: () => {
        const words = { title: 'Trams for all', description: 'Other words', note: 'Slip' };
        return service.send(correctConsultation.subject, { consultationId: id, ...words }, anew(author));
      },
      questions: () => {
        const questionnaire = asked('Is the minister great?');
        const command = { activityId: activityIn(id), questionnaire, note: 'Slip' };
        return service.send(correctQuestionnaire.subject, command, anew(author));
      },
      law: () => {
        const command = { activityId: activityIn(id, 0, 1), document: 'Trams are dear.', reason: 'Slip' };
        return service.send(reviseDocument.subject, command, anew(author));
      },
    });
    const [id, unchecked] = [await of(below), await of(rootUnit)];
    await ask(id);
    await approve(id);
    await publish(id);
    await publish(unchecked);
    for (const send of Object.values(change(id))) await expect(send()).rejects.toMatchObject({ code: 'STAYS_AS_CHECKED' });
    for (const send of Object.values(change(unchecked))) await send();
    const before = service.clock.now;
    service.clock.now = new Date('2026-06-11T00:00:00Z');
    await change(id).law();
    service.clock.now = before;
  });

  it('goes back to its authors with a reason, and may be asked about again', async () => {
    const id = await draft();
    await ask(id);
    const sendBack = (context: typeof author, reason = 'An option is missing.') =>
      service.send(sendDraftBack.subject, { consultationId: id, reason }, anew(context));
    await expect(sendBack(author)).rejects.toMatchObject({ code: 'OWN_DRAFT' });
    await expect(sendBack(colleague, '')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await sendBack(colleague);
    await expect(publish(id)).rejects.toMatchObject({ code: 'REVIEW_MISSING' });
    await ask(id);
    await approve(id);
    await publish(id);
  });

  it('is checked by nobody who may not publish in the unit, and only while it is a draft', async () => {
    const id = await draft();
    await ask(id);
    await expect(approve(id, by(actor('moderator')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await approve(id);
    await publish(id);
    await expect(ask(id)).rejects.toMatchObject({ code: 'NO_DRAFT' });
    await expect(approve(id)).rejects.toMatchObject({ code: 'NO_DRAFT' });
  });

  it('is published without, where no unit above has it so any more', async () => {
    await service.setReview(below, false);
    await expect(publish(await draft())).rejects.toMatchObject({ code: 'REVIEW_MISSING' });
    await service.setReview(unit, false);
    await publish(await draft());
    await service.setReview(unit, true);
    await expect(publish(await draft())).rejects.toMatchObject({ code: 'REVIEW_MISSING' });
    const beside = await draft(rootUnit);
    await publish(beside);
    expect(await types(beside)).toEqual(['ConsultationDrafted', 'ConsultationPublished']);
  });

  it('promises an answer as its unit does, or the nearest one above it, unless the draft or an import says otherwise', async () => {
    const above = `${rootUnit}.${digits()}`;
    const unit = `${above}.${digits()}`;
    for (const one of [above, unit]) await service.recordUnit(one, 'UnitMade');
    const promised = async (fields: object) => {
      const { id } = await service.draft({}, { unit, ...fields }, anew(by(actor('administrator'))));
      return (await service.read(`consultation-${id}`))[0]!.data['answerWithinDays' as never];
    };
    expect(await promised({})).toBeUndefined();
    await service.setAnswerTerm(above, 90);
    const before = await service.draft({}, { unit }, anew(author));
    await service.setAnswerTerm(unit, 30);
    expect(await promised({})).toBe(30);
    expect((await service.read(`consultation-${before.id}`))[0]!.data).toMatchObject({ answerWithinDays: 90 });
    expect(await promised({ answerWithinDays: 7 })).toBe(7);
    for (const none of [{ answerWithinDays: null }, { externalId: randomUUID() }]) expect(await promised(none)).toBeUndefined();
    await service.setAnswerTerm(unit, null);
    expect(await promised({})).toBe(90);
  });
});
