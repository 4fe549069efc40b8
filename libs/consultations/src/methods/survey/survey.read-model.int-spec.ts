import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { ballotList } from '../../ballot-exclusion/ballot-list.read-model';
import { wordOf } from '../../export/download/export-word';
import { withoutHidden } from './questionnaire/conditions.pure';
import { anyAnswers, anyQuestionnaire } from './questionnaire/questionnaire.fixture';
import { questionsOf, type Answers, type Questionnaire } from './questionnaire/questionnaire.pure';
import type { ActivityResults } from '../../results/results.contract';
import type { RecordedAnswers } from './response/response.contract';
import type { Unanswered } from './paper/unanswered/unanswered.pure';
import { surveyedOn } from './surveyed.fixture';

describe('the results of a survey', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const surveyed = (questionnaire: Questionnaire) => surveyedOn(stage, questionnaire);

  const texts = (...ids: string[]) => ids.map((id) => ({ id, text: id }));
  const plain: Questionnaire = {
    sections: [
      {
        questions: [
          { id: 'how', kind: 'single', text: 'How?', isRequired: true, options: texts('bus', 'tram'), hasOther: true },
          { id: 'well', kind: 'scale', text: 'How well?', isRequired: false, scale: { style: 'stars', from: 1, to: 5 } },
          { id: 'age', kind: 'number', text: 'Age?', isRequired: false },
          { id: 'wish', kind: 'long-text', text: 'Wish?', isRequired: false },
        ],
      },
    ],
  };
  const people = (count: number) => Array.from({ length: count }, () => pseudonym());

  it('are those of the last responses, by level, and are not shown for a few people', async () => {
    const { respond, results, happened, ballotOf, give, name } = await surveyed(plain);
    const [first, second, third, ...others] = people(12) as [string, string, string, ...string[]];
    for (const [index, voter] of others.entries()) await respond(voter, { how: 'bus', well: 1 + (index % 5), age: 20 + index });
    await respond(first, { how: { options: [], other: { sealed: '1.x.y' } }, wish: { sealed: '1.x.y' } }, 'anonymous');
    expect(await results()).toEqual([]);
    await respond(second, { how: 'tram', well: 5 });
    await give(second, { how: 'bus', well: 1 });
    const [how, well, age, wish] = await results();
    expect(how).toMatchObject({
      answered: 10,
      answeredByAssurance: null,
      choices: [
        { choice: 'bus', text: 'bus', votes: 9, byAssurance: null },
        { choice: 'tram', text: 'tram', votes: 1, byAssurance: null },
        { choice: 'other', text: null, votes: 0, byAssurance: null },
      ],
    });
    expect(well).toMatchObject({ answered: 10, mean: 3 });
    // Nine people told their age.
    for (const one of [age, wish]) expect(one).toMatchObject({ state: 'tooFew', answered: null, choices: [], mean: null });

    const before = await ballotOf(second);
    await respond(third, { how: 'tram' });
    await respond(second, { how: 'bus' });
    expect((await results())[0]!.choices.map(({ votes }) => votes)).toEqual([10, 1, 0]);
    await name(second, before!);
    await happened('BallotExcluded', third);
    expect((await results())[0]!.choices.map(({ votes }) => votes)).toEqual([9, 1, 0]);
    expect(await ballotOf(second)).toBe(before);
    expect(await ballotOf(pseudonym())).toBeNull();
    await happened('BallotExcluded', second);
    expect(await results()).toEqual([]);
    for (const voter of people(10)) await respond(voter, { how: 'tram' }, 'anonymous');
    await happened('BallotReinstated', second);
    expect((await results())[0]!.choices[1]).toMatchObject({ votes: 1, byAssurance: { email: 1, anonymous: 10 } });
  });

  it('are what an auditor counts of any answers to any questions', async () => {
    const asWritten = (questionnaire: Questionnaire, answers: Answers): RecordedAnswers => {
      const kinds = new Map(questionsOf(questionnaire).map(({ id, kind }) => [id, kind as string]));
      return Object.fromEntries(
        Object.entries(withoutHidden(questionnaire, answers)).map(([id, answer]) => {
          if (['short-text', 'long-text', 'place'].includes(kinds.get(id)!)) return [id, { sealed: '1.x.y' }];
          const hasOther = typeof answer === 'object' && 'other' in answer && ['single', 'multiple'].includes(kinds.get(id)!);
          return [id, hasOther ? { ...answer, other: { sealed: '1.x.y' } } : answer];
        }),
      ) as RecordedAnswers;
    };
    for (const questionnaire of fc.sample(anyQuestionnaire, 3)) {
      const { respond, results } = await surveyed(questionnaire);
      for (const answers of fc.sample(anyAnswers(questionnaire), 15)) await respond(pseudonym(), asWritten(questionnaire, answers));
      expect((await results()).length).toBe(questionsOf(questionnaire).length);
    }
  });

  it('are told to moderators of no pseudonym, not even how much somebody answered', async () => {
    const { respond, place } = await surveyed(plain);
    const [much, little] = people(2) as [string, string];
    await respond(much, { how: 'bus', well: 3, age: 40, wish: { sealed: '1.x.y' } });
    await respond(little, { how: 'bus' });
    await stage.projected();
    const { items } = await ballotList(stage.dataSource, place.activityId);
    expect(items.map(({ votes }) => votes)).toEqual([null, null]);
  });

  it('tell nothing of a question that hangs on two answers where its figure is theirs but for a few people', async () => {
    const two = ['q1', 'q2'].map((id) => ({ id, kind: 'single' as const, text: id, isRequired: true, options: texts('a', 'b') }));
    const when = { all: [{ question: 'q1', isAnyOf: ['a'] }, { question: 'q2', isAnyOf: ['a'] }] };
    const joint = { id: 'q3', kind: 'single' as const, text: 'q3', isRequired: true, options: texts('x', 'y'), when };
    const why = { id: 'q4', kind: 'long-text' as const, text: 'q4', isRequired: true, when };
    const { respond, results, close, written, waits } = await surveyed({ sections: [{ questions: [...two, joint, why] }] });
    for (const voter of people(10)) await respond(voter, { q1: 'a', q2: 'a', q3: 'x', q4: { sealed: `1.${voter}.x` } });
    for (const voter of people(60)) await respond(voter, { q1: 'b', q2: 'b' });
    expect((await results())[2]).toMatchObject({ state: 'shown', answered: 10 });
    await respond(pseudonym(), { q1: 'a', q2: 'b' });
    for (const voter of people(20)) await respond(voter, { q1: 'b', q2: 'a' });
    expect((await results())[0]).toMatchObject({ choices: [{ votes: 11 }, { votes: 80 }] });
    expect((await results())[2]).toMatchObject({ state: 'tooFew', answered: null, answeredByAssurance: null, choices: [] });
    await close();
    // Nor how many wrote a text, by its list or by what waits for moderators.
    expect([(await written('q4')).shown, await waits()]).toMatchObject([{ state: 'tooFew', texts: 0, items: [] }, false]);
  });

  it('know nothing of tests, which have a file of their own that says of each row what it is', async () => {
    const { test, respond, results, exported, ballotOf } = await surveyed(plain);
    const testers = Array.from({ length: 12 }, () => randomUUID());
    for (const by of testers) await test(by, { how: 'bus', well: 1 });
    await test(testers[0]!, { how: 'tram' });
    expect(await results()).toEqual([]);
    expect(await ballotOf(testers[0]!)).toBeNull();
    for (const voter of people(10)) await respond(voter, { how: 'tram' });
    expect((await results())[0]!.choices.map(({ votes }) => votes)).toEqual([0, 10, 0]);
    const marked = await exported('test-answers');
    expect([marked.length, new Set(marked.map(([status]) => status))]).toEqual([23, new Set(['test'])]);
    expect(wordOf('status', marked[0]![0]!, 'en')).toBe('Test, not counted');
    const again = ['test', testers[0], expect.any(String), 'how', 'How?', 'tram', 'tram', null, null, null, null];
    expect(marked.filter(([, account]) => account === testers[0])).toMatchObject([again]);
    expect((await exported('responses')).length).toBe(10);
  });

  it('are told apart by one answer once the survey is closed, without figures of few people', async () => {
    const { respond, answersBy, close, happened } = await surveyed(plain);
    const voters = people(45);
    const other = { options: [], other: { sealed: '1.x.y' } };
    for (const [index, voter] of voters.entries())
      await respond(voter, { how: index < 30 ? 'bus' : index < 42 ? 'tram' : other, well: index % 3 ? 5 : 1 });
    expect(await answersBy('how')).toMatchObject({ state: 'open', groups: [], least: 10 });
    await close();
    const { groups } = await answersBy('how');
    // Three people answered in words of their own, and whoever took the tram is left out with them.
    expect(groups.map(({ choice, people: n }) => [choice, n])).toEqual([['bus', 30]]);
    expect(groups[0]!.questions[0]).toMatchObject({ id: 'well', answered: 30, choices: expect.anything() });
    expect(groups[0]!.questions[0]!.choices.map(({ votes }) => votes)).toEqual([null, 0, 0, 0, null]);
    for (const voter of voters.slice(15)) await happened('BallotExcluded', voter);
    expect(await answersBy('how')).toMatchObject({ groups: [{ choice: 'bus', people: 15 }] });
    await expect(answersBy('wish')).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'question' } });
  });

  it('are told once the log has closed the survey: until then, nothing moves with a response but how many there are', async () => {
    const { respond, shown, onPaper, close, happened } = await surveyed(plain);
    const voters = people(12);
    for (const voter of voters) await respond(voter, { how: 'tram' });
    for (let form = 1; form <= 10; form++) await onPaper(String(form), { how: 'bus' });
    const before = await shown();
    const channels = [{ channel: 'paper', responses: 10, answers: [] }];
    expect(before).toEqual({ answers: [], answersState: 'open', channels, smallestGroup: 10, participants: 12 });
    await respond(pseudonym(), { how: 'bus', age: 44 }, 'eid');
    expect(await shown()).toEqual({ ...before, participants: 13 });
    const kept = `SELECT about FROM standing_votes UNION SELECT unnest(moves) FROM count_move WHERE part = 0`;
    // Differences from one place or quarter of an hour to the next would tell each response.
    expect(await stage.dataSource.query(kept)).toEqual([{ about: '' }]);

    await close();
    await respond(pseudonym(), { how: 'bus' });
    const { answers, answersState, channels: apart, participants } = await shown();
    expect([answersState, participants, apart[0]!.answers[0]!.choices[0]!.votes]).toEqual(['shown', 13, 10]);
    expect(answers[0]!.choices.map(({ votes }) => votes)).toEqual([1, 12, 0]);
    for (const voter of voters.slice(4)) await happened('BallotExcluded', voter);
    expect(await shown()).toMatchObject({ answers: [], answersState: 'tooFew', participants: 5 });
  });

  it('tell of a question what enough people answered to it, however few it was asked of', async () => {
    const when = { question: 'home', isAnyOf: ['shelter'] };
    const asked = { isRequired: false, when } as const;
    const ofSome: Questionnaire = {
      sections: [
        {
          questions: [
            { id: 'home', kind: 'single', text: 'Home?', isRequired: true, options: texts('flat', 'shelter') },
            { id: 'rare', kind: 'single', text: 'Rare?', isRequired: false, options: texts('yes', 'no') },
            { id: 'debt', kind: 'single', text: 'Debt?', ...asked, options: texts('yes', 'no') },
            { id: 'ill', kind: 'matrix', text: 'Ill?', ...asked, options: texts('yes', 'no'), rows: texts('now') },
            { id: 'age', kind: 'number', text: 'Your age?', ...asked },
            { id: 'born', kind: 'date', text: 'Born?', ...asked },
            { id: 'why', kind: 'long-text', text: 'Why?', ...asked },
          ],
        },
      ],
    };
    const { respond, onPaper, seal, answersBy, written, waits, close, shown } = await surveyed(ofSome);
    const [one, ...others] = people(12) as [string, ...string[]];
    const inShelter = { home: 'shelter', debt: 'yes', ill: { now: 'yes' }, age: 37, born: '1989-01-02' };
    await respond(one, { ...inShelter, rare: 'yes', why: await seal(one, randomUUID(), 'why', 'I lost it') });
    for (const voter of others) await respond(voter, { home: 'flat' });
    for (let form = 1; form <= 12; form++) await onPaper(String(form), form > 1 ? { home: 'flat' } : inShelter);
    await close();
    const { answers, channels } = await shown();
    const few = { state: 'tooFew', answered: null, answeredByAssurance: null, choices: [], mean: null };
    for (const [home, ...rest] of [answers, channels[0]!.answers]) {
      expect(home).toMatchObject({ state: 'shown', answered: 12, choices: [{ votes: 11 }, { votes: 1 }] });
      expect(rest).toMatchObject(Array(6).fill(few));
    }
    expect(await answersBy('rare')).toMatchObject({ state: 'tooFew', groups: [] });
    expect((await answersBy('home')).groups).toEqual([]);
    expect([(await written('why')).shown, await waits()]).toMatchObject([{ state: 'tooFew', texts: 0, items: [] }, false]);
    expect((await (await written('why')).desk()).items).toEqual([]);

    const again = await surveyed(ofSome);
    const voters = people(22);
    for (const voter of people(10)) await again.respond(voter, { home: 'flat' });
    for (const [at, voter] of voters.entries()) {
      const why: RecordedAnswers = at < 10 ? { why: await again.seal(voter, randomUUID(), 'why', `Because ${at}`) } : {};
      await again.respond(voter, { ...inShelter, ...why, age: at < 12 ? 37 : 41, rare: 'no' });
    }
    await again.close();
    const ageIn = async () => (await again.shown()).answers.find(({ id }) => id === 'age')!;
    expect((await again.shown()).answers[2]).toMatchObject({ state: 'shown', answered: 22, choices: [{ votes: 22 }, { votes: 0 }] });
    expect((await ageIn()).choices.map(({ choice, votes }) => [choice, votes])).toEqual([
      ['37', 12],
      ['41', 10],
    ]);
    expect(await again.waits()).toBe(true);
    for (const { text } of (await (await again.written('why')).desk()).items) await again.decide(text, 'listed');
    expect([(await again.written('why')).shown.texts, (await again.exported('listed-texts')).length]).toEqual([10, 10]);
    // Nine people gave the one age then, and nine wrote something.
    for (const voter of [voters[0]!, voters[21]!]) await again.happened('BallotExcluded', voter);
    expect(await ageIn()).toMatchObject({ state: 'shown', answered: 20, mean: 38.8, choices: [] });
    expect([(await again.written('why')).shown.state, await again.exported('listed-texts')]).toEqual(['tooFew', []]);
  });

  it('of forms on paper stand apart, once they are confirmed, and in no figure of people', async () => {
    const { respond, results, onPaper, exported, close, shown } = await surveyed(plain);
    for (const voter of people(10)) await respond(voter, { how: 'tram' });
    for (let form = 1; form <= 9; form++) await onPaper(String(form), { how: 'bus', age: 30 });
    await onPaper('10', { how: 'bus' }, false);
    expect((await results())[0]).toMatchObject({ answered: 10, choices: [{ votes: 0 }, { votes: 10 }, { votes: 0 }] });
    expect((await shown()).channels).toEqual([{ channel: 'paper', responses: 9, answers: [] }]);
    await onPaper('11', { how: { options: [], other: { sealed: '1.x.y' } }, age: 50 });
    expect((await results())[0]!.answered).toBe(10);
    await close();
    const [{ answers, responses }] = (await shown()).channels as [ActivityResults['channels'][number]];
    expect(responses).toBe(10);
    expect(answers[0]).toMatchObject({ answered: 10, answeredByAssurance: null, choices: [{ votes: 9 }, { votes: 0 }, { votes: 1 }] });
    expect(answers[2]).toMatchObject({ answered: 10, mean: 32, choices: [{ choice: '30', votes: 9 }, { choice: '50', votes: 1 }] });
    const cells = await exported('responses');
    const of = (channel: string, question: string) => cells.filter((row) => row[1] === channel && row[2] === question).map((row) => row[4]);
    expect([of('paper', 'how').sort(), of('account', 'how')]).toEqual([[...Array(9).fill('bus'), 'other'], Array(10).fill('tram')]);
  });

  it('say how many forms on paper have no answer to a question, and why, where that is not of few', async () => {
    const { onPaper, close, shown, exported } = await surveyed({
      sections: [
        {
          questions: [
            ...plain.sections[0]!.questions.slice(0, 1),
            { id: 'age', kind: 'number', text: 'Age?', isRequired: false },
            { id: 'zone', kind: 'number', text: 'Zone?', isRequired: true },
          ],
        },
      ],
    });
    const answered = (to: object, unanswered: Unanswered, from: number, forms: number) =>
      Promise.all(Array.from({ length: forms }, (_, at) => onPaper(String(from + at), to as never, true, unanswered)));
    await answered({ how: 'bus', age: 30, zone: 1 }, {}, 1, 12);
    await answered({ how: 'bus' }, { age: 'unreadable', zone: 'blank' }, 20, 10);
    await answered({ age: 30, zone: 1 }, { how: 'invalid' }, 40, 3);
    await close();
    const [{ answers, responses }] = (await shown()).channels as [ActivityResults['channels'][number]];
    expect(responses).toBe(25);
    expect(answers.map(({ id, answered: n, unanswered }) => [id, n, unanswered])).toEqual([
      // Whoever subtracts those that answered from all knows that they are three, and not why.
      ['how', 22, { forms: 3, blank: null, unreadable: null, invalid: null }],
      ['age', 15, { forms: 10, blank: 0, unreadable: 10, invalid: 0 }],
      ['zone', 15, { forms: 10, blank: 10, unreadable: 0, invalid: 0 }],
    ]);
    const rows = (await exported('responses')).filter((row) => row.includes('invalid'));
    expect(rows.map((row) => row.slice(1, 7))).toEqual(Array(3).fill(['paper', 'how', 'How?', null, null, 'invalid']));
  });

  it('list what people wrote once the survey is closed, as far as moderators list it, and nothing else', async () => {
    const { respond, seal, decide, answer, written, waits, close, happened, exported } = await surveyed(plain);
    const voters = people(12);
    const accounts = voters.map(() => randomUUID());
    const say = async (at: number, words: string) =>
      respond(voters[at]!, { how: 'bus', wish: await seal(voters[at]!, accounts[at]!, 'wish', words) });
    for (const at of voters.keys()) await say(at, `Wish ${at}`);
    const open = await written('wish');
    expect([open.shown, await open.desk()]).toMatchObject([{ state: 'open', texts: 0, items: [] }, { items: [] }]);
    expect(await waits()).toBe(false);
    await say(0, 'Another wish');
    await respond(voters[1]!, { how: { options: [], other: await seal(voters[1]!, accounts[1]!, 'how', 'On foot') } });
    await close();
    expect([await waits(), await waits('elsewhere')]).toEqual([true, false]);
    const desk = await (await written('wish')).desk();
    const nameOf = (words: string) => desk.items.find((one) => one.words === words)!.text;
    const wishes = [10, 11, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `Wish ${at}`);
    expect(desk.items.map(({ words }) => words).sort()).toEqual(['Another wish', ...wishes]);
    expect(desk.items.map(({ text }) => text)).toEqual(desk.items.map(({ text }) => text).sort());
    expect(JSON.stringify(desk)).not.toContain(voters[2]!);
    for (const words of ['Another wish', 'Wish 2', 'Wish 3', 'Wish 4']) await decide(nameOf(words), 'listed');
    await decide(nameOf('Wish 5'), 'heldBack');
    await decide(nameOf('Wish 3'), 'waiting');
    const { shown, mustStand: stands, own } = await written('wish');
    expect(shown).toMatchObject({ state: 'shown', texts: 11, count: 3, next: null });
    expect(shown.items.map(({ words }) => words).sort()).toEqual(['Another wish', 'Wish 2', 'Wish 4']);
    expect(Object.keys(shown.items[0]!)).toEqual(['text', 'words', 'answer']);
    expect(await own(voters[5]!)).toEqual([{ question: 'wish', decision: 'heldBack', reason: 'It is rude', rule: null, answer: null }]);
    expect((await written('how')).shown).toMatchObject({ texts: 1, items: [] });
    const rows = shown.items.map(({ text, words }) => ['wish', 'Wish?', text, 'given', words]);
    expect(await exported('listed-texts')).toEqual(rows);

    await answer(nameOf('Wish 4'), 'partly', 'Wishes');
    for (const words of ['Another wish', 'Wish 5']) await answer(nameOf(words), 'rejected');
    const answered = await written('wish');
    const byWords = new Map(answered.shown.items.map((one) => [one.words, one.answer]));
    expect(byWords.get('Wish 4')).toEqual({ aboutId: expect.any(String), stance: 'partly', theme: 'Wishes' });
    expect([byWords.get('Wish 2'), byWords.get('Another wish')?.theme, answered.shown.answered]).toEqual([null, null, 2]);
    expect(answered.covered).toMatchObject({ state: 'shown', listed: 3, open: 1, accepted: 0, partly: 1, rejected: 1, noted: 0 });
    const found = async (asked: object) => (await answered.listed(asked)).items.map(({ words }) => words).sort();
    expect(await found({})).toEqual(['Another wish', 'Wish 2', 'Wish 4']);
    expect(await found({ answered: 'no' })).toEqual(['Wish 2']);
    expect(await found({ words: 'aNOTHER' })).toEqual(['Another wish']);
    expect(await found({ only: nameOf('Wish 5'), question: 'wish' })).toEqual([]);
    expect(await found({ question: 'how' })).toEqual([]);

    const changed = nameOf('Another wish');
    await stands(changed);
    for (const text of ['ab'.repeat(32), 'x']) await expect(stands(text)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await happened('BallotExcluded', voters[0]!);
    await stage.keys.destroy(accounts[2]!);
    const later = await written('wish');
    expect(later.shown.items.map(({ words }) => words).sort()).toEqual(['Wish 4', null]);
    expect(later.covered).toMatchObject({ listed: 2, open: 1, partly: 1, rejected: 0 });
    await expect(later.mustStand(changed)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const { text } of (await later.desk('waiting')).items) await decide(text, 'heldBack');
    expect(await waits()).toBe(true);
    await stage.keys.destroy(accounts[1]!);
    expect([await waits(), (await (await written('how')).desk()).items]).toEqual([false, []]);
    for (const voter of voters.slice(9)) await happened('BallotExcluded', voter);
    expect((await written('wish')).shown).toMatchObject({ state: 'tooFew', items: [] });
    expect(await exported('listed-texts')).toEqual([]);
  });

  it('of personal links stand apart, the last by each, and not the first by one that was revoked before', async () => {
    const { respond, results, issue, revoke, byLink, shown, close, exported, batches } = await surveyed(plain);
    const links = Array.from({ length: 24 }, (_, at) => at.toString(16).padStart(64, '0'));
    await issue(1, links.slice(0, 12));
    await issue(2, links.slice(12));
    for (const voter of people(10)) await respond(voter, { how: 'tram' });
    const first = await byLink(1, links[0]!, { how: 'tram' });
    for (const link of links.slice(1, 9)) await byLink(1, link, { how: 'bus', age: 30 });
    await byLink(1, links[0]!, { how: 'bus' }, first);
    await revoke(1);
    await byLink(1, links[9]!, { how: 'tram' });
    await byLink(1, links[1]!, { how: 'tram' });
    expect((await results())[0]).toMatchObject({ answered: 10, choices: [{ votes: 0 }, { votes: 10 }, { votes: 0 }] });
    expect((await shown()).channels).toEqual([{ channel: 'link', responses: 9, answers: [] }]);
    await byLink(2, links[12]!, { how: 'bus' });
    expect((await results())[0]!.answered).toBe(10);
    await close();
    const [{ answers, responses }] = (await shown()).channels as [ActivityResults['channels'][number]];
    expect(responses).toBe(10);
    expect(answers[0]).toMatchObject({ answered: 10, answeredByAssurance: null, choices: [{ votes: 9 }, { votes: 1 }, { votes: 0 }] });
    const cells = (await exported('responses')).filter((row) => row[1] === 'link' && row[2] === 'how');
    expect(cells.map((row) => row[4]).sort()).toEqual([...Array(9).fill('bus'), 'tram']);
    expect(await batches()).toEqual([
      { batch: 1, links: 12, reason: 'Lost' },
      { batch: 2, links: 12, reason: null },
    ]);
  });

  it('of places are squares of enough people, and all others together', async () => {
    const question = { id: 'where', kind: 'place', text: 'Where?', isRequired: false } as const;
    const { respond, results } = await surveyed({ sections: [{ questions: [question] }] });
    const at = async (count: number, cell?: string) => {
      for (const voter of people(count)) await respond(voter, { where: { sealed: '1.x.y', ...(cell !== undefined && { cell }) } });
    };
    await at(10, '50.84,4.35');
    await at(6, '50.84,4.36');
    await at(4, '50.81,4.30');
    await at(2, '48.85,2.35');
    await at(3);
    const [{ answered, choices }] = (await results()) as [ActivityResults['answers'][number]];
    expect([answered, choices.map(({ choice, text, votes }) => [choice, text, votes])]).toEqual([
      25,
      [
        ['50.84,4.35', '50.84…50.85, 4.35…4.36', 10],
        ['50.8,4.3', '50.8…50.9, 4.3…4.4', 10],
        ['elsewhere', null, 2],
      ],
    ]);
  });

  it('are for auditors by role to count, since nobody else sees the answers', async () => {
    const { name, recount } = await surveyed(plain);
    await name(pseudonym(), 'a commitment');
    for (const voter of people(9)) await name(voter, 'a commitment');
    expect(recount.results(true)).toMatchObject({ participants: 10, answers: { why: expect.stringContaining('--token') } });
    expect(recount.results()).toMatchObject({ answers: [], answersState: 'open' });
  });
});
