import { lawAlterations } from './law-altered.fixture';
import { milestoneAlterations } from './milestones-altered.fixture';
import { pageAlterations } from './pages-altered.fixture';
import { quotaAlterations } from './quota-altered.fixture';
import type { RowAlteration } from './row-alteration.fixture';
import type { siteWithRows } from './site-with-rows.fixture';

type History = Awaited<ReturnType<typeof siteWithRows>>['history'];

const words = 21;
const tally = 4;

const row = (
  does: string,
  saidBy: string | null,
  statement: (history: History) => string,
  id: (history: History) => unknown = () => undefined,
  exitCode = words,
): RowAlteration => ({
  does,
  saidBy,
  exitCode,
  statement: (history) => [statement(history), ...[id(history)].filter((one) => one !== undefined)],
});

const inTalk = (does: string, set: string, saidBy = 'ConsultationDrafted') =>
  row(
    does,
    saidBy,
    () => `UPDATE consultation SET ${set} WHERE id = $1`,
    ({ talk }) => talk.consultationId,
  );
const inPoll = (does: string, set: string, saidBy: string) =>
  row(
    does,
    saidBy,
    () => `UPDATE consultation SET ${set} WHERE id = $1`,
    ({ poll }) => poll.consultationId,
  );
const inAnswer = (does: string, set: string) =>
  row(
    does,
    'OfficialAnswerPublished',
    () => `UPDATE official_answer SET ${set} WHERE about_id = $1`,
    ({ poll }) => poll.activityId,
  );
const firstQuestion = `'{questionnaire,sections,0,questions,0,text}'`;
const inFerry = (does: string, statement: string, id = 'activity_id') =>
  row(does, 'ActivityCorrected', () => `${statement} WHERE ${id} = $1`, ({ ferry }) => ferry.activityId);
const inComment = (does: string, set: string) =>
  row(
    does,
    'CommentSubmitted',
    () => `UPDATE comment SET ${set} WHERE id = $1`,
    ({ comments }) => comments[0],
  );
const inQuestion = (does: string, set: string, saidBy: string) =>
  row(
    does,
    saidBy,
    () => `UPDATE question SET ${set} WHERE id = $1`,
    ({ questions }) => questions[0],
  );
const inStatement = (does: string, set: string, saidBy: string | null, exitCode = words) =>
  row(
    does,
    saidBy,
    () => `UPDATE statement SET ${set} WHERE id = $1`,
    ({ statements }) => statements.first,
    exitCode,
  );
const inSettings = (does: string, set: string) => row(does, 'SettingsChanged', () => `UPDATE settings SET ${set}`);
const inActs = (does: string, statement: string, saidBy: string | null) => row(does, saidBy, () => statement);
const exchanged = (table: string, first: string, second: string) =>
  `UPDATE ${table} a SET text = b.text FROM ${table} b WHERE (a.id, b.id) IN (('${first}', '${second}'), ('${second}', '${first}'))`;

export const rowAlterations: readonly RowAlteration[] = [
  // What was consulted on.
  inTalk('the title of a consultation', `title = 'Roads'`),
  inTalk('the description of a consultation', `description = 'Of roads.'`),
  inTalk('the summary of a consultation', `phases = jsonb_set(phases, '{0,kept,about,summary}', '"Roads, in short."')`),
  inTalk('who decides after a consultation', `phases = jsonb_set(phases, '{0,kept,about,decidedBy}', '"Nobody"')`),
  inTalk('the version of a consultation', `phases = jsonb_set(phases, '{0,kept,version}', '1')`),
  inTalk('the language of a consultation', `language = 'fr'`),
  inTalk('the unit of a consultation', `unit = 'root'`),
  inTalk('the external id of a consultation', `external_id = 'polis-1'`),
  inTalk('when a consultation opens', `opens_at = opens_at + interval '1 hour'`, 'PhaseDatesChanged'),
  inTalk('when a consultation closes', `closes_at = closes_at + interval '1 day'`, 'PhaseDatesChanged'),
  inTalk('the title of a phase', `phases = jsonb_set(phases, '{0,title}', '"The last"')`, 'PhaseDatesChanged'),
  inTalk('the dates of a phase', `phases = jsonb_set(phases, '{0,closesAt}', '"2030-01-01T00:00:00.000Z"')`, 'PhaseDatesChanged'),
  inTalk('the reason for new dates', `phases = jsonb_set(phases, '{0,kept,dateChanges,0,reason}', '"Nobody came."')`, 'PhaseDatesChanged'),
  inTalk('that there were new dates', `phases = phases #- '{0,kept,dateChanges}'`, 'PhaseDatesChanged'),
  inTalk('the note of a correction', `phases = jsonb_set(phases, '{0,kept,corrections,0,note}', '"Nothing."')`, 'ConsultationCorrected'),
  inTalk(
    'the words before a correction',
    `phases = jsonb_set(phases, '{0,kept,corrections,0,before,title}', '"x"')`,
    'ConsultationCorrected',
  ),
  inTalk('that there was a correction', `phases = phases #- '{0,kept,corrections}'`),
  inTalk('within how many days an answer is owed', `phases = jsonb_set(phases, '{0,kept,answer,withinDays}', '900')`),
  inTalk('why an answer is due later', `phases = jsonb_set(phases, '{0,kept,answer,changes,0,reason}', '"x"')`, 'AnswerTermChanged'),
  inTalk('that the date of an answer stays', `phases = jsonb_set(phases, '{0,kept,answer,changes,0,dateStays}', 'true')`, 'AnswerTermChanged'),
  inTalk('that an answer is due later', `phases = phases #- '{0,kept,answer,changes}'`, 'AnswerTermChanged'),
  inTalk('the version of the term of an answer', `phases = jsonb_set(phases, '{0,kept,answer,version}', '1')`),
  inPoll(
    'when it was answered',
    `phases = jsonb_set(phases, '{0,kept,answer,answeredAt}', '"2020-01-01T00:00:00.000Z"')`,
    'ConsultationDrafted',
  ),
  inTalk(
    'a title in another language',
    `phases = jsonb_set(phases, '{0,kept,translations,0,texts,0,text}', '"Rien."')`,
    'ConsultationTranslated',
  ),
  inTalk('that there is a translation', `phases = phases #- '{0,kept,translations}'`, 'ConsultationTranslated'),
  row(
    'words in another language',
    'ConsultationTranslated',
    () => `UPDATE translation SET texts = jsonb_set(texts, '{1,text}', '"Non."') WHERE consultation_id = $1`,
    ({ talk }) => talk.consultationId,
  ),
  inTalk('that a consultation is closed', `closed = true`),
  inPoll('that a consultation was closed early', `closed = false`, 'ConsultationDrafted'),
  inPoll('why a consultation was closed early', `closed_early_reason = 'It rained.'`, 'ConsultationClosed'),
  inPoll('what people said', `outcome = jsonb_set(outcome, '{youSaid}', '"A wall."')`, 'OutcomePublished'),
  inPoll('what was done', `outcome = jsonb_set(outcome, '{weDid}', '"Nothing."')`, 'OutcomePublished'),
  inPoll(
    'when the outcome was published',
    `outcome = jsonb_set(outcome, '{publishedAt}', '"2020-01-01T00:00:00.000Z"')`,
    'OutcomePublished',
  ),
  inPoll('what was done before', `outcome = jsonb_set(outcome, '{earlier,0,weDid}', '"Nothing."')`, 'OutcomePublished'),
  inPoll('why the outcome was changed', `outcome = jsonb_set(outcome, '{earlier,0,note}', '"A slip."')`, 'OutcomePublished'),
  inPoll('that the outcome was changed', `outcome = outcome - 'earlier'`, 'OutcomePublished'),
  inAnswer('what an office makes of it', `stance = 'accepted'`),
  inAnswer('what an office answered', `text = 'All of it.'`),
  inAnswer('when an office answered', `answered_at = answered_at - interval '9 days'`),
  inAnswer('what an office answered before', `earlier = jsonb_set(earlier, '{0,stance}', '"accepted"')`),
  inAnswer('why an office answered anew', `earlier = jsonb_set(earlier, '{0,note}', '"x"')`),
  inAnswer('which file stood beside an answer', `earlier = jsonb_set(earlier, '{0,documents,0,file}', '"f"')`),
  inAnswer('which file stands beside an answer', `documents = '[{"file": "f", "name": "x", "size": 1}]'`),
  inAnswer('what is answered', `about = 'statement'`),
  row(
    'that an office answered',
    'ConsultationDrafted',
    () => `DELETE FROM official_answer WHERE about_id = $1`,
    ({ poll }) => poll.activityId,
  ),
  ...milestoneAlterations,
  ...quotaAlterations,
  inPoll('that there is an outcome', `outcome = NULL`, 'ConsultationDrafted'),
  row(
    'that there is a consultation',
    null,
    () => `UPDATE consultation SET published_position = NULL, opens_at = NULL WHERE id = $1`,
    ({ poll }) => poll.consultationId,
    tally,
  ),
  row(
    'when votes were cast',
    null,
    () => `UPDATE standing_votes SET quarter = quarter - 96 WHERE activity_id = $1`,
    ({ poll }) => poll.activityId,
    tally,
  ),
  row(
    'how votes came here',
    null,
    () => `UPDATE standing_votes SET imported = NOT imported WHERE activity_id = $1`,
    ({ poll }) => poll.activityId,
    tally,
  ),
  row(
    'the title of an activity',
    'ActivityDrafted',
    () => `UPDATE activity SET title = 'What of roads' WHERE id = $1`,
    ({ talk }) => talk.activityId,
  ),
  inFerry('the words of a question', `UPDATE activity SET settings = jsonb_set(settings, ${firstQuestion}, '"Why?"')`, 'id'),
  inFerry('the version of questions', `UPDATE activity SET version = 1`, 'id'),
  inFerry('the note of corrected questions', `UPDATE activity_correction SET note = 'Nothing.'`),
  inFerry('what questions were before', `UPDATE activity_correction SET before = jsonb_set(before, ${firstQuestion}, '"Why?"')`),
  inFerry('when questions were corrected', `UPDATE activity_correction SET corrected_at = corrected_at - interval '9 days'`),
  inFerry('that questions were corrected', `DELETE FROM activity_correction`),
  row(
    'whether a survey is closed, so that its answers are shown',
    null,
    () => `INSERT INTO closing (id, position) VALUES ($1, 1)`,
    ({ ferry }) => ferry.consultationId,
    tally,
  ),
  row(
    'the text of an option',
    'ActivityDrafted',
    () => `UPDATE activity SET settings = jsonb_set(settings, '{options,0,text}', '"A wall"') WHERE id = $1`,
    ({ poll }) => poll.activityId,
  ),
  row(
    'how many options may be chosen',
    'ActivityDrafted',
    () => `UPDATE activity SET settings = jsonb_set(settings, '{multiple}', 'true') WHERE id = $1`,
    ({ poll }) => poll.activityId,
  ),
  row(
    'how many people take part',
    'ConsultationDrafted',
    () => `UPDATE attendance SET people[2] = 7 WHERE consultation_id = $1`,
    ({ talk }) => talk.consultationId,
  ),
  // What people wrote.
  row('the words of two statements for each other', 'StatementSubmitted', ({ statements }) =>
    exchanged('statement', statements.first, statements.second),
  ),
  row('the words of two comments for each other', 'CommentSubmitted', ({ comments }) => exchanged('comment', comments[0], comments[1])),
  row('the words of two questions for each other', 'QuestionAsked', ({ questions }) => exchanged('question', questions[0], questions[1])),
  row(
    'the words of a statement of the office',
    'StatementSubmitted',
    () => `UPDATE statement SET text = '{"plain": "No pool is needed."}' WHERE id = $1`,
    ({ statements }) => statements.ofOffice,
  ),
  inStatement('the words of a statement', `text = '{"plain": "Never a pool."}'`, 'StatementSubmitted'),
  inStatement('who wrote a statement', `author = repeat('0', 32)`, 'StatementSubmitted'),
  inStatement('when a statement was written', `submitted_at = now()`, 'StatementSubmitted'),
  inStatement('that a statement was accepted', `status = 'rejected', rejection_reason = 'Off.'`, 'StatementSubmitted'),
  row(
    'why a statement was rejected',
    'StatementRejected',
    () => `UPDATE statement SET rejection_reason = 'Off the subject.' WHERE id = $1`,
    ({ statements }) => statements.rejected,
  ),
  row(
    'that the rejection of a statement was undone',
    'StatementDecisionUndone',
    () => `UPDATE statement SET rejection_reason = 'Off the subject.' WHERE id = $1`,
    ({ statements }) => statements.undone,
  ),
  ...lawAlterations,
  inComment('the words of a comment', `text = '{"plain": "Badly said."}'`),
  row(
    'what a comment was changed to',
    'CommentSubmitted',
    () => `UPDATE comment SET text = '{"plain": "Bouys."}' WHERE id = $1`,
    ({ own }) => own.changed,
  ),
  row(
    'that a comment was changed',
    'CommentEdited',
    () => 'UPDATE comment SET edited_at = NULL WHERE id = $1',
    ({ own }) => own.changed,
  ),
  row(
    'that a comment was withdrawn',
    'CommentWithdrawn',
    () => `UPDATE comment SET text = '{"plain": "Nonsense."}', withdrawn_at = NULL WHERE id = $1`,
    ({ own }) => own.withdrawn,
  ),
  inComment('who wrote a comment', `author = repeat('0', 32)`),
  inComment('when a comment was written', `submitted_at = now()`),
  inComment('how sure the platform is of the author of a comment', `assurance = 'anonymous'`),
  inComment('that a comment is shown', `text = NULL, hidden_reason = 'Rude.'`),
  inComment('that a comment is a reply', `in_reply_to = id, thread_id = '${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}'`),
  row(
    'support for a comment that nobody gave',
    'CommentSubmitted',
    () => `INSERT INTO support_tally (item_id, counts, supporters) VALUES ($1, '{0,5,0,0,0}', 5)`,
    ({ comments }) => comments[0],
  ),
  row(
    'that the author of a comment was erased',
    null,
    () => `UPDATE comment SET text = '{"sealed": "1.x.y"}' WHERE id = $1`,
    ({ comments }) => comments[0],
    12,
  ),
  row(
    'that the author of a question was erased',
    null,
    () => `UPDATE question SET text = '{"sealed": "1.x.y"}' WHERE id = $1`,
    ({ questions }) => questions[1],
    12,
  ),
  row(
    'that there is a comment',
    'CommentSubmitted',
    () => `DELETE FROM comment WHERE id = $1`,
    ({ comments }) => comments[0],
  ),
  row(
    'why a comment was hidden',
    'CommentHidden',
    () => `UPDATE comment SET hidden_reason = 'Off the subject.' WHERE id = $1`,
    ({ comments }) => comments[2],
  ),
  inQuestion('the words of a question', `text = '{"plain": "Never?"}'`, 'QuestionAsked'),
  inQuestion('who asked', `author = repeat('0', 32)`, 'QuestionAsked'),
  inQuestion('who was asked', `unit = 'root'`, 'QuestionAsked'),
  inQuestion('what a question is about', `categories = '["topic.1f0c22aa"]'`, 'QuestionAsked'),
  inQuestion('an answer', `answer = 'Never.'`, 'QuestionAnswered'),
  inQuestion('when there was an answer', `answered_at = now() - interval '1 hour'`, 'QuestionAnswered'),
  inQuestion('a picture beside an answer', `answer_files = jsonb_set(answer_files, '{picture,alt}', '"A road"')`, 'QuestionAsked'),
  inQuestion('that a file beside an answer was withdrawn', `answer_files = answer_files #- '{documents,1,withdrawn}'`, 'FileWithdrawn'),
  inQuestion('that there was an answer', `answer = NULL, answered_at = NULL`, 'QuestionAsked'),
  // What the office says.
  ...pageAlterations,
  inTalk('what a consultation is about', `phases = jsonb_set(phases, '{0,kept,categories,chosen}', '["topic.1f0c22aa"]')`),
  inTalk('the version of what a consultation is about', `phases = jsonb_set(phases, '{0,kept,categories,version}', '1')`),
  inActs('what a topic is called', `UPDATE category SET names = '{"en": "Fire"}' WHERE category = 'topic.1f0c22aa'`, 'CategoryRenamed'),
  inActs('what a topic is about', `UPDATE category SET about = NULL WHERE category = 'topic.1f0c22aa'`, 'CategoryRenamed'),
  inActs('the version of a topic', `UPDATE category SET version = 1 WHERE category = 'topic.1f0c22aa'`, 'CategoryRenamed'),
  inActs('that a topic was withdrawn', `UPDATE category SET withdrawn = NOT withdrawn WHERE category LIKE 'topic%'`, 'CategoryRenamed'),
  inActs('that there is an area', `DELETE FROM category WHERE category = 'area.1f0c22aa'`, 'CategoryAdded'),
  inSettings('the name of the institution', `institution = '{"en": "Ministry of Roads"}'`),
  inSettings('the name of the institution in another language', `institution = institution || '{"fr": "Ministère"}'`),
  inSettings('where to write to', `contact_email = 'other@lakes.example'`),
  inSettings('the notice on every page', `notice = '{"en": "Closed for ever."}'`),
  inSettings('how much a person may add', `contributions_per_person = 1`),
  inSettings('the time zone of the site', `time_zone = 'Asia/Kolkata'`),
  inSettings('the colour of the site', `colour = '#7a1f2b'`),
  inSettings('the crest of the institution', `crest = jsonb_set(crest, '{file}', to_jsonb(repeat('0', 64)))`),
  inSettings('what the crest shows', `crest = jsonb_set(crest, '{alt}', '"A fish"')`),
  inSettings('that there is a crest', `crest = NULL`),
  inSettings('that the crest stands', `crest = crest || '{"withdrawn": true, "withdrawnReason": "Old."}'`),
  row('what a page about the site states', 'SitePageFilledIn', () => `UPDATE site_page SET facts = '{"law": {"en": "Of Roads."}}'`),
  row(
    'the name of a unit',
    'UnitRenamed',
    () => `UPDATE unit SET name = 'Fire' WHERE unit = $1`,
    ({ units }) => units.water,
  ),
  row(
    'the name of a unit in another language',
    'UnitRenamed',
    () => `UPDATE unit SET names = '{"fr": "Feu"}' WHERE unit = $1`,
    ({ units }) => units.water,
  ),
  row(
    'that a unit has what it publishes checked',
    'UnitRenamed',
    () => `UPDATE unit SET review = NOT review WHERE unit = $1`,
    ({ units }) => units.water,
  ),
  row(
    'that a unit is closed',
    'UnitMade',
    () => `UPDATE unit SET closed = false WHERE unit = $1`,
    ({ units }) => units.roads,
  ),
  row(
    'that there is a unit',
    'UnitMade',
    () => `DELETE FROM unit WHERE unit = $1`,
    ({ units }) => units.roads,
  ),
  // What officials did.
  inActs('that an official hid a comment', `DELETE FROM official_action WHERE kind = 'comment-hidden'`, 'CommentHidden'),
  inActs(
    'the first acts of officials',
    `DELETE FROM official_action WHERE position = (SELECT min(position) FROM official_action)`,
    'RoleGranted',
  ),
  inActs('who rejected a statement', `UPDATE official_action SET official = NULL WHERE kind = 'statement-rejected'`, 'StatementRejected'),
  inActs(
    'when a page was withdrawn',
    `UPDATE official_action SET at = at - interval '1 day' WHERE kind = 'page-withdrawn'`,
    'PageWithdrawn',
  ),
  inActs('why a page was withdrawn', `UPDATE official_action SET reason = 'It was wrong.' WHERE kind = 'page-withdrawn'`, 'PageWithdrawn'),
  inActs('which role was given', `UPDATE official_action SET role = 'analyst' WHERE role = 'moderator'`, 'RoleGranted'),
  inActs('in which activity', `UPDATE official_action SET activity_id = NULL WHERE kind = 'statement-rejected'`, 'StatementRejected'),
  inActs(
    'what an act was about',
    `UPDATE official_action SET subject = gen_random_uuid() WHERE kind = 'question-answered'`,
    'QuestionAnswered',
  ),
  inActs(
    'an act that never was',
    `INSERT INTO official_action
     SELECT gen_random_uuid(), (SELECT max(position) + 1 FROM official_action), at, kind, official, subject, consultation_id, activity_id,
       about, named, unit, role, contents, reason
     FROM official_action WHERE kind = 'settings-changed'`,
    'MilestoneSet',
  ),
];
