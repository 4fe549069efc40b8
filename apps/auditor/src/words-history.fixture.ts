import { createHash, randomUUID } from 'node:crypto';
import { rootUnit, type Role } from '@isegoria/contracts';
import type { EventStore, NewEvent, NewMetadata } from '@isegoria/event-sourcing';
import type { SubjectKeys } from '@isegoria/privacy';
import { originOf } from './signed-acts.fixture';
import { ownWordsHistory } from './own-words-history.fixture';
import { fillQuota, withQuota } from './quota-history.fixture';

const aDay = 86_400_000;

const surveyOn = (text: string) => ({
  questionnaire: { sections: [{ questions: [{ id: 'often', kind: 'number', text, isRequired: false }] }] },
});

/**
 * A site on which everything was said that everybody may read: pages, settings, units, a deliberation, a poll that was closed early and
 * decided, statements, comments, questions, and what officials did. Citizens' words are sealed under keys of their own.
 */
export async function recordWords(store: EventStore, keys: SubjectKeys) {
  const [administrator, official] = [randomUUID(), randomUUID()];
  const people = [randomUUID(), randomUUID(), randomUUID()] as const;
  await keys.create(people);
  let position = 0;
  const record = async (stream: string, type: string, data: object) => {
    const origin = originOf({ data }, {});
    const metadata: NewMetadata = { schema: 1, at: new Date().toISOString(), correlationId: 'test', origin };
    const event = { type, data, id: randomUUID(), metadata } as NewEvent;
    ({ position } = await store.append(stream, [event], 'any'));
  };
  const sealed = async (person: string, context: string, event: string, text: string) => ({
    author: await keys.pseudonym(person, context),
    assurance: 'email',
    text: { sealed: await keys.seal(person, context, { event, field: 'text' }, text) },
  });

  for (const accountId of [administrator, official, ...people]) {
    await record(`account-${accountId}`, 'AccountRegistered', { accountId, profile: { sealed: '1.x.y' } });
    await record(`account-${accountId}`, 'EmailConfirmed', { accountId });
  }
  const grants: [string, Role][] = [
    [administrator, 'administrator'],
    [official, 'official'],
    [official, 'moderator'],
  ];
  for (const [accountId, role] of grants)
    await record(`account-${accountId}`, 'RoleGranted', { accountId, role, unit: rootUnit, by: administrator });

  await record('site-page-terms', 'SitePageFilledIn', { page: 'terms', facts: { law: { en: 'Of Lakes.' } }, by: administrator });
  const [water, roads] = [`${rootUnit}.1f0c22aa`, `${rootUnit}.2f0c22aa`];
  await record(`unit-${water}`, 'UnitMade', { unit: water, name: 'Water', by: administrator });
  await record(`unit-${water}`, 'UnitRenamed', { unit: water, name: 'Water and Shores', names: { fr: 'Eau' }, by: administrator });
  await record(`unit-${roads}`, 'UnitMade', { unit: roads, name: 'Roads', by: administrator });
  await record(`unit-${roads}`, 'UnitClosed', { unit: roads, by: administrator, reason: 'Merged.' });

  const category = async (place: string, names: object, ...then: [type: string, more: object][]) => {
    const own = { category: place, by: administrator };
    await record(`category-${place}`, 'CategoryAdded', { ...own, names, about: null });
    for (const [type, more] of then) await record(`category-${place}`, type, { ...own, ...more });
    return place;
  };
  const shores = { en: 'Water and shores', fr: 'Eau et rivages' };
  const topics = {
    water: await category('topic.1f0c22aa', { en: 'Water' }, ['CategoryRenamed', { names: shores, about: { en: 'Of lakes.' } }]),
    fires: await category('topic.2f0c22aa', { en: 'Fires' }, ['CategoryWithdrawn', { reason: 'Put out.' }]),
    coast: await category('area.1f0c22aa', { en: 'Coast' }),
  };

  const file = async (bytes: string, facts: object) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const attached = { file: hash, size: bytes.length, ...facts };
    await record(`file-${hash}`, 'FileAdded', { ...attached, unit: rootUnit, by: official });
    return attached;
  };
  const isDocument = { mediaType: 'application/pdf', alt: null, width: null, height: null };
  const files = {
    shore: await file('a shore', { name: 'Shore.png', mediaType: 'image/png', alt: 'A shore', width: 16, height: 9 }),
    plan: await file('a plan', { name: 'Plan.pdf', ...isDocument }),
    draft: await file('a first plan', { name: 'Draft.pdf', ...isDocument }),
  };
  const settings = { institution: { en: 'Ministry of Lakes' }, contactEmail: 'office@lakes.example', notice: { en: 'Open on Monday.' } };
  await record('settings', 'SettingsChanged', {
    ...settings,
    contributionsPerPerson: 20,
    editMinutes: null,
    staffNeedSecondFactor: true,
    timeZone: null,
    colour: null,
    crest: files.shore,
    by: administrator,
  });
  const beside = { picture: files.shore, documents: [files.plan, files.draft] };

  const page = async (title: string, unit: string, ...then: [type: string, more: object][]) => {
    const pageId = randomUUID();
    const data = { pageId, unit, kind: 'information', title, body: `About ${title}.`, language: 'en', by: official };
    await record(`page-${pageId}`, 'PageDrafted', data);
    await record(`page-${pageId}`, 'PagePublished', { pageId, by: official });
    for (const [type, more] of then) await record(`page-${pageId}`, type, { pageId, by: official, ...more });
    return pageId;
  };
  const lake = await page('The lake', water, [
    'PageRevised',
    {
      ...{ title: 'The lake park', body: 'Where it is built.', language: 'en', files: beside, note: 'The park has its place.' },
      categories: ['topic.1f0c22aa', 'area.1f0c22aa'],
    },
  ]);
  const shore = await page('The shore', rootUnit);
  const withdrawn = await page('Old', rootUnit, ['PageWithdrawn', { reason: 'Out of date.' }]);

  const consultation = async (title: string, unit: string, activity: object) => {
    const [consultationId, phaseId, activityId] = [randomUUID(), randomUUID(), randomUUID()];
    const words = { title, description: `About ${title}.`, language: 'en', by: official, externalId: null };
    const phases = [{ phaseId, title: 'The first' }];
    await record(`consultation-${consultationId}`, 'ConsultationDrafted', {
      ...{ countsFrom: 'email', consultationId, unit, ...words, phases },
      answerWithinDays: 60,
      categories: [topics.water],
    });
    const drafted = { activityId, consultationId, phaseId, title: `What of ${title}`, ...activity, by: official };
    await record(`activity-${activityId}`, 'ActivityDrafted', drafted);
    return { consultationId, phaseId, activityId };
  };
  const opensAt = new Date(Date.now() - aDay).toISOString();
  const closesIn = (days: number) => new Date(Date.now() + days * aDay).toISOString();
  const publish = async ({ consultationId, phaseId }: { consultationId: string; phaseId: string }, draft: string) => {
    const title = `${draft}?`;
    const stream = `consultation-${consultationId}`;
    const phases = [{ phaseId, opensAt, closesAt: closesIn(30) }];
    await record(stream, 'ConsultationPublished', { consultationId, phases, by: official });
    const change = { consultationId, phaseId, opensAt, closesAt: closesIn(40), reason: 'Holidays.', by: official };
    await record(stream, 'PhaseDatesChanged', change);
    const about = { summary: 'In short.', contact: null, decidedBy: 'The council', decidedWhen: null };
    const corrected = { consultationId, title, description: 'As it should have been.', about, note: 'A slip.', by: official };
    await record(stream, 'ConsultationCorrected', corrected);
    await record(stream, 'AnswerTermChanged', { consultationId, answerWithinDays: 90, reason: 'The council.', by: official });
    await record(stream, 'CategoriesSet', { consultationId, categories: [topics.coast, topics.water], by: official });
    const texts = [
      { of: title, text: `À propos : ${title}` },
      { of: about.summary, text: 'En bref.' },
    ];
    await record(stream, 'ConsultationTranslated', { consultationId, language: 'fr', texts, by: official });
  };

  const talk = await consultation('Lakes', water, { method: 'deliberation', settings: { moderation: 'before' } });
  const { consultationId, activityId } = talk;
  const judge = (statementId: string, type: string, more: object = {}) =>
    record(`statement-${statementId}`, type, { statementId, consultationId, activityId, by: official, ...more });
  const ofOffice = randomUUID();
  const place = { consultationId, activityId, externalId: null };
  await record(`statement-${ofOffice}`, 'StatementSubmitted', {
    statementId: ofOffice,
    ...place,
    author: null,
    assurance: null,
    text: { plain: 'A pool is needed.' },
  });
  await judge(ofOffice, 'StatementAccepted');
  await publish(talk, 'Lakes');
  const state = async (person: string, text: string) => {
    const statementId = randomUUID();
    const words = await sealed(person, consultationId, statementId, text);
    await record(`statement-${statementId}`, 'StatementSubmitted', { statementId, ...place, ...words });
    return statementId;
  };
  const [first, second, rejected, undone] = [
    await state(people[0], 'No pool.'),
    await state(people[1], 'Two pools.'),
    await state(people[2], 'My neighbour.'),
    await state(people[2], 'Any pool.'),
  ];
  for (const statementId of [first, second]) await judge(statementId, 'StatementAccepted');
  for (const statementId of [rejected, undone]) await judge(statementId, 'StatementRejected', { reason: 'Names a neighbour.' });
  await judge(undone, 'StatementDecisionUndone');
  for (const [person, statementId, choice] of [
    [people[0], first, 'agree'],
    [people[1], first, 'disagree'],
    [people[1], second, 'agree'],
  ] as const) {
    const voter = await keys.pseudonym(person, consultationId);
    const vote = { consultationId, activityId, statementId, voter, choice, assurance: 'email' };
    await record(`ballot-${activityId}-${voter}`, 'StatementVoteCast', vote);
  }
  const comment = async (person: string, text: string) => {
    const commentId = randomUUID();
    const words = await sealed(person, consultationId, commentId, text);
    await record(`comment-${commentId}`, 'CommentSubmitted', { commentId, consultationId, ...words });
    return commentId;
  };
  const comments = [
    await comment(people[0], 'Well said.'),
    await comment(people[1], 'Not so.'),
    await comment(people[2], 'Rude.'),
  ] as const;
  await record(`comment-${comments[2]}`, 'CommentHidden', { commentId: comments[2], consultationId, by: official, reason: 'Rude words.' });
  const ask = async (person: string, about: string | null, text: string) => {
    const questionId = randomUUID();
    const words = await sealed(person, about ?? 'questions', questionId, text);
    const unit = about === null ? rootUnit : water;
    const asked = { questionId, unit, consultationId: about, ...(about === null && { categories: ['topic.1f0c22aa'] }) };
    await record(`question-${questionId}`, 'QuestionAsked', { ...asked, ...words });
    return questionId;
  };
  const questions = [await ask(people[0], consultationId, 'When?'), await ask(people[1], null, 'Why?')] as const;
  const own = await ownWordsHistory({ record, sealed, comment, ask, state, judge }, people[0], talk);
  const answered = { questionId: questions[0], consultationId, by: official, text: 'In May.', files: beside };
  await record(`question-${questions[0]}`, 'QuestionAnswered', answered);

  await record(`file-${files.draft.file}`, 'FileWithdrawn', { file: files.draft.file, by: official, reason: 'It named somebody.' });

  const options = [
    { id: '1', text: 'A garden' },
    { id: '2', text: 'A wall' },
  ];
  const poll = await consultation('Shores', rootUnit, { method: 'poll', settings: { multiple: false, options } });
  await publish(poll, 'Shores');
  for (const person of people.slice(0, 2)) {
    const voter = await keys.pseudonym(person, poll.consultationId);
    const ballot = { consultationId: poll.consultationId, activityId: poll.activityId, voter, options: ['1'], assurance: 'email' };
    await record(`ballot-${poll.activityId}-${voter}`, 'PollBallotCast', ballot);
  }
  const stream = `consultation-${poll.consultationId}`;
  await record(stream, 'ConsultationClosed', { consultationId: poll.consultationId, by: official, reason: 'All was said.' });
  await record(stream, 'OutcomePublished', {
    consultationId: poll.consultationId,
    by: official,
    youSaid: 'A garden.',
    weDid: 'We plan it.',
    note: null,
  });
  await record(stream, 'OutcomePublished', {
    consultationId: poll.consultationId,
    by: official,
    youSaid: 'A garden.',
    weDid: 'We plant it.',
    note: 'The council has decided.',
  });
  const ferry = await consultation('The ferry', rootUnit, { method: 'survey', settings: surveyOn('How oftn?') });
  await publish(ferry, 'The ferry');
  const ofFerry = { activityId: ferry.activityId, consultationId: ferry.consultationId, by: official };
  await record(`activity-${ferry.activityId}`, 'ActivityCorrected', { ...ofFerry, settings: surveyOn('How often?'), note: 'A slip.' });
  const ride = await consultation('The ride', rootUnit, { method: 'survey', settings: withQuota });
  await publish(ride, 'The ride');
  await fillQuota(record, ride, official);
  const law = await consultation('Shore law', rootUnit, { method: 'document', settings: { moderation: 'after' } });
  const paper = { activityId: law.activityId, consultationId: law.consultationId, version: 1, part: 1, parts: 1, by: official };
  const blocks = [
    { id: 'p1', kind: 'heading', level: 1, text: 'Article 1' },
    { id: 'p2', kind: 'paragraph', level: 0, text: 'Every shore is open.' },
  ];
  await record(`document-${law.activityId}`, 'DocumentWritten', { ...paper, blocks });
  await publish(law, 'Shore law');
  const annotation = randomUUID();
  await record(`statement-${annotation}`, 'StatementSubmitted', {
    ...{ statementId: annotation, consultationId: law.consultationId, activityId: law.activityId, externalId: null },
    ...(await sealed(people[0], law.consultationId, annotation, 'At night as well?')),
    at: {
      ...{ paragraph: 'p2', version: 1, replaces: false },
      words: { exact: 'open', prefix: 'Every shore is ', suffix: '.', start: 15, end: 19 },
    },
  });
  const shut = { id: 'p3', kind: 'paragraph', level: 0, text: 'No shore is sold.' };
  const again = [blocks[0]!, { ...blocks[1]!, text: 'From today on every shore is open.' }];
  await record(`document-${law.activityId}`, 'DocumentWritten', { ...paper, version: 2, blocks: [...again, shut] });
  await record(`document-${law.activityId}`, 'DocumentRevised', {
    ...{ activityId: law.activityId, consultationId: law.consultationId, version: 2, by: official },
    ...{ reason: 'Some asked from when.', follows: [{ paragraph: 'p2', statementId: annotation }] },
  });
  const ofPoll = {
    consultationId: poll.consultationId,
    activityId: poll.activityId,
    about: 'activity',
    aboutId: poll.activityId,
    by: official,
  };
  const answerStream = `official-answer-${poll.activityId}`;
  const firstWords = { stance: 'noted', text: 'It is read.', note: null, documents: [files.plan] };
  await record(answerStream, 'OfficialAnswerPublished', { ...ofPoll, ...firstWords });
  const anew = { stance: 'partly', text: 'Half of it.', note: 'It was read anew.', documents: [files.plan] };
  await record(answerStream, 'OfficialAnswerPublished', { ...ofPoll, ...anew });
  await record(`official-answer-${annotation}`, 'OfficialAnswerPublished', {
    ...{ consultationId: law.consultationId, activityId: law.activityId, about: 'statement', aboutId: annotation, by: official },
    ...{ stance: 'rejected', text: 'Nights are for the birds.', note: null },
    group: { id: randomUUID(), size: 2, theme: { title: 'Nights', summary: 'For whom they are.' } },
  });
  const step = {
    ...{ milestoneId: randomUUID(), consultationId: poll.consultationId, title: 'The plan is drawn', text: 'By the *parks* department.' },
    // It is moved once that has passed.
    ...{ responsible: 'Parks department', dueAt: new Date(Date.now() - 3_600_000).toISOString(), status: 'planned', by: official },
    evidence: 'The plan hangs in the hall.',
    ...{ links: [{ address: 'https://city.example/plan', words: 'The plan' }], documents: [files.plan], note: null },
    follows: { activityId: poll.activityId, statementId: null },
  };
  const inStep = `milestone-${step.milestoneId}`;
  await record(inStep, 'MilestoneSet', step);
  await record(inStep, 'MilestoneSet', { ...step, status: 'inProgress', dueAt: '2031-09-30T21:59:59.999Z', note: 'The frost came early.' });
  return {
    ferry,
    ride,
    last: position,
    milestoneId: step.milestoneId,
    people,
    talk,
    poll,
    pages: { lake, shore, withdrawn },
    statements: { ofOffice, first, second, rejected, undone },
    law: { ...law, annotation },
    comments,
    questions,
    own,
    units: { water, roads },
    /** The bytes of the files that stand, by their hashes. */
    bytes: new Map([
      [files.shore.file, 'a shore'],
      [files.plan.file, 'a plan'],
    ]),
  };
}
