import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@isegoria/kernel';
import { actor, actorIn } from '@isegoria/testing';
import { activityIn, by, drafting as draftOf, startConsultations, type TestService } from '../consultations.fixture';
import { rootOf } from '../activity/activity.decider';
import { addCategory, withdrawCategory } from '../category/category.contract';
import { setCategories } from '../category/chosen/chosen.contract';
import { discardDraft, reviseDraft } from './draft/draft.contract';
import { publishOutcome } from '../outcome/outcome.contract';
import { answerStatements } from '../official-answer/group/group-answer.contract';
import { publishOfficialAnswer, type OfficialAnswerPublished } from '../official-answer/official-answer.contract';
import { idOfNamed } from '../official-answer/official-answer.decider';
import { decideOnText } from '../methods/survey/written/written-text.contract';
import { translateConsultation } from '../translation/translation.contract';
import { closeConsultation, draftConsultation, publishConsultation } from './consultation.contract';

const noon = new Date('2026-05-15T12:00:00.000Z');

describe('consultations over the bus', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startConsultations();
  });
  afterAll(() => service?.stop());

  const official = actor('official');
  const statements = ['More buses', 'Free buses'];
  const drafting = draftOf({ statements });
  const polling = { method: 'poll', options: ['Red', 'Blue'] };
  const typesOf = async (stream: string) => (await service.read(stream)).map(({ type }) => type);
  const history = (id: string) => typesOf(`consultation-${id}`);

  it('takes a consultation from draft to its outcome', async () => {
    const { id } = await service.draft(polling);
    await service.publish(id);
    await service.close(id);
    const outcome = { consultationId: id, youSaid: 'Red', weDid: 'Painted' };
    const first = await service.send(publishOutcome.subject, outcome, by(official));
    const changed = { ...outcome, weDid: 'Painted twice', note: 'Rain.' };
    const revised = await service.send(publishOutcome.subject, changed, by(actor('administrator')));
    expect(await history(id)).toEqual([
      'ConsultationDrafted',
      'ConsultationPublished',
      'PhaseOpened',
      'ConsultationClosed',
      'OutcomePublished',
      'OutcomePublished',
    ]);
    expect(first.id).toBe(id);
    expect(revised.position).toBeGreaterThan(first.position);
    const [drafted] = await service.read(`consultation-${id}`);
    const phaseId = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(drafted!.data).toMatchObject({ unit: 'root', phases: [{ phaseId, title: null }] });
    const activity = await service.read(`activity-${activityIn(id)}`);
    const options = [
      { id: '1', text: 'Red' },
      { id: '2', text: 'Blue' },
    ];
    expect(activity).toMatchObject([
      { type: 'ActivityDrafted', data: { consultationId: id, phaseId, settings: { multiple: false, options, ties: 'lot' } } },
    ]);
    expect(drafted!.metadata.at).toBe(noon.toISOString());
  });

  it('is about topics and areas that are offered, in its draft and later', async () => {
    const [office, administrator] = [by(official), actor('administrator')];
    const anew = (context: typeof office) => ({ ...context, commandId: randomUUID() });
    const add = (above: string, who = by(administrator)) => service.send(addCategory.subject, { above, names: { en: 'Water' } }, who);
    const context = by(administrator);
    const [first, again] = await Promise.all([add('topic', context), add('topic', context)]);
    expect(again).toEqual(first);
    const [topic, { id: town }] = [first!.id, await add((await add('area')).id)] as const;
    await expect(add('area.00000000')).rejects.toMatchObject({ code: 'CATEGORY_NOT_FOUND', details: { field: 'above' } });
    await expect(add('area', by(actorIn('root.aaaaaaaa', 'administrator')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    const draft = (categories: string[]) => service.draft(polling, { categories }, anew(office));
    await expect(draft(['topic.00000000'])).rejects.toMatchObject({ code: 'CATEGORY_NOT_FOUND', details: { field: 'categories[0]' } });
    for (const wrong of [['root.00000000'], [topic, topic]])
      await expect(draft(wrong)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    const { id } = await draft([topic, town]);
    expect((await service.read(`consultation-${id}`))[0]!.data).toMatchObject({ categories: [town, topic] });
    const set = (categories: string[], who = office) =>
      service.send(setCategories.subject, { consultationId: id, categories }, anew(who));
    await expect(set([topic])).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    await service.publish(id);
    await service.send(withdrawCategory.subject, { category: topic, reason: 'Merged' }, by(administrator));
    await expect(draft([topic])).rejects.toMatchObject({ code: 'CATEGORY_WITHDRAWN' });
    await set([topic, town]);
    await set([topic]);
    await expect(set([town], by(actorIn('root.aaaaaaaa', 'official')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await set([]);
    await expect(set([topic])).rejects.toMatchObject({ code: 'CATEGORY_WITHDRAWN' });
    const choices = (await service.read(`consultation-${id}`)).filter(({ type }) => type === 'CategoriesSet');
    expect(choices.map(({ data }) => (data as { categories: unknown }).categories)).toEqual([[topic], []]);
  });

  it('keeps the translation of what people answer to, by whatever method, and in the edition that was published', async () => {
    const { phases: _, ...words } = drafting;
    const { id: consultationId } = await service.draft(polling);
    const scale = { style: 'likert', from: 1, to: 2, toLabel: 'Calm' };
    const calm = { id: 'calm', kind: 'scale', text: 'How calm?', isRequired: false, scale };
    const survey = { method: 'survey', questionnaire: { sections: [{ questions: [calm] }] } };
    const activities = [{ method: 'deliberation', statements }, { method: 'motion', title: 'Ban cars' }, polling, survey];
    await service.send(reviseDraft.subject, { ...words, consultationId, phases: [{ activities }] }, by(official));
    const answered = ['More buses', 'Free buses', 'Ban cars', 'Red', 'Blue', 'How calm?', 'Calm'];
    const translate = (said: Readonly<Record<string, string>>) => {
      const texts = Object.entries(said).map(([of, text]) => ({ of, text }));
      return service.send(translateConsultation.subject, { consultationId, language: 'fr', texts }, by(official));
    };
    const standing = Object.fromEntries([...answered, drafting.title].map((of) => [of, `fr ${of}`]));
    await expect(translate({ 'More buses': 'Bus', 'Free buses': 'bus' })).rejects.toMatchObject({ code: 'TRANSLATION_ALIKE' });
    await translate(standing);
    await translate({ ...standing, Red: 'Rouge' });
    await translate(standing);
    await service.publish(consultationId);
    await translate({ ...standing, [drafting.title]: 'Autre titre' });
    for (const of of answered)
      await expect(translate({ ...standing, [of]: 'Autre' })).rejects.toMatchObject({
        code: 'TRANSLATION_STANDS',
        details: { field: `texts[${answered.indexOf(of)}].text` },
      });
    await service.close(consultationId);
    await expect(translate({})).rejects.toMatchObject({ code: 'TRANSLATION_STANDS', details: { field: 'texts' } });
  });

  it('drafts anew: other phases and activities, and those of before are in none of them', async () => {
    const { id } = await service.draft({ statements });
    const { phases: _, ...words } = drafting;
    const anew = { ...words, consultationId: id, title: 'Trams', summary: 'In short', phases: [{ title: 'Ideas', activities: [polling] }] };
    const context = by(official);
    await service.send(reviseDraft.subject, anew, context);
    const again = await service.send(reviseDraft.subject, anew, context);
    await service.send(
      reviseDraft.subject,
      { ...anew, phases: [...anew.phases, { activities: [{ method: 'deliberation' }] }] },
      by(official),
    );
    const [drafted, first, second, ...others] = await service.read(`consultation-${id}`);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      type: 'DraftRevised',
      data: { edition: 1, title: 'Trams', about: { summary: 'In short', contact: null } },
    });
    expect(second).toMatchObject({ type: 'DraftRevised', data: { edition: 2 } });
    const phasesOf = (event: unknown) => (event as { data: { phases: { phaseId: string }[] } }).data.phases.map(({ phaseId }) => phaseId);
    const all = [drafted, first, second].flatMap(phasesOf);
    expect(new Set(all).size).toBe(4);
    const begun = await service.read(`activity-${activityIn(rootOf(id, 1))}`);
    expect(begun).toMatchObject([{ type: 'ActivityDrafted', data: { consultationId: id, phaseId: phasesOf(first)[0], method: 'poll' } }]);
    expect(again.position).toBe(begun[0]!.position);
    expect(await typesOf(`activity-${activityIn(rootOf(id, 2), 1)}`)).toEqual(['ActivityDrafted']);
  });

  it('gives up a draft for good, and nothing that was published or imported', async () => {
    const { id } = await service.draft();
    await service.send(discardDraft.subject, { consultationId: id }, by(official));
    await expect(service.publish(id)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_FOUND' });
    const { consultationId } = await service.consultation();
    await expect(service.send(discardDraft.subject, { consultationId }, by(official))).rejects.toMatchObject({ code: 'NO_DRAFT' });
    await expect(service.send(reviseDraft.subject, { ...drafting, consultationId }, by(official))).rejects.toMatchObject({
      code: 'NO_DRAFT',
    });
  });

  it.each([
    ['options', { method: 'poll', options: ['Yes', 'Yes '] }],
    ['statements', { statements: ['More buses', 'MORE  buses'] }],
  ])('takes no %s that look alike', async (field, activity) => {
    await expect(service.draft(activity)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { field: `phases[0].activities[0].${field}[1]` },
    });
  });

  it('puts the statements of the office first, in order and accepted', async () => {
    const { id, position } = await service.draft({ statements });
    const seeds = await Promise.all((await service.seeds(activityIn(id))).map((statement) => service.read(`statement-${statement}`)));
    expect(seeds.map(([submitted]) => submitted!.data)).toMatchObject([
      { author: null, assurance: null, text: { plain: 'More buses' } },
      { author: null, assurance: null, text: { plain: 'Free buses' } },
    ]);
    expect(seeds.at(-1)!.at(-1)!.position).toBe(position);
  });

  it('drafts once for a command that is delivered twice, at once or later', async () => {
    const context = by(official);
    const send = () => service.send(draftConsultation.subject, drafting, context);
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await send()).toEqual(first);
    expect(await history(first!.id)).toEqual(['ConsultationDrafted']);
    expect(await service.seeds(activityIn(first!.id))).toHaveLength(2);
  });

  it('begins what is missing when a draft that was cut short is tried again', async () => {
    const context = by(official);
    await service.send(draftConsultation.subject, draftOf(), context);
    const activities = [{ method: 'deliberation', statements }, polling];
    const whole = { ...drafting, phases: [{ activities }] };
    const { id, position } = await service.send(draftConsultation.subject, whole, context);
    expect(await history(id)).toEqual(['ConsultationDrafted']);
    expect(await service.seeds(activityIn(id))).toHaveLength(2);
    expect(await typesOf(`activity-${activityIn(id)}`)).toEqual(['ActivityDrafted']);
    expect(await service.read(`activity-${activityIn(id, 0, 1)}`)).toMatchObject([{ type: 'ActivityDrafted', position }]);
    expect(await service.send(draftConsultation.subject, whole, context)).toEqual({ id, position });
  });

  it('drafts in a unit that is there and open, for officials of that unit or above', async () => {
    await service.recordUnit('root.aaaaaaaa', 'UnitMade');
    await service.recordUnit('root.aaaaaaaa.bbbbbbbb', 'UnitMade');
    await service.recordUnit('root.cccccccc', 'UnitMade', 'UnitClosed');
    await service.recordUnit('root.cccccccc.dddddddd', 'UnitMade');
    const draftIn = (unit: string, who = official) => service.draft({}, { unit }, by(who));
    for (const who of [actorIn('root.aaaaaaaa.bbbbbbbb', 'official'), actorIn('root.aaaaaaaa', 'official'), official]) {
      const { id } = await draftIn('root.aaaaaaaa.bbbbbbbb', who);
      expect((await service.read(`consultation-${id}`))[0]!.data).toMatchObject({ unit: 'root.aaaaaaaa.bbbbbbbb', by: who.accountId });
    }
    for (const [unit, who, code] of [
      ['root.aaaaaaaa', actorIn('root.aaaaaaaa.bbbbbbbb', 'official'), 'FORBIDDEN_ROLE'],
      ['root.aaaaaaaa', actorIn('root.cccccccc', 'official'), 'FORBIDDEN_ROLE'],
      ['root.cccccccc', official, 'UNIT_CLOSED'],
      ['root.cccccccc.dddddddd', official, 'UNIT_CLOSED'],
      ['root.eeeeeeee', official, 'UNIT_NOT_FOUND'],
      ['root.aaaaaaaa.eeeeeeee', official, 'UNIT_NOT_FOUND'],
      ['ministry', official, 'VALIDATION_FAILED'],
    ] as const)
      await expect(draftIn(unit, who)).rejects.toMatchObject({ code });
  });

  it('goes on with what was begun in a unit that is closed since, and answers a repeated draft as before', async () => {
    const unit = 'root.ffffffff';
    await service.recordUnit(unit, 'UnitMade');
    const context = by(official);
    const first = await service.draft({}, { unit }, context);
    await service.recordUnit(unit, 'UnitClosed');
    expect(await service.draft({}, { unit }, context)).toEqual(first);
    await service.publish(first.id);
    await service.close(first.id);
  });

  it('refuses to draft another conversation under the key of one that was drafted', async () => {
    const context = by(official, { request: 'one' });
    const draft = (of: string, request: string) =>
      service.send(draftConsultation.subject, { ...drafting, externalId: of }, { ...context, request });
    const conversations = [randomUUID(), randomUUID()] as const;
    const first = await draft(conversations[0], 'one');
    await expect(draft(conversations[1], 'other')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await draft(conversations[0], 'one')).toEqual(first);
  });

  it('drafts an outside conversation once, no matter who asks again', async () => {
    const externalId = `polis ${randomUUID()}`;
    const first = await service.draft({ statements }, { externalId });
    const again = await service.draft({ statements: [...statements, 'One more'] }, { externalId });
    expect(again.id).toBe(first.id);
    expect(await history(first.id)).toEqual(['ConsultationDrafted']);
    expect(await service.seeds(activityIn(first.id))).toHaveLength(2);
    expect((await service.draft({}, { externalId: `${externalId}b` })).id).not.toBe(first.id);
  });

  it('refuses fields of another method and a poll without options, by name', async () => {
    for (const [fields, field] of [
      [{ method: 'poll' }, 'options'],
      [{ method: 'poll', options: ['Red'] }, 'options'],
      [{ ...polling, statements: ['One'] }, 'statements'],
      [{ ...polling, moderation: 'after' }, 'moderation'],
      [{ options: ['Red', 'Blue'] }, 'options'],
      [{ multiple: true }, 'multiple'],
    ] as const) {
      const at = { field: `phases[0].activities[0].${field}` };
      await expect(service.draft(fields)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: at });
    }
    await expect(service.draft({}, { surprise: 1 })).rejects.toMatchObject({ code: 'UNKNOWN_FIELD', details: { field: 'surprise' } });
    await expect(service.draft({}, { phases: [] })).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'phases' } });
    await expect(service.draft({}, { phases: [{ activities: [] }] })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('lets officials and administrators only', async () => {
    const { consultationId: id } = await service.consultation();
    const dates = { phases: [{ opensAt: '2026-05-10T00:00:00Z', closesAt: '2026-05-20T00:00:00Z' }] };
    for (const [subject, command] of [
      [draftConsultation.subject, drafting],
      [publishConsultation.subject, { consultationId: id, ...dates }],
      [closeConsultation.subject, { consultationId: id, reason: 'Mine' }],
      [publishOutcome.subject, { consultationId: id, youSaid: 'a', weDid: 'b' }],
    ] as const) {
      await expect(service.send(subject, command, by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
      for (const who of [actor('moderator', 'analyst', 'auditor'), actorIn('root.aaaaaaaa', 'official')])
        await expect(service.send(subject, command, by(who))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    }
    expect(await history(id)).toEqual(['ConsultationDrafted', 'ConsultationPublished', 'PhaseOpened']);
  });

  it('is published once; its dates change with a reason', async () => {
    const { id } = await service.draft();
    await service.publish(id, '2026-05-16T00:00:00Z');
    await service.publish(id, '2026-05-16T00:00:00Z');
    await expect(service.publish(id, '2026-05-17T00:00:00Z')).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    const change = () => service.changeDates(id, '2026-05-17T00:00:00Z', '2026-05-20T00:00:00Z');
    expect([await change(), await change()]).toEqual([{ id, position: expect.any(Number) }, expect.objectContaining({ unchanged: true })]);
    expect(await history(id)).toEqual(['ConsultationDrafted', 'ConsultationPublished', 'PhaseDatesChanged']);
  });

  it('answers several statements at once: all of them or none, and what was interrupted is finished by asking again', async () => {
    const { activityId } = await service.consultation({ statements });
    const [one, other] = (await service.seeds(activityId)) as [string, string];
    const answersTo = async (id: string) => (await service.read(`official-answer-${id}`)).map(({ data }) => data as OfficialAnswerPublished['data']);
    const said = { activityId, statementIds: [one, other], stance: 'partly', text: 'Buses, but not for free.' };
    const answer = (more: object = {}, context = by(official)) => service.send(answerStatements.subject, { ...said, ...more }, context);
    await expect(answer({ statementIds: [one, randomUUID()] })).rejects.toMatchObject({ code: 'STATEMENT_NOT_FOUND' });
    await expect(answer({ note: 'Of what?' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'note' } });
    for (const who of [actor('moderator'), actorIn('root.aaaaaaaa', 'official')])
      await expect(answer({}, by(who))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(answer({ documents: [{ file: 'f'.repeat(64) }] })).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(await answersTo(one)).toEqual([]);

    const asked = by(official, { request: 'a-request' });
    const resume = service.delayAppends(`official-answer-${other}`, async () => {
      throw new Error('The store is gone.');
    });
    await expect(answer({}, asked)).rejects.toBeDefined();
    resume();
    expect([await answersTo(one), await answersTo(other)]).toMatchObject([[{ note: null }], []]);
    for (const _ of ['finished', 'repeated']) await answer({}, asked);
    const [[first], [second]] = [await answersTo(one), await answersTo(other)] as const;
    expect([first, second]).toMatchObject([said, said].map(({ stance, text }) => ({ stance, text, group: { size: 2 } })));
    expect(second!.group).toEqual(first!.group);
    expect([await answersTo(one), await answersTo(other)].map(({ length }) => length)).toEqual([1, 1]);

    await expect(answer({ stance: 'noted' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'note' } });
    const stale = by(official, { versions: [0] });
    await expect(answer({ stance: 'noted', note: 'Read anew.' }, stale)).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    const { position } = await answer({ stance: 'noted', note: 'Read anew.' });
    await answer({ stance: 'accepted', note: 'Money came.' }, by(official, { versions: [position] }));

    const theme = { themeTitle: 'Fares', themeSummary: 'Who pays.' };
    const noName = answer({ themeSummary: 'Who pays.', note: 'Named.' });
    await expect(noName).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'themeTitle' } });
    for (const _ of ['named', 'as it stands']) await answer({ ...theme, stance: 'accepted', note: 'Named.' });
    const named = (await answersTo(one)).slice(3);
    expect(named).toMatchObject([{ note: 'Named.', group: { size: 2, theme: { title: 'Fares', summary: 'Who pays.' } } }]);
    expect((await answersTo(one)).map(({ stance, note }) => `${stance} ${note}`)).toEqual([
      'partly null',
      'noted Read anew.',
      'accepted Money came.',
      'accepted Named.',
    ]);
  });

  it('answers questions of a survey, and several listed texts at once, in the order of their names', async () => {
    const questions = [{ id: 'why', kind: 'long-text', text: 'Why?', isRequired: false }];
    const { consultationId, activityId } = await service.consultation({ method: 'survey', questionnaire: { sections: [{ questions }] } });
    const publish = (more: object) =>
      service.send(publishOfficialAnswer.subject, { activityId, stance: 'noted', text: 'Read.', ...more }, by(official));
    const toQuestion = { about: 'question', aboutId: activityId, question: 'why' };
    await expect(publish(toQuestion)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_CLOSED' });
    await service.close(consultationId);
    for (const wrong of [{ ...toQuestion, question: undefined }, { ...toQuestion, about: 'activity' }])
      await expect(publish(wrong)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'question' } });
    const { id } = await publish(toQuestion);
    expect((await service.read(`official-answer-${id}`))[0]!.data).toMatchObject({ about: 'question', aboutId: id, named: 'why' });

    const texts = ['cd', 'ab', 'ef'].map((digits) => digits.repeat(32)) as [string, string, string];
    const list = (text: string, decision = 'listed', stood = 'waiting') =>
      service.send(decideOnText.subject, { activityId, text, decision, stood }, by(actor('moderator')));
    for (const text of texts.slice(0, 2)) await list(text);
    const answer = (more: object) =>
      service.send(answerStatements.subject, { activityId, stance: 'partly', text: 'Some.', themeTitle: 'Fares', ...more }, by(official));
    await expect(answer({ texts })).rejects.toMatchObject({ code: 'NOT_FOUND', details: { field: 'texts[2]' } });
    await expect(answer({})).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'statementIds' } });
    const both = answer({ texts: texts.slice(0, 2), statementIds: [randomUUID()] });
    await expect(both).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'texts' } });
    await answer({ texts: texts.slice(0, 2) });
    const recorded = await Promise.all(texts.map((text) => service.read(`official-answer-${idOfNamed(activityId, 'text', text)}`)));
    expect(recorded.map(({ length }) => length)).toEqual([1, 1, 0]);
    const [[first], [second]] = recorded as [[Recorded], [Recorded]];
    expect(first.data).toMatchObject({ about: 'text', named: texts[0], group: { size: 2, theme: { title: 'Fares', summary: null } } });
    expect(second.position).toBeLessThan(first.position);
    // What stands may be corrected whatever became of the text; nothing is begun for one that is held back.
    await list(texts[0], 'waiting', 'listed');
    expect(await answer({ texts: [texts[0]], note: 'Anew.' })).toMatchObject({ position: expect.any(Number) });
    await list(texts[2]);
    await list(texts[2], 'waiting', 'listed');
    await expect(answer({ texts: [texts[2]] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives each refusal its code', async () => {
    const { id: draft } = await service.draft();
    const { consultationId: open } = await service.consultation();
    const nowhere = randomUUID();
    const outcome = (consultationId: string) =>
      service.send(publishOutcome.subject, { consultationId, youSaid: 'a', weDid: 'b' }, by(official));
    for (const refused of [service.publish(nowhere), service.close(nowhere), outcome(nowhere)]) {
      await expect(refused).rejects.toMatchObject({ code: 'CONSULTATION_NOT_FOUND' });
    }
    await expect(service.publish(draft, '2026-05-18T00:00:00Z', '2026-05-18T00:00:00Z')).rejects.toMatchObject({
      code: 'DATES_IN_WRONG_ORDER',
    });
    await expect(service.publish(draft, '2026-05-01T00:00:00Z', '2026-05-15T12:00:00Z')).rejects.toMatchObject({
      code: 'DATES_IN_WRONG_ORDER',
    });
    await expect(service.close(draft)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    await expect(outcome(draft)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_CLOSED' });
    await expect(outcome(open)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_CLOSED' });
    await service.close(open);
    await expect(service.close(open)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    expect(await history(nowhere)).toEqual([]);
    expect(await history(draft)).toEqual(['ConsultationDrafted']);
  });
});
