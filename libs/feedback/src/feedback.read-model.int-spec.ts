import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atEachLevel } from '@isegoria/consultations';
import type { RecordedText } from '@isegoria/kernel';
import type { Reading } from '@isegoria/projection';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { actor } from '@isegoria/testing';
import { appealDecided, appealMade } from './appeal/appeal.contract';
import { commentList } from './comment/comment.read-model';
import type { FeedbackEvent } from './contract';
import { deskAnswers } from './desk/desk.read-model';
import { questionById, questionList } from './question/question.read-model';

describe('the lists of comments and questions', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  const [at, later] = ['2026-03-01T00:00:00.000Z', '2026-03-01T00:30:00.000Z'];
  const unsupported = { support: atEachLevel(0), supporters: 0 };
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  async function said(context: string, text: string) {
    const person = randomUUID();
    await stage.keys.create([person]);
    const sealed: RecordedText = { sealed: await stage.keys.seal(person, context, { event: randomUUID(), field: 'text' }, text) };
    return { person, author: await stage.keys.pseudonym(person, context), text: sealed };
  }
  const erase = (person: string) => stage.keys.destroy(person);

  async function commented(consultationId: string, text: string) {
    const { person, author, text: sealed } = await said(consultationId, text);
    const id = randomUUID();
    const data = { commentId: id, consultationId, author, assurance: 'email', text: sealed } as const;
    await stage.record(`comment-${id}`, { type: 'CommentSubmitted', data }, { at });
    return { id, person, author };
  }

  async function asked(consultationId: string | null, text: string, unit = 'root', about: { categories?: string[] } = {}) {
    const { person, author, text: sealed } = await said(consultationId ?? 'questions', text);
    const id = randomUUID();
    const data = { questionId: id, unit, consultationId, author, assurance: 'anonymous', text: sealed, ...about } as const;
    await stage.record(`question-${id}`, { type: 'QuestionAsked', data }, { at });
    return { id, person, author };
  }

  const comments = async (consultationId: string) => (
    await stage.projected(),
    (await commentList(stage.dataSource, stage.freshKeys(), consultationId)).items
  );
  const question = async (id: string) => (await stage.projected(), questionById(stage.dataSource, stage.freshKeys(), id));

  it('lists comments newest first, under a pseudonym', async () => {
    const consultationId = randomUUID();
    const [older, newer] = [await commented(consultationId, 'Older'), await commented(consultationId, 'أحدث')];
    await commented(randomUUID(), 'Elsewhere');
    const common = {
      consultationId,
      assurance: 'email',
      hiddenReason: null,
      hiddenRule: null,
      submittedAt: at,
      editedAt: null,
      withdrawnAt: null,
      version: expect.any(Number),
    };
    const noReply = (id: string) => ({ id, inReplyTo: null, threadId: id, ...unsupported });
    expect(await comments(consultationId)).toEqual([
      { ...common, ...noReply(newer.id), author: newer.author, text: 'أحدث' },
      { ...common, ...noReply(older.id), author: older.author, text: 'Older' },
    ]);
  });

  it('keeps a hidden comment in the list, with the reason and without the text, which no row holds any more', async () => {
    const consultationId = randomUUID();
    const { id } = await commented(consultationId, 'Insult');
    const hidden: FeedbackEvent = { type: 'CommentHidden', data: { commentId: id, consultationId, by, reason: 'Insult' } };
    await stage.record(`comment-${id}`, hidden);
    expect(await comments(consultationId)).toMatchObject([{ id, text: null, hiddenReason: 'Insult' }]);
    expect(await stage.dataSource.query('SELECT text FROM comment WHERE id = $1', [id])).toEqual([{ text: null }]);
  });

  it('shows hidden words again once they are restored, unless their author withdrew them', async () => {
    const consultationId = randomUUID();
    const [one, other] = [await commented(consultationId, 'Not an insult'), await asked(consultationId, 'Why?')];
    const why = { consultationId, by, reason: 'Insult', rule: 'respect' } as const;
    const decide = async (...types: ('Hidden' | 'Restored')[]) => {
      for (const type of types) {
        await stage.record(`comment-${one.id}`, { type: `Comment${type}`, data: { ...why, commentId: one.id } });
        await stage.record(`question-${other.id}`, { type: `Question${type}`, data: { ...why, questionId: other.id } });
      }
    };
    await decide('Hidden');
    expect(await comments(consultationId)).toMatchObject([{ text: null, hiddenReason: 'Insult', hiddenRule: 'respect' }]);
    expect(await question(other.id)).toMatchObject({ text: null, hiddenReason: 'Insult', hiddenRule: 'respect' });
    await decide('Restored');
    expect(await comments(consultationId)).toMatchObject([{ text: 'Not an insult', hiddenReason: null, hiddenRule: null }]);
    expect(await question(other.id)).toMatchObject({ text: 'Why?', hiddenReason: null });
    await decide('Hidden');
    const { author } = one;
    await stage.record(`comment-${one.id}`, { type: 'CommentWithdrawn', data: { commentId: one.id, consultationId, author } });
    await stage.projected();
    expect(await stage.dataSource.query('SELECT id FROM hidden_words WHERE id = ANY ($1)', [[one.id, other.id]])).toEqual([
      { id: other.id },
    ]);
  });

  it('tells open and answered questions apart, and shows the last answer', async () => {
    const consultationId = randomUUID();
    const [open, answered, general] = [
      await asked(consultationId, 'When?'),
      await asked(consultationId, 'Why?'),
      await asked(null, 'Who?'),
    ];
    const answer = async (text: string, on: string) =>
      stage.record(
        `question-${answered.id}`,
        { type: 'QuestionAnswered', data: { questionId: answered.id, consultationId, by, text } },
        { at: on },
      );
    await answer('Because.', '2026-03-02T00:00:00.000Z');
    await answer('Because of rain.', '2026-03-03T00:00:00.000Z');
    expect(await question(answered.id)).toEqual({
      id: answered.id,
      unit: 'root',
      consultationId,
      categories: [],
      author: answered.author,
      assurance: 'anonymous',
      text: 'Why?',
      ...unsupported,
      status: 'answered',
      askedAt: at,
      hiddenReason: null,
      hiddenRule: null,
      answer: 'Because of rain.',
      answerFiles: { picture: null, documents: [] },
      answeredAt: '2026-03-02T00:00:00.000Z',
      answerRevisedAt: '2026-03-03T00:00:00.000Z',
      version: expect.any(Number),
      editedAt: null,
      withdrawnAt: null,
    });
    const ids = async (options: Parameters<typeof questionList>[2]) =>
      (await questionList(stage.dataSource, stage.keys, options)).items.map(({ id }) => id);
    expect(await ids({ consultationId })).toEqual([answered.id, open.id]);
    expect(await ids({ consultationId, status: 'open' })).toEqual([open.id]);
    expect(await ids({ consultationId, status: 'answered' })).toEqual([answered.id]);
    expect((await ids({})).slice(0, 3)).toEqual([general.id, answered.id, open.id]);
    expect(await ids({ consultationId: 'none' })).toEqual([]);
    expect(await question('none')).toBeUndefined();
  });

  it('says of a file beside an answer that it was withdrawn since, and why', async () => {
    const { id } = await asked(null, 'Where?');
    const file = randomUUID().replaceAll('-', '').repeat(2);
    const map = { file, name: 'Map.pdf', mediaType: 'application/pdf', size: 4, alt: null, width: null, height: null } as const;
    const answer = { questionId: id, consultationId: null, by, text: 'Here.', files: { picture: null, documents: [map] } };
    await stage.record(`question-${id}`, { type: 'QuestionAnswered', data: answer });
    expect((await question(id))?.answerFiles.documents).toEqual([{ ...map, withdrawn: false, withdrawnReason: null }]);
    await stage.record(`file-${file}`, { type: 'FileWithdrawn', data: { file, by, reason: 'It named somebody.' } });
    expect((await question(id))?.answerFiles.documents).toEqual([{ ...map, withdrawn: true, withdrawnReason: 'It named somebody.' }]);
  });

  it('lists the questions to a unit and to those below it', async () => {
    const [unit, below] = ['root.aaaaaaaa', 'root.aaaaaaaa.11111111'];
    const [toUnit, toBelow] = [await asked(null, 'When?', unit), await asked(null, 'Where?', below)];
    await asked(null, 'Elsewhere?', 'root.aaaaaaaab');
    await stage.projected();
    const ids = async (of: string) => (await questionList(stage.dataSource, stage.keys, { units: [of] })).items.map(({ id }) => id);
    expect(await ids(unit)).toEqual([toBelow.id, toUnit.id]);
    expect(await ids(below)).toEqual([toBelow.id]);
    expect(await ids('root.bbbbbbbb')).toEqual([]);
  });

  it('lists the questions about a topic or an area, those below it included', async () => {
    const [topic, area] = ['topic.0000aaaa', 'area.0000aaaa'];
    const { id } = await asked(null, 'How clean is it?', 'root', { categories: [area, `${topic}.0000bbbb`] });
    await asked(null, 'Another?', 'root', { categories: [`${topic}a`] });
    await stage.projected();
    expect((await question(id))!.categories).toEqual([area, `${topic}.0000bbbb`]);
    const ids = async (of: { topic?: string; area?: string }) =>
      (await questionList(stage.dataSource, stage.keys, of)).items.map((one) => one.id);
    expect(await ids({ topic })).toEqual([id]);
    expect(await ids({ topic, area })).toEqual([id]);
    expect(await ids({ topic, area: 'area.0000bbbb' })).toEqual([]);
  });

  it('shows the newest words of a comment, and none once its author has withdrawn it', async () => {
    const consultationId = randomUUID();
    const { id, person, author } = await commented(consultationId, 'Buses');
    const other = { sealed: await stage.keys.seal(person, consultationId, { event: randomUUID(), field: 'text' }, 'Trams') };
    const own = { commentId: id, consultationId, author };
    await stage.record(`comment-${id}`, { type: 'CommentEdited', data: { ...own, text: other } }, { at: later });
    expect(await comments(consultationId)).toMatchObject([{ id, text: 'Trams', editedAt: later, withdrawnAt: null }]);
    await stage.record(`comment-${id}`, { type: 'CommentWithdrawn', data: own }, { at: later });
    expect(await comments(consultationId)).toMatchObject([{ id, text: null, hiddenReason: null, withdrawnAt: later }]);
    expect(await stage.dataSource.query('SELECT text FROM comment WHERE id = $1', [id])).toEqual([{ text: null }]);
  });

  it('has a withdrawn question wait for no answer, and keeps the answer of one that has it', async () => {
    const consultationId = randomUUID();
    const [waiting, answered] = [await asked(consultationId, 'When?'), await asked(consultationId, 'Why?')];
    const answer = { questionId: answered.id, consultationId, by, text: 'Because.' };
    await stage.record(`question-${answered.id}`, { type: 'QuestionAnswered', data: answer });
    for (const { id, author } of [waiting, answered])
      await stage.record(`question-${id}`, { type: 'QuestionWithdrawn', data: { questionId: id, consultationId, author } }, { at: later });
    expect(await question(waiting.id)).toMatchObject({ status: 'withdrawn', text: null, answer: null, withdrawnAt: later });
    expect(await question(answered.id)).toMatchObject({ status: 'answered', text: null, answer: 'Because.', withdrawnAt: later });
    const ids = async (status: 'open' | 'answered' | 'withdrawn') =>
      (await questionList(stage.dataSource, stage.keys, { consultationId, status })).items.map(({ id }) => id);
    expect([await ids('open'), await ids('answered'), await ids('withdrawn')]).toEqual([[], [answered.id], [waiting.id]]);
    const hidden = await asked(consultationId, 'Who?');
    expect(await question(hidden.id)).toMatchObject({ status: 'open', hiddenReason: null });
    expect(await ids('open')).toEqual([hidden.id]);
    const data = { questionId: hidden.id, consultationId, by, reason: 'It names a neighbour' };
    await stage.record(`question-${hidden.id}`, { type: 'QuestionHidden', data });
    expect(await question(hidden.id)).toMatchObject({ hiddenReason: data.reason });
    expect(await ids('open')).toEqual([]);
  });

  it('shows everything but the words of a person whose key was destroyed', async () => {
    const consultationId = randomUUID();
    const [comment, kept, erased, waiting] = [
      await commented(consultationId, 'Gone'),
      await commented(consultationId, 'Kept'),
      await asked(consultationId, 'Gone'),
      await asked(consultationId, 'Kept'),
    ];
    await stage.projected();
    await erase(comment.person);
    await erase(erased.person);
    expect(await comments(consultationId)).toMatchObject([
      { id: kept.id, text: 'Kept' },
      { id: comment.id, text: null, hiddenReason: null },
    ]);
    expect(await question(erased.id)).toMatchObject({ text: null, status: 'open' });
    const ofIt = { consultationId, status: 'open' } as const;
    const listed = async (waits?: true) => (await questionList(stage.dataSource, stage.keys, { ...ofIt, waits })).items.map(({ id }) => id);
    expect([await listed(), await listed(true)]).toEqual([[waiting.id, erased.id], [waiting.id]]);
  });

  it('asks moderators of the unit for a decision on an appeal until there is one, or its author was erased', async () => {
    const appealed = async () => {
      const { person, author, text } = await said('appeals', 'A joke');
      const data = { ...appealMade.sample, appealId: randomUUID(), itemId: randomUUID(), consultationId: null, author, text };
      await stage.record(`appeal-${data.appealId}`, { type: 'AppealMade', data });
      return { id: data.appealId, person };
    };
    const [kept, erased] = [await appealed(), await appealed()];
    await stage.projected();
    const { dataSource: rows, keys } = stage;
    const reading = { rows, keys, reader: actor('moderator') } as Reading;
    const waiting = async (unit?: string) => (await deskAnswers[0]!.give({ kind: 'appeal', unit }, reading)).items.map(({ id }) => id);
    expect(await waiting()).toEqual([kept.id, erased.id]);
    await erase(erased.person);
    expect([await waiting(), await waiting('root.ffffffff')]).toEqual([[kept.id], []]);
    const data = { ...appealDecided.sample, appealId: kept.id };
    await stage.record(`appeal-${kept.id}`, { type: 'AppealDecided', data });
    await stage.projected();
    expect(await waiting()).toEqual([]);
  });
});
