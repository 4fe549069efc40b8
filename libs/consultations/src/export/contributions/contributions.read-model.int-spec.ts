import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import type { AssuranceLevel } from '@isegoria/kernel';
import { aDeliberation, aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { VoteChoice } from '../../methods/deliberation/vote/statement-vote.contract';
import { nameOfSealed, sealBytes } from '../../methods/survey/answer-file/keeping/sealed-bytes';
import type { DeskTextView } from '../../methods/survey/written/written-text.contract';
import { surveyedOn } from '../../methods/survey/surveyed.fixture';
import { Tables } from '../../tables.service';
import { csvOf } from '../download/formats/csv.api';
import { zipOf } from '../download/formats/zip.api';
import { readContributions } from './contributions.read-model';
import { exportLife, type ExportContents } from '../export.contract';
import { exportById } from '../download/export.read-model';

describe('exports', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  const at = '2026-03-01T00:00:00.000Z';
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  interface Place {
    readonly consultationId: string;
    readonly activityId: string;
  }
  const consultation = async (activity = aDeliberation()): Promise<Place> => {
    const { consultationId, activityId } = await stage.drafted([[activity]]);
    return { consultationId, activityId };
  };
  async function said(context: string, text: string) {
    const person = randomUUID();
    await stage.keys.create([person]);
    const sealed = { sealed: await stage.keys.seal(person, context, { event: randomUUID(), field: 'text' }, text) };
    return { person, author: await stage.keys.pseudonym(person, context), assurance: 'email' as const, text: sealed };
  }
  async function stated(place: Place, text: string, about: object = {}) {
    const { person, ...words } = await said(place.consultationId, text);
    const statementId = randomUUID();
    const position = await stage.record(
      `statement-${statementId}`,
      { type: 'StatementSubmitted', data: { statementId, ...place, externalId: null, ...words, ...about } },
      { at },
    );
    return { id: statementId, person, author: words.author, position };
  }
  async function commented({ consultationId }: Place, text: string) {
    const { person, ...words } = await said(consultationId, text);
    const commentId = randomUUID();
    const position = await stage.record(
      `comment-${commentId}`,
      { type: 'CommentSubmitted', data: { commentId, consultationId, ...words } },
      { at },
    );
    return { id: commentId, person, author: words.author, position };
  }
  const erase = (person: string) => stage.dataSource.query('DELETE FROM vault.person_key WHERE person_id = $1', [person]);

  /** Of the activity, or of the consultation alone where it names no activity. */
  async function table({ consultationId, activityId }: Partial<Place>, contents: ExportContents, forModerator = false) {
    await stage.projected();
    const rows: (string | null)[][] = [];
    let columns: readonly string[] = [];
    let position = 0;
    await readContributions(
      stage.dataSource,
      stage.freshKeys(),
      { consultationId: consultationId!, activityId: activityId ?? null, contents, forModerator },
      async (contributions) => {
        ({ columns, position } = contributions);
        for await (const row of contributions.rows) rows.push([...row]);
      },
    );
    return {
      columns,
      position,
      rows,
      records: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
    };
  }

  it('are found with the account that made them, and for how long', async () => {
    const exportId = randomUUID();
    const data = {
      exportId,
      consultationId: randomUUID(),
      activityId: randomUUID(),
      contents: 'votes',
      purpose: 'For the report',
      by,
    } as const;
    await stage.record(`export-${exportId}`, { type: 'ContributionsExported', data });
    await stage.projected();
    const { recordedAt } = (await stage.store.readStream(`export-${exportId}`))[0]!;
    const { exportId: _, ...rest } = data;
    expect(await exportById(stage.dataSource, exportId)).toEqual({
      id: exportId,
      ...rest,
      exportedAt: recordedAt,
      expiresAt: new Date(Date.parse(recordedAt) + exportLife).toISOString(),
    });
    expect(await exportById(stage.dataSource, randomUUID())).toBeUndefined();
    expect(await exportById(stage.dataSource, 'none')).toBeUndefined();
  });

  it('have every statement with its status, and texts that are not public for moderators only', async () => {
    const place = await consultation();
    const [accepted, pending, rejected, erased] = [
      await stated(place, 'Good'),
      await stated(place, 'Waiting'),
      await stated(place, 'Bad'),
      await stated(place, 'Gone'),
    ];
    for (const { id } of [accepted, erased])
      await stage.record(`statement-${id}`, { type: 'StatementAccepted', data: { statementId: id, ...place, by } });
    await stage.record(`statement-${rejected.id}`, {
      type: 'StatementRejected',
      data: { statementId: rejected.id, ...place, by, reason: 'Rude' },
    });
    await stated(await consultation(), 'Elsewhere');
    await erase(erased.person);
    const common = ({ id, author, position }: typeof accepted) => ({
      statement_id: id,
      author,
      position: String(position),
      external_id: null,
      submitted_at: at,
      rejection_reason: null,
      edited_at: null,
    });
    const publicly = [
      { ...common(accepted), status: 'accepted', text_status: 'given', text: 'Good' },
      { ...common(pending), status: 'pending', text_status: 'withheld', text: null },
      { ...common(rejected), status: 'rejected', rejection_reason: 'Rude', text_status: 'withheld', text: null },
      { ...common(erased), status: 'accepted', text_status: 'erased', text: null },
    ];
    expect((await table(place, 'statements')).records).toEqual(publicly);
    expect((await table(place, 'statements', true)).records).toEqual(
      publicly.map((row, index) => ({
        ...row,
        ...(index === 1 ? { text_status: 'given', text: 'Waiting' } : index === 2 ? { text_status: 'given', text: 'Bad' } : {}),
      })),
    );
  });

  it('give pending statements where those may be voted on', async () => {
    const place = await consultation(aDeliberation('after'));
    await stated(place, 'At once');
    expect((await table(place, 'statements')).records).toMatchObject([{ status: 'pending', text_status: 'given', text: 'At once' }]);
  });

  it('have the words of a proposal apart from its reason', async () => {
    const place = await consultation({ ...aDeliberation('after'), method: 'document' } as unknown as ReturnType<typeof aDeliberation>);
    const [at, whole] = [{ version: 1, paragraph: 'p1', words: null }, 'Ten.\n\nTrucks need it.'];
    const kinds = [{ replaces: true }, {}, { replaces: true, leavesOut: true }];
    for (const more of kinds) await stated(place, whole, { at: { ...at, ...more } });
    const said = (await table(place, 'statements')).records.map((one) => [one['replaces'], one['leaves_out'], one['text'], one['reason']]);
    expect(said).toEqual([...[['yes', 'no', 'Ten.', 'Trucks need it.']], ['no', 'no', whole, null], ['yes', 'yes', '', whole]]);
  });

  it('have hidden comments with the reason, and their texts and those of withdrawn ones for nobody', async () => {
    const place = await consultation();
    const { consultationId } = place;
    const about = { consultationId };
    const [shown, hidden, erased] = [await commented(place, 'Kind'), await commented(place, 'Rude'), await commented(place, 'Gone')];
    const withdrawn = await commented(place, 'Regretted');
    for (const assurance of ['email', 'anonymous'] as const) {
      const support = { item: 'comment', itemId: shown.id, consultationId, supporter: pseudonym(), supports: true, assurance } as const;
      await stage.record(`support-${shown.id}-${support.supporter}`, { type: 'SupportCast', data: support });
    }
    const own = { commentId: withdrawn.id, consultationId, author: withdrawn.author };
    await stage.record(`comment-${withdrawn.id}`, { type: 'CommentWithdrawn', data: own });
    await stage.record(`comment-${hidden.id}`, {
      type: 'CommentHidden',
      data: { commentId: hidden.id, consultationId, by, reason: 'Insult' },
    });
    await erase(erased.person);
    const common = ({ id, author, position }: typeof shown) => ({
      comment_id: id,
      author,
      position: String(position),
      assurance: 'email',
      submitted_at: at,
      hidden_reason: null,
      edited_at: null,
      in_reply_to: null,
      thread_id: id,
      supporters: '0',
      supporters_at_any_level: '0',
    });
    for (const forModerator of [false, true]) {
      expect((await table(about, 'comments', forModerator)).records).toEqual([
        { ...common(shown), status: 'shown', text_status: 'given', text: 'Kind', supporters: '1', supporters_at_any_level: '2' },
        { ...common(hidden), status: 'hidden', hidden_reason: 'Insult', text_status: 'withheld', text: null },
        { ...common(erased), status: 'shown', text_status: 'erased', text: null },
        { ...common(withdrawn), status: 'withdrawn', text_status: 'withheld', text: null },
      ]);
    }
  });

  it('have questions with their answers', async () => {
    const { consultationId } = await consultation();
    const about = { consultationId };
    const ids = [randomUUID(), randomUUID()];
    for (const questionId of ids) {
      const { person: _, ...words } = await said(consultationId, 'Why?');
      await stage.record(
        `question-${questionId}`,
        { type: 'QuestionAsked', data: { questionId, unit: 'root', consultationId, ...words } },
        { at },
      );
    }
    await stage.record(
      `question-${ids[0]}`,
      { type: 'QuestionAnswered', data: { questionId: ids[0]!, consultationId, by, text: 'Because.' } },
      { at },
    );
    expect((await table(about, 'questions')).records).toMatchObject([
      { question_id: ids[0], status: 'answered', text_status: 'given', text: 'Why?', answered_at: at, answer: 'Because.' },
      { question_id: ids[1], status: 'open', text_status: 'given', answered_at: null, answer: null },
    ]);
  });

  it('have the last votes under pseudonyms, each with its level', async () => {
    const [place, statementId] = [await consultation(), randomUUID()];
    const [one, other] = [pseudonym(), pseudonym()].sort() as [string, string];
    const vote = (voter: string, choice: VoteChoice, assurance: AssuranceLevel) => {
      const event = { type: 'StatementVoteCast', data: { ...place, statementId, voter, choice, assurance } } as const;
      return stage.record(ballotStream(event), event);
    };
    await vote(other, 'disagree', 'anonymous');
    await vote(one, 'agree', 'email');
    await vote(one, 'pass', 'attested');
    const { columns, rows } = await table(place, 'votes');
    expect([columns, ...rows]).toEqual([
      ['voter', 'statement_id', 'statement_words', 'choice', 'assurance', 'status', 'excluded_reason'],
      [one, statementId, null, 'pass', 'attested', 'counted', null],
      [other, statementId, null, 'disagree', 'anonymous', 'belowLevel', null],
    ]);
  });

  it('have the words of statements beside votes, those that are not public for moderators only', async () => {
    const place = await consultation();
    const voter = pseudonym();
    const [good, bad, gone] = [await stated(place, 'Good'), await stated(place, 'Bad'), await stated(place, 'Gone')];
    for (const { id: statementId } of [good, bad, gone]) {
      const event = { type: 'StatementVoteCast', data: { ...place, statementId, voter, choice: 'agree', assurance: 'email' } } as const;
      await stage.record(ballotStream(event), event);
    }
    for (const { id } of [good, gone])
      await stage.record(`statement-${id}`, { type: 'StatementAccepted', data: { statementId: id, ...place, by } });
    const rejection = { statementId: bad.id, ...place, by, reason: 'Rude' };
    await stage.record(`statement-${bad.id}`, { type: 'StatementRejected', data: rejection });
    await erase(gone.person);
    const words = async (forModerator: boolean) =>
      Object.fromEntries((await table(place, 'votes', forModerator)).records.map((row) => [row['statement_id'], row['statement_words']]));
    expect(await words(false)).toEqual({ [good.id]: 'Good', [bad.id]: null, [gone.id]: null });
    expect(await words(true)).toEqual({ [good.id]: 'Good', [bad.id]: 'Bad', [gone.id]: null });
  });

  it('have the last ballots of a poll', async () => {
    const place = await consultation(aPoll);
    const voter = pseudonym();
    for (const options of [['a'], ['a', 'b']]) {
      const event = { type: 'PollBallotCast', data: { ...place, voter, options, assurance: 'email' } } as const;
      await stage.record(ballotStream(event), event);
    }
    const { columns, rows } = await table(place, 'votes');
    expect([columns, ...rows]).toEqual([
      ['voter', 'options', 'options_words', 'assurance', 'status', 'excluded_reason'],
      [voter, 'a b', 'Trams\nBuses', 'email', 'counted', null],
    ]);
    const excluded = { type: 'BallotExcluded', data: { ...place, voter, by, reason: 'Cast by a program' } } as const;
    await stage.record(ballotStream(excluded), excluded);
    expect((await table(place, 'votes')).rows).toEqual([[voter, 'a b', 'Trams\nBuses', 'email', 'excluded', 'Cast by a program']]);
  });

  it('read a list of any length to its end, as of one log position', async () => {
    const place = await consultation();
    const { consultationId } = place;
    const about = { consultationId };
    const { id } = await commented(place, 'The first');
    const before = await stage.projected();
    const many = 1_234;
    await stage.dataSource.query(
      `INSERT INTO comment (id, consultation_id, author, assurance, text, submitted_at, submitted_position, thread_id, version)
       SELECT gen_random_uuid(), consultation_id, author, assurance, text, submitted_at, submitted_position + n, gen_random_uuid(), version
       FROM comment, generate_series(1, $2) n WHERE id = $1`,
      [id, many],
    );
    let position = 0;
    const seen = new Set<string | null | undefined>();
    await readContributions(
      stage.dataSource,
      stage.keys,
      { consultationId, activityId: null, contents: 'comments', forModerator: false },
      async (contributions) => {
        position = contributions.position;
        // What is recorded after the position was stated is not in the rows, even if they are read later.
        await commented(place, 'Too late').then(() => stage.projected());
        for await (const [commentId] of contributions.rows) seen.add(commentId);
      },
    );
    expect([seen.size, position]).toEqual([many + 1, before]);
    expect((await table(about, 'comments')).rows).toHaveLength(many + 2);
  });

  it('give the connection back when the reader fails, and know no consultation that is none', async () => {
    const place = await consultation();
    await stage.projected();
    for (let times = 0; times < 25; times++) {
      const read = readContributions(stage.dataSource, stage.keys, { ...place, contents: 'votes', forModerator: false }, () =>
        Promise.reject(new Error('gone')),
      );
      await expect(read).rejects.toThrow('gone');
    }
    await expect(table({ ...place, consultationId: randomUUID() }, 'votes')).rejects.toMatchObject({ code: 'CONSULTATION_NOT_FOUND' });
  });

  it('are of one activity, and know none that is of another consultation, or that has no such contributions', async () => {
    const { consultationId, activityIds } = await stage.drafted([[aDeliberation('after')], [aDeliberation('after'), aPoll]]);
    const [first, second, poll] = activityIds.map((activityId) => ({ consultationId, activityId })) as [Place, Place, Place];
    await stated(first, 'Of the first');
    await stated(second, 'Of the second');
    expect((await table(second, 'statements')).records).toMatchObject([{ text: 'Of the second' }]);
    const elsewhere = { ...first, activityId: (await consultation()).activityId };
    await expect(table(elsewhere, 'statements')).rejects.toMatchObject({ code: 'ACTIVITY_NOT_FOUND' });
    await expect(table({ ...first, activityId: randomUUID() }, 'votes')).rejects.toMatchObject({ code: 'ACTIVITY_NOT_FOUND' });
    for (const [of, contents] of [
      [poll, 'statements'],
      [first, 'comments'],
      [{ consultationId }, 'votes'],
    ] as const)
      await expect(table(of, contents)).rejects.toMatchObject({ code: 'WRONG_METHOD' });
  });

  it('are files in one archive with their list, under safe names, and say which are erased or were altered', async () => {
    await Tables.in(stage.dataSource);
    const question = { id: 'plan', kind: 'file' as const, text: '=Your plan?', isRequired: false };
    const survey = await surveyedOn(stage, { sections: [{ questions: [question] }] });
    const sent = async (name: string, bytes = Buffer.from(name)) => {
      const [voter, person, key] = [pseudonym(), randomUUID(), randomBytes(32)];
      const sealed = sealBytes(key, bytes);
      const file = nameOfSealed(sealed);
      const details = await survey.seal(voter, person, 'plan', JSON.stringify({ name, key: key.toString('base64') }));
      await survey.respond(voter, { plan: { file, mediaType: 'application/pdf', size: bytes.length, details } });
      await stage.dataSource.query(
        `INSERT INTO consultations_files.answer_file (file, activity_id, voter, question, media_type, size, details, bytes, kept_on)
         VALUES ($1, $2, $3, 'plan', 'application/pdf', $4, $5, $6, current_date)`,
        [file, survey.place.activityId, voter, bytes.length, details.sealed, sealed],
      );
      return { voter, person, file };
    };
    const names = ['../../etc/passwd', "=cmd|'/C calc'!A0.exe", 'خطة الشارع.pdf', 'same.pdf', 'same.pdf', '\u202Efdp.exe'];
    const people: { voter: string; person: string; file: string }[] = [];
    for (const name of names) people.push(await sent(name));
    const [gone, altered] = [await sent('gone.pdf'), await sent('altered.pdf')];
    await erase(gone.person);
    await stage.dataSource.query(`UPDATE consultations_files.answer_file SET bytes = '\\x00' WHERE file = $1`, [altered.file]);
    await stage.projected();
    let zip = Buffer.alloc(0);
    const wanted = { ...survey.place, contents: 'answer-files', forModerator: false } as const;
    await readContributions(stage.dataSource, stage.freshKeys(), wanted, async ({ files, columns, rows }) => {
      zip = Buffer.concat(await zipOf(files!, csvOf(columns), rows).toArray());
    });
    const archive = await JSZip.loadAsync(zip, { checkCRC32: true });
    const inside = Object.keys(archive.files);
    expect(inside).toEqual([
      '00001-plan-etc-passwd.pdf',
      '00002-plan-cmd-C-calc-A0.pdf',
      '00003-plan-خطة-الشارع.pdf',
      '00004-plan-same.pdf',
      '00005-plan-same.pdf',
      '00006-plan-fdp.pdf',
      'index.csv',
    ]);
    for (const [at, name] of names.entries()) expect(await archive.file(inside[at]!)!.async('string')).toBe(name);
    const index: Record<string, string>[] = parse(await archive.file('index.csv')!.async('string'), { columns: true });
    expect(index.map(({ file, text_status: status, name }) => [file, status, name])).toEqual([
      ...names.map((name, at) => [inside[at], 'given', name.replace(/^=/, "'=")]),
      ['', 'erased', ''],
      ['', 'given', 'altered.pdf'],
    ]);
    expect(index[0]).toMatchObject({
      ...{ question_id: 'plan', question: "'=Your plan?", media_type: 'application/pdf', bytes: '16', voter: people[0]!.voter },
      ...{ assurance: 'email', status: 'counted', sealed_sha256: people[0]!.file },
    });
    const { records } = await table(survey.place, 'responses', true);
    expect(records.find(({ voter }) => voter === people[0]!.voter)).toMatchObject({ file_type: 'application/pdf', file_bytes: '16' });
  });

  it('have texts of paper and links once moderators list them, by the rule of all texts, each way by itself', async () => {
    const options = ['bus', 'tram'].map((id) => ({ id, text: id }));
    const how = { id: 'how', kind: 'single' as const, text: 'How?', isRequired: true, options };
    const text = { id: 'wish', kind: 'long-text' as const, text: 'Wish?', isRequired: false };
    const questionnaire = { sections: [{ questions: [how, text] }] };
    const { respond, seal, issue, byLink, onPaper, decide, written, waits, close, exported } = await surveyedOn(stage, questionnaire);
    const wish = (words: string) => seal('', randomUUID(), 'wish', words);
    const links = Array.from({ length: 12 }, (_, at) => at.toString(16).padStart(64, '0'));
    await issue(1, links);
    for (let at = 0; at < 10; at++) await respond(pseudonym(), { how: 'bus', ...(at < 3 && { wish: await wish('With an account') }) });
    for (const link of links.slice(0, 9)) await byLink(1, link, { how: 'bus', wish: await wish('By a link') });
    for (let form = 1; form <= 10; form++) await onPaper(String(form), { how: 'bus', wish: await wish(`Form ${form}`) });
    await onPaper('11', { how: 'bus', wish: await wish('Not confirmed') }, false);
    await close();
    const { desk, mustStand: stands } = await written('wish');
    const [first, ...others] = (await desk()).items as [DeskTextView, ...DeskTextView[]];
    // Nine links, and a few accounts, are too few to be told.
    expect([first, ...others].every(({ words }) => words!.startsWith('Form '))).toBe(true);
    await stands(first.text);
    await decide(first.text, 'listed');
    expect((await written('wish')).shown).toMatchObject({ state: 'shown', texts: 10, count: 1, items: [{ words: first.words }] });
    expect(await exported('listed-texts')).toEqual([['wish', 'Wish?', first.text, 'given', first.words]]);
    expect(await waits()).toBe(true);
    for (const { text } of others) await decide(text, 'heldBack');
    expect(await waits()).toBe(false);
  });
});
