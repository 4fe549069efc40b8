import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit, type Actor, type HeldRole } from '@isegoria/kernel';
import { saltedCommitment } from '@isegoria/audit-kit';
import { commitmentsIn } from '@isegoria/privacy';
import { actor } from '@isegoria/testing';
import { activityIdOf, rootOf } from '../../../activity/activity.decider';
import { holding } from '../../../consultation/consultation.fixture';
import { reviseDraft } from '../../../consultation/draft/draft.contract';
import { by, drafting, startConsultations, type TestService } from '../../../consultations.fixture';
import { formCode } from '../paper/form-code';
import { confirmPaperForm, enterPaperForm, showPaperForm, type PaperFormEntry } from '../paper/entry/paper-entry.contract';
import { correctQuestionnaire } from '../correction/questionnaire-correction.contract';
import { keepTestAnswers, showTestAnswers, submitTestAnswers, type TestAnswersGiven } from '../test-run/test-run.contract';
import { FilesOfSurvey } from '../answer-file/keeping/files-of-survey.fixture';
import type { Questionnaire } from '../questionnaire/questionnaire.pure';
import { keepAnswers, showOwnResponse, submitResponse, type AnswersGiven, type OwnResponse, type RecordedFile } from './response.contract';

const options = [
  { id: 'bus', text: 'Bus' },
  { id: 'tram', text: 'Tram' },
];
const questionnaire = {
  sections: [
    {
      questions: [
        { id: 'how', kind: 'single', text: 'How?', isRequired: true, options, hasOther: true },
        { id: 'which', kind: 'short-text', text: 'Which?', isRequired: false, when: { question: 'how', isAnyOf: ['bus'] } },
        { id: 'where', kind: 'place', text: 'Where?', isRequired: false },
      ],
    },
  ],
};

describe('responses to surveys', () => {
  let service: TestService;
  let place: { consultationId: string; activityId: string };
  beforeAll(async () => {
    service = await startConsultations();
    place = await service.consultation({ method: 'survey', questionnaire });
  });
  afterAll(() => service.stop());

  const send = (subject: string, person: Actor | undefined, answers: object) =>
    service.send(subject, { activityId: place.activityId, answers }, by(person));
  /** By whoever has just seen what stands. */
  const seen = async (person: Actor, activityId: string) => {
    const { response, versions } = (await service.send(showOwnResponse.subject, { activityId }, by(person))) as unknown as OwnResponse;
    return { upon: response ?? '', versions };
  };
  const submit = async (person: Actor, answers: object) => {
    const { upon } = await seen(person, place.activityId);
    return service.send(submitResponse.subject, { activityId: place.activityId, answers, upon }, by(person));
  };
  const own = async (person: Actor) =>
    (await service.send(showOwnResponse.subject, { activityId: place.activityId }, by(person))) as unknown as OwnResponse;
  const recorded = async (person: Actor) => {
    const voter = await service.pseudonym(person, place.consultationId);
    const [ballots, answers] = await Promise.all([
      service.read(`ballot-${place.activityId}-${voter}`),
      service.store.readStream<AnswersGiven>(`response-${place.activityId}-${voter}`),
    ]);
    return { ballots, answers };
  };

  it('are a ballot that says nothing of the answers, and answers that nobody can find without their salt', async () => {
    const person = await service.person();
    const answers = { how: { options: [], other: 'By boat' }, where: { text: 'The market' } };
    await submit(person, { ...answers, which: 'Number 9' });
    const { ballots, answers: given } = await recorded(person);
    expect(given).toHaveLength(1);
    expect(ballots).toMatchObject([{ type: 'ResponseSubmitted', data: { answers: given[0]!.data.commitment, assurance: 'email' } }]);
    expect(JSON.stringify([ballots, given])).not.toMatch(/boat|market|Number 9/);
    expect(Object.keys(given[0]!.data.answers)).toEqual(['how', 'where']);
    expect(await own(person)).toMatchObject({ answers, isKept: false, response: given[0]!.data.commitment });
  });

  it('are one and have one receipt, however often they are sent: a double click, a reload, another tab', async () => {
    const person = await service.person();
    const [first, again] = await Promise.all([submit(person, { how: 'bus' }), submit(person, { how: 'bus' })]);
    const later = await submit(person, { how: 'bus', which: '' });
    expect([again.receipt, later.receipt]).toEqual([first.receipt, first.receipt]);
    const { ballots, answers } = await recorded(person);
    expect([ballots.length, answers.length]).toEqual([1, 1]);
  });

  it('can be changed and changed back; another person who answers the same commits to something else', async () => {
    const [person, other] = [await service.person(), await service.person()];
    for (const how of ['bus', 'tram', 'bus']) await submit(person, { how });
    await submit(other, { how: 'bus' });
    const [own, others] = [await recorded(person), await recorded(other)];
    const named = own.ballots.map(({ data }) => (data as unknown as { answers: string }).answers);
    expect(named).toEqual(own.answers.map(({ data }) => data.commitment));
    expect(named[2]).toBe(named[0]);
    expect(others.answers[0]!.data.commitment).not.toBe(named[0]);
  });

  it('have leaves of one shape whatever was written, of which no part stays when an answer changes', async () => {
    const question = { text: 'What?', isRequired: false };
    const asked = { ...question, id: 'why', kind: 'long-text', when: { question: 'how', isAnyOf: ['tram'] } };
    const questions = [...questionnaire.sections[0]!.questions, asked, { ...question, id: 'plan', kind: 'file' }];
    const of = { sections: [{ questions }] };
    const { activityId, consultationId } = await service.consultation({ method: 'survey', questionnaire: of });
    const leavesOf = async (voter: string) =>
      (await service.store.readStream<AnswersGiven>(`response-${activityId}-${voter}`)).map(({ data }) => commitmentsIn(data));
    const [none, one, two] = await Promise.all([1, 2, 3].map(() => service.person()));
    const where = { text: 'The market' };
    const said = [
      [none, { how: 'tram' }],
      [one, { how: 'bus', which: 'Number 9' }],
      [two, { how: 'tram', why: 'It is quick', where }],
      [two, { how: { options: [], other: 'By boat' }, where }],
      [two, { how: 'bus', where }],
    ] as const;
    for (const [person, answers] of said) {
      const { upon } = await seen(person!, activityId);
      await service.send(submitResponse.subject, { activityId, answers, upon }, by(person));
    }
    const form = { activityId, form: '31', formCode: formCode(activityId, of as never), answers: { how: 'bus', which: 'Number 9', where } };
    await service.send(enterPaperForm.subject, form, by(actor('official')));
    const [entered] = await service.read(`paper-form-${activityId}-31`);
    const { voter: onPaper } = entered!.data as unknown as { voter: string };
    const voters = await Promise.all([none!, one!, two!].map((person) => service.pseudonym(person, consultationId)));
    const leaves = (await Promise.all([...voters, onPaper].map(leavesOf))).flat();
    expect(leaves.map(({ length }) => length)).toEqual(Array(6).fill(5));
    expect(new Set(leaves.flat()).size).toBe(30);
  });

  it('are refused whole, with nothing on record', async () => {
    const person = await service.person();
    await expect(submit(person, { which: 'Number 9' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(submit(person, { how: 'plane' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(submit(person, { how: { bus: { bus: { bus: 'deep' } } } })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(send(submitResponse.subject, undefined, { how: 'bus' })).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await recorded(person)).toEqual({ ballots: [], answers: [] });
  });

  it('on paper are one a form, however many officials enter it at once, and count once another has checked it', async () => {
    const official = () => actor('official');
    const { activityId } = place;
    const form = { activityId, form: '17', formCode: formCode(activityId, questionnaire as never), answers: { how: 'bus' } };
    const officials = Array.from({ length: 6 }, official);
    const enter = (who: Actor, n: number) =>
      service.send(enterPaperForm.subject, { ...form, answers: { how: 'bus', which: `Number ${n}` } }, by(who));
    const sent = await Promise.allSettled(officials.map(enter));
    const first = sent.findIndex(({ status }) => status === 'fulfilled');
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(sent[(first + 1) % 6]).toMatchObject({ reason: { code: 'FORM_ENTERED' } });
    const [clerk, checker] = [officials[first]!, officials[(first + 1) % 6]!];
    const shown = async (who: Actor) =>
      (await service.send(showPaperForm.subject, { activityId, form: '17' }, by(who))) as unknown as PaperFormEntry;
    expect(await shown(clerk)).toMatchObject({ status: 'waiting', mayConfirm: false, answers: { how: 'bus', which: `Number ${first}` } });
    const { commitment: answers } = await shown(checker);
    const check = { activityId, form: '17', answers };
    await expect(service.send(confirmPaperForm.subject, check, by(clerk))).rejects.toMatchObject({ code: 'OWN_ENTRY' });
    const elsewhere = { ...holding('official', 'root.00000001'), accountId: randomUUID() };
    const strangers = [await service.person(), actor('moderator'), actor('analyst'), elsewhere];
    for (const stranger of strangers)
      for (const [subject, command] of [
        [enterPaperForm.subject, { ...form, form: '18' }],
        [confirmPaperForm.subject, check],
        [showPaperForm.subject, { activityId, form: '17' }],
      ] as const)
        await expect(service.send(subject, command, by(stranger))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    const confirmed = await Promise.allSettled([1, 2, 3].map(() => service.send(confirmPaperForm.subject, check, by(checker))));
    expect(confirmed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await shown(checker)).toMatchObject({ status: 'confirmed', answers: {}, mayConfirm: false });
    const events = await service.read(`paper-form-${activityId}-17`);
    expect(events.map(({ type }) => type)).toEqual(['PaperFormEntered', 'PaperFormConfirmed']);
    expect(JSON.stringify(events)).not.toMatch(/bus|Number/);
  });

  it('on paper are refused with another code, a number that is none, and answers that are not right', async () => {
    const { activityId } = place;
    const form = { activityId, form: '21', formCode: formCode(activityId, questionnaire as never), answers: { how: 'bus' } };
    const enter = (differing: object) => service.send(enterPaperForm.subject, { ...form, ...differing }, by(actor('official')));
    for (const [differing, field] of [
      [{ formCode: formCode(activityId, { sections: [] }) }, 'formCode'],
      [{ form: '0' }, 'form'],
      [{ form: '17-18' }, 'form'],
      [{ answers: { how: 'plane' } }, 'answers.how'],
      [{ answers: {} }, 'answers.how'],
      [{ answers: { how: 'bus', other: 'x' } }, 'answers.other'],
    ] as const)
      await expect(enter(differing)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
    const poll = await service.consultation({ method: 'poll', options: ['A', 'B'] });
    await expect(enter({ activityId: poll.activityId })).rejects.toMatchObject({ code: 'WRONG_METHOD' });
    expect(await service.read(`paper-form-${activityId}-21`)).toEqual([]);
  });

  it('on paper count without an answer that is needed where an official says why there is none, and another one sees that', async () => {
    const { activityId } = place;
    const form = { activityId, form: '23', formCode: formCode(activityId, questionnaire as never), answers: {} };
    const enter = (differing: object) => service.send(enterPaperForm.subject, { ...form, ...differing }, by(actor('official')));
    const says = (question: string, why: string) => ({ unanswered: [{ question, why }] });
    for (const [differing, field] of [
      [says('which', 'blank'), 'answers.how'],
      [says('nobody', 'blank'), 'answers.how'],
      [{ answers: { how: 'bus' }, ...says('how', 'blank') }, 'unanswered[0].question'],
    ] as const)
      await expect(enter(differing)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
    await enter(says('how', 'unreadable'));
    await expect(enter(says('how', 'blank'))).rejects.toMatchObject({ code: 'FORM_ENTERED' });
    const checker = by(actor('official'));
    const show = async () =>
      (await service.send(showPaperForm.subject, { activityId, form: '23' }, checker)) as unknown as PaperFormEntry;
    const entry = await show();
    expect(entry).toMatchObject({ answers: {}, ...says('how', 'unreadable') });
    await service.send(confirmPaperForm.subject, { activityId, form: '23', answers: entry.commitment }, checker);
    expect(await show()).toMatchObject({ status: 'confirmed', unanswered: [] });
    const [{ data }] = (await service.read(`paper-form-${activityId}-23`)) as unknown as [{ data: { voter: string } }];
    const [given] = await service.read(`response-${activityId}-${data.voter}`);
    const { answers, unanswered, salt, commitment } = given!.data as unknown as AnswersGiven['data'];
    expect({ answers, unanswered }).toEqual({ answers: {}, unanswered: { how: 'unreadable' } });
    expect(saltedCommitment(salt, [answers, unanswered])).toBe(commitment);
  });

  describe('to a question for a file', () => {
    const question = { id: 'plan', kind: 'file', text: 'Your plan?', isRequired: true, files: ['pdf'], megabytes: 1 };
    const why = { id: 'why', kind: 'short-text', text: 'Why?', isRequired: false, when: { question: 'plan', isAnswered: true } };
    const facts = { name: 'My plan.pdf', mediaType: 'application/pdf', size: 4 };
    let survey: typeof place;
    beforeAll(async () => {
      survey = await service.consultation({ method: 'survey', questionnaire: { sections: [{ questions: [question, why] }] } });
      files = new FilesOfSurvey(service, survey, facts);
    });
    let files: FilesOfSurvey;
    const say = async (subject: string, person: Actor, answers: object) => {
      const { upon, versions } = await seen(person, survey.activityId);
      const begun = subject === submitResponse.subject ? { upon } : { versions };
      const said = await service.send(subject, { activityId: survey.activityId, answers, ...begun }, by(person));
      return said as unknown as OwnResponse;
    };

    it('name it by a hash that says nothing without the key of the person, and so does the log', async () => {
      const [person, other] = [await service.person(), await service.person()];
      const { file, own } = await files.upload(person);
      expect(own).toMatchObject({ isKept: true, answers: { plan: { file, ...facts } } });
      expect((await files.upload(other)).file).not.toBe(file);
      expect((await files.upload(person)).file).toBe(file);
      await say(submitResponse.subject, person, { plan: { file, name: 'Other.pdf', mediaType: 'text/html', size: 9 }, why: 'So' });
      const voter = await service.pseudonym(person, survey.consultationId);
      const [given] = await service.store.readStream<AnswersGiven>(`response-${survey.activityId}-${voter}`);
      const { details, ...plain } = given!.data.answers['plan'] as RecordedFile;
      expect([plain, details.sealed]).toEqual([{ file, mediaType: facts.mediaType, size: 4 }, expect.stringMatching(/^2\./)]);
      expect(JSON.stringify(given)).not.toContain('My plan');
      expect(await files.rowsOf(person)).toEqual([{ file, sent: true }]);
    });

    it('are exchanged and taken away before they are sent; what was sent stays while it is on record', async () => {
      const person = await service.person();
      const first = await files.upload(person);
      const second = await files.upload(person, 'nalp');
      expect(await files.rowsOf(person)).toEqual([{ file: second.file, sent: false }]);
      await expect(say(submitResponse.subject, person, { plan: { file: first.file } })).rejects.toMatchObject({
        details: { field: 'answers.plan', params: { constraint: 'isKept' } },
      });
      await say(keepAnswers.subject, person, { plan: null });
      expect(await files.rowsOf(person)).toEqual([]);
      const { file } = await files.upload(person);
      await say(submitResponse.subject, person, { plan: { file } });
      await files.upload(person, 'nalp');
      expect((await files.rowsOf(person)).map(({ sent }) => sent).sort()).toEqual([false, true]);
      await say(submitResponse.subject, person, { plan: { file }, why: 'So' });
      const voter = await service.pseudonym(person, survey.consultationId);
      const given = await service.store.readStream<AnswersGiven>(`response-${survey.activityId}-${voter}`);
      expect(new Set(given.flatMap(({ data }) => commitmentsIn(data))).size).toBe(4);
    });

    it('are not files of other people, of other kinds, or too large', async () => {
      const [person, thief] = [await service.person(), await service.person()];
      const { file } = await files.upload(person);
      const fault = { details: { field: 'answers.plan', params: { constraint: 'isKept' } } };
      await expect(say(submitResponse.subject, thief, { plan: { file, ...facts } })).rejects.toMatchObject(fault);
      expect((await say(keepAnswers.subject, thief, { plan: { file, ...facts } })).answers).toEqual({ plan: { file } });
      await expect(files.seal(person, { mediaType: 'image/png' })).rejects.toMatchObject({ code: 'FILE_KIND_NOT_ASKED' });
      await expect(files.seal(person, { size: 1024 * 1024 + 1 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
      await expect(files.seal(person, { question: 'why' })).rejects.toMatchObject({ details: { field: 'question' } });
      await files.repeat(file, 20);
      await expect(files.seal(person)).rejects.toMatchObject({ code: 'ALLOWANCE_USED_UP' });
    });

    it('are not on paper, where nobody has to answer with one', async () => {
      const person = await service.person();
      const { file } = await files.upload(person);
      const questions = { sections: [{ questions: [question, why] }] } as unknown as Questionnaire;
      const form = { activityId: survey.activityId, form: '5', formCode: formCode(survey.activityId, questions) };
      const enter = (answers: object) => service.send(enterPaperForm.subject, { ...form, answers }, by(actor('official')));
      await expect(enter({ plan: { file, ...facts } })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
      await enter({});
    });
  });

  describe('before it opens', () => {
    const to = (activityId: string) => (contract: { subject: string }, person: Actor | undefined, answers?: object) =>
      service.send(contract.subject, { activityId, ...(answers && { answers }) }, by(person));
    /** Somebody of the staff, with a key. */
    const staff = async (role: HeldRole['role'], unit = rootUnit): Promise<Actor> => ({
      ...(await service.person()),
      roles: [{ role, unit }],
    });

    it('is tried by the staff: nothing of it is a response, then or later, and nothing ties it to the person who responds', async () => {
      const { id: consultationId } = await service.draft({ method: 'survey', questionnaire });
      const activityId = activityIdOf(consultationId, 0, 0);
      const ask = to(activityId);
      const tester = await staff('official');
      const answers = { how: { options: [], other: 'By boat' } };
      await ask(keepTestAnswers, tester, { where: { text: 'The market' } });
      const kept = { answers: { where: { text: 'The market' } }, isKept: true, response: null };
      expect(await ask(showTestAnswers, tester)).toMatchObject(kept);
      await expect(ask(keepTestAnswers, tester, { where: null })).rejects.toMatchObject({ details: { field: 'versions' } });
      await ask(keepTestAnswers, tester, answers);
      await Promise.all([ask(submitTestAnswers, tester, answers), ask(submitTestAnswers, tester, answers)]);
      const given = await service.store.readStream<TestAnswersGiven>(`survey-test-${activityId}-${tester.accountId}`);
      expect(given).toHaveLength(1);
      expect(JSON.stringify(given)).not.toContain('boat');
      expect(commitmentsIn(given[0]!.data)).toHaveLength(3);
      expect(await ask(showTestAnswers, tester)).toMatchObject({ answers, isKept: false, response: given[0]!.data.salt });
      await expect(ask(submitTestAnswers, tester, {})).rejects.toMatchObject({ details: { field: 'answers.how' } });

      const voter = await service.pseudonym(tester, consultationId);
      expect(JSON.stringify(given)).not.toContain(voter);
      const [words] = [given[0]!.data.answers['how'] as unknown as { other: { sealed: string } }];
      await service.publish(consultationId);
      expect(await ask(showOwnResponse, tester)).toMatchObject({ answers: {}, isKept: false, response: null });
      await ask(submitResponse, tester, answers);
      const [response] = await service.store.readStream<AnswersGiven>(`response-${activityId}-${voter}`);
      const again = response!.data.answers['how'] as unknown as { other: { sealed: string } };
      expect(words.other.sealed.split('.')[1]).not.toBe(again.other.sealed.split('.')[1]);
      for (const command of [submitTestAnswers, keepTestAnswers])
        await expect(ask(command, tester, answers)).rejects.toMatchObject({ code: 'TEST_OVER' });
    });

    it('is tried by nobody else, and by the staff of its unit alone', async () => {
      const { id } = await service.draft({ method: 'survey', questionnaire });
      const ask = to(activityIdOf(id, 0, 0));
      for (const [person, code] of [
        [await service.person(), 'FORBIDDEN_ROLE'],
        [await staff('official', 'another'), 'FORBIDDEN_ROLE'],
        [await staff('auditor'), 'FORBIDDEN_ROLE'],
        [undefined, 'SIGN_IN_REQUIRED'],
      ] as const)
        for (const contract of [submitTestAnswers, keepTestAnswers])
          await expect(ask(contract, person, { how: 'bus' })).rejects.toMatchObject({ code });
      for (const role of ['moderator', 'analyst'] as const) await ask(submitTestAnswers, await staff(role), { how: 'bus' });
    });
  });

  it('are to a survey that has figures of as many people as its unit says when it is drafted, in each edition', async () => {
    const { id } = await service.draft({ method: 'survey', questionnaire });
    await service.setSmallestGroup(rootUnit, 25);
    const fields = { consultationId: id, ...drafting({ method: 'survey', questionnaire }) };
    await service.send(reviseDraft.subject, fields, by(actor('official')));
    const settingsOf = async (root: string) =>
      (await service.read(`activity-${activityIdOf(root, 0, 0)}`)).map(({ data }) => (data as { settings: object }).settings);
    expect(await settingsOf(id)).toEqual([{ questionnaire, quotaPlaces: 'standing' }]);
    expect(await settingsOf(rootOf(id, 1))).toEqual([{ questionnaire, quotaPlaces: 'standing', smallestGroup: 25 }]);
    await service.setSmallestGroup(rootUnit, 10);
  });

  describe('to questions that are corrected', () => {
    const official = actor('official');
    const asked = (text: string, more: object = {}) => ({
      sections: [{ questions: [{ id: 'how', kind: 'single', text, isRequired: true, options, ...more }] }],
    });
    const correct = (activityId: string, questionnaire: object, person: Actor = official) =>
      service.send(correctQuestionnaire.subject, { activityId, questionnaire, note: 'A slip.' }, by(person));
    const changed = (activityId: string) => service.read(`activity-${activityId}`);

    it('mean what they meant: once it is open, words alone are corrected', async () => {
      const { activityId } = await service.consultation({ method: 'survey', questionnaire: asked('How do you travle?') });
      const person = await service.person();
      const ask = (contract: { subject: string }, more: object = {}) => service.send(contract.subject, { activityId, ...more }, by(person));
      await ask(submitResponse, { answers: { how: 'bus' } });
      await correct(activityId, asked('How do you travel?'));
      await correct(activityId, asked('How do you travel?'));
      expect((await changed(activityId)).map(({ type }) => type)).toEqual(['ActivityDrafted', 'ActivityCorrected']);
      const other = asked('How do you travel?', { kind: 'multiple', options: [...options].reverse() });
      await expect(correct(activityId, other)).rejects.toMatchObject({
        code: 'QUESTIONS_LOCKED',
        details: {
          field: 'questionnaire.sections[0].questions[0].kind',
          further: [{ field: 'questionnaire.sections[0].questions[0].options', code: 'QUESTIONS_LOCKED' }],
        },
      });
      expect(await ask(showOwnResponse)).toMatchObject({ answers: { how: 'bus' }, isKept: false });
      // Two options that exchange their words, by way of others.
      const called = (words: string) => options.map((option, at) => (at === 0 ? { ...option, text: words } : option));
      await correct(activityId, asked('How do you travel?', { options: called('Anything') }));
      const exchanged = called('Anything').map((option, at) => (at === 1 ? { ...option, text: options[0]!.text } : option));
      await expect(correct(activityId, asked('How do you travel?', { options: exchanged }))).rejects.toMatchObject({
        details: { field: 'questionnaire.sections[0].questions[0].options[1].text' },
      });
      for (const [stranger, code] of [
        [await service.person(), 'FORBIDDEN_ROLE'],
        [{ ...(await service.person()), roles: [{ role: 'official', unit: 'another' }] } as Actor, 'FORBIDDEN_ROLE'],
      ] as const)
        await expect(correct(activityId, asked('How?'), stranger)).rejects.toMatchObject({ code });
    });

    it('are to what is asked when it opens: until a minute before, questions change, and not in a draft or once it is over', async () => {
      const { id } = await service.draft({ method: 'survey', questionnaire: asked('How?') });
      const activityId = activityIdOf(id, 0, 0);
      await expect(correct(activityId, asked('Why?'))).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
      const { now } = service.clock;
      const tester: Actor = { ...(await service.person()), roles: [{ role: 'official', unit: rootUnit }] };
      const test = (contract: { subject: string }, more: object = {}) =>
        service.send(contract.subject, { activityId, ...more }, by(tester));
      await test(submitTestAnswers, { answers: { how: 'bus' } });
      await service.publish(id, new Date(now.getTime() + 61_000).toISOString(), '2026-05-20T00:00:00Z');
      const number = { sections: [{ questions: [{ id: 'how', kind: 'long-text', text: 'How?', isRequired: true }] }] };
      await expect(correct(activityId, { sections: [] })).rejects.toMatchObject({ details: { field: 'questionnaire.sections' } });
      await correct(activityId, number);
      // What was answered as a test before is no answer to what is asked now.
      expect(await test(showTestAnswers)).toMatchObject({ answers: {} });
      service.clock.now = new Date(now.getTime() + 1_500);
      await expect(correct(activityId, asked('How?'))).rejects.toMatchObject({ code: 'QUESTIONS_LOCKED' });
      service.clock.now = new Date(now.getTime() + 62_000);
      const person = await service.person();
      await service.send(submitResponse.subject, { activityId, answers: { how: 'By boat' } }, by(person));
      await service.close(id);
      await expect(correct(activityId, number)).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
      service.clock.now = now;
    });
  });
});
