import {
  atEachLevel,
  rootUnit,
  type CommentView,
  type DeskItemView,
  type FoundView,
  type AttachmentView,
  type ExportView,
  type OfficialAction,
  type PageView,
  type QuestionView,
  type SearchView,
  type NoteView,
  type OwnParticipationView,
  OwnReportView,
  type OwnStatementView,
  type OwnVoteRecords,
  type FollowedInvitation,
  type InvitationView,
  type UsedFileView,
} from '@isegoria/contracts';
import { daysFromNow, hostile, id, ids, water } from './sample-ids.fixture';

export const plan: AttachmentView = {
  file: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  name: 'Plan of the quay.pdf',
  mediaType: 'application/pdf',
  size: 1_310_720,
  alt: null,
  width: null,
  height: null,
  withdrawn: false,
  withdrawnReason: null,
};
export const withdrawnPlan: AttachmentView = {
  ...plan,
  file: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  name: 'First plan.pdf',
  withdrawn: true,
  withdrawnReason: 'It named a private person.',
};

const added = { unit: rootUnit, addedAt: daysFromNow(-20) };

export const invitations = (): InvitationView[] =>
  (['official', 'auditor'] as const).map((role, index) => ({
    id: id(70 + index),
    email: `invited-${index}@example.org`,
    unit: rootUnit,
    role,
    until: index === 0 ? daysFromNow(300) : null,
    sentAt: daysFromNow(-8 * index - 1),
    expiresAt: daysFromNow(6 - 8 * index),
    expired: index > 0,
  }));

export const followedInvitation = (): FollowedInvitation => {
  const { email, unit, role } = invitations()[0]!;
  return { state: 'open', email, unit, role, hasAccount: false };
};

export function usedFiles(): UsedFileView[] {
  const uses = [
    { kind: 'page', id: ids.page, title: 'The harbour consultation is open', language: 'en', isPublic: true },
    { kind: 'question', id: ids.answeredQuestion, title: null, language: null, isPublic: true },
    { kind: 'consultation', id: ids.deliberation, title: hostile, language: 'en', isPublic: false },
  ] as const;
  const { withdrawn: _, withdrawnReason: __, ...facts } = plan;
  const stands = { ...added, withdrawnAt: null, withdrawnReason: null };
  const gone = { file: withdrawnPlan.file, name: withdrawnPlan.name, withdrawnReason: withdrawnPlan.withdrawnReason };
  return [
    { ...facts, ...stands, uses, otherUses: 2 },
    { ...facts, ...added, ...gone, withdrawnAt: daysFromNow(-1), uses: [], otherUses: 0 },
  ];
}

export const pages: PageView[] = [
  {
    id: ids.page,
    unit: rootUnit,
    kind: 'announcement',
    status: 'published',
    title: 'The harbour consultation is open',
    body:
      'For three weeks everybody can say **what should become of the old harbour**.\n\n' +
      'The results are counted in the open, from the first vote on.',
    language: 'en',
    categories: ['topic.1f0c22aa', 'area.1f0c22aa.90b3d7e1'],
    publishedAt: daysFromNow(-12),
    revisedAt: daysFromNow(-12),
    version: 12,
    versions: 2,
    correction: { at: daysFromNow(-11), note: 'It goes on for three weeks, not for two.' },
    ...{ archived: null, publishAt: null, planVersion: 12 },
    picture: null,
    documents: [plan, withdrawnPlan],
  },
  {
    id: id(11),
    unit: water,
    kind: 'announcement',
    status: 'published',
    title: 'ساعات جديدة للمكتبات العامة',
    body: 'نسأل الناس متى يريدون أن تكون المكتبات مفتوحة.',
    language: 'ar',
    categories: ['topic.5a1e0bb0'],
    publishedAt: daysFromNow(-6),
    revisedAt: daysFromNow(-6),
    version: 14,
    ...{ versions: 1, correction: null, archived: null, publishAt: null, planVersion: 14 },
    picture: null,
    documents: [],
  },
];

const supported = { support: atEachLevel(0, { email: 3, anonymous: 1 }), supporters: 3 };

export const questions: QuestionView[] = [
  {
    id: ids.openQuestion,
    unit: rootUnit,
    consultationId: ids.deliberation,
    categories: [],
    author: 'p-2',
    assurance: 'email',
    text: 'Who will own the quay after it is rebuilt?',
    status: 'open',
    askedAt: daysFromNow(-3),
    answer: null,
    answerFiles: { picture: null, documents: [] },
    answeredAt: null,
    answerRevisedAt: null,
    version: 20,
    hiddenReason: null,
    hiddenRule: null,
    editedAt: null,
    withdrawnAt: null,
    ...supported,
  },
  {
    id: ids.answeredQuestion,
    unit: water,
    consultationId: null,
    categories: ['topic.1f0c22aa'],
    author: 'p-3',
    assurance: 'anonymous',
    text: 'Can I take part if I live outside the city?',
    status: 'answered',
    askedAt: daysFromNow(-9),
    answerFiles: { picture: null, documents: [plan, withdrawnPlan] },
    answer: 'Yes. Everybody who lives in the region can take part, and the results say how surely they are known.',
    answeredAt: daysFromNow(-8),
    answerRevisedAt: daysFromNow(-7),
    version: 21,
    hiddenReason: null,
    hiddenRule: null,
    editedAt: null,
    withdrawnAt: null,
    ...supported,
  },
];

export const comments: CommentView[] = [
  {
    id: ids.comment,
    consultationId: ids.deliberation,
    author: 'p-4',
    assurance: 'email',
    text: `My grandfather worked there.\nPlease keep one crane. ${hostile}`,
    hiddenReason: null,
    hiddenRule: null,
    submittedAt: daysFromNow(-2),
    editedAt: null,
    withdrawnAt: null,
    inReplyTo: null,
    threadId: ids.comment,
    version: 41,
    ...supported,
  },
  {
    id: id(31),
    consultationId: ids.deliberation,
    author: 'p-5',
    assurance: 'anonymous',
    text: null,
    hiddenReason: 'It named a private person.',
    hiddenRule: null,
    submittedAt: daysFromNow(-1),
    editedAt: null,
    withdrawnAt: null,
    inReplyTo: ids.comment,
    threadId: ids.comment,
    version: 41,
    ...supported,
  },
  {
    id: id(32),
    consultationId: ids.deliberation,
    author: 'p-6',
    assurance: 'email',
    text: 'The crane by the lock is the oldest one.',
    hiddenReason: null,
    hiddenRule: null,
    submittedAt: daysFromNow(-1),
    editedAt: null,
    withdrawnAt: null,
    inReplyTo: ids.comment,
    threadId: ids.comment,
    version: 41,
    ...supported,
  },
];

const act = {
  position: 1_234,
  at: daysFromNow(-1),
  official: '3f2a91c0',
  consultationId: null,
  unit: null,
  title: null,
  language: null,
  milestone: null,
  ...{ activityId: null, about: null, named: null, method: null, activity: null },
  role: null,
  contents: null,
  reason: null,
  rule: null,
} as const;
const inHarbour = {
  ...act,
  consultationId: ids.deliberation,
  title: 'How should the old harbour be used?',
  language: 'en',
  activityId: ids.statements,
  method: 'deliberation',
  activity: 'Say it in your words',
} as const satisfies Partial<OfficialAction>;
export const officialActions: OfficialAction[] = [
  {
    ...act,
    eventId: id(40),
    kind: 'comment-hidden',
    subject: id(31),
    consultationId: ids.deliberation,
    reason: `It named a private person. ${hostile}`,
    rule: 'respect',
  },
  { ...act, eventId: id(41), kind: 'role-granted', subject: '9b1cdd02', role: 'moderator' },
  { ...act, eventId: id(42), kind: 'question-answered', subject: ids.answeredQuestion },
  { ...act, eventId: id(44), kind: 'erasure-ordered', subject: '7c0de110-0000-4000-8000-000000000001', reason: `Asked for ${hostile}` },
  { ...act, eventId: id(43), kind: 'page-published', subject: ids.page, title: `Fares ${hostile}` },
  {
    ...act,
    eventId: id(45),
    kind: 'contributions-exported',
    subject: ids.export,
    consultationId: ids.deliberation,
    title: 'The harbour',
    contents: 'votes',
    reason: `For the report ${hostile}`,
  },
  { ...inHarbour, eventId: id(46), kind: 'statement-accepted', subject: ids.statement },
  { ...inHarbour, eventId: id(47), kind: 'official-answer-published', subject: ids.statement, about: 'statement' },
  { ...act, eventId: id(48), kind: 'service-published', subject: ids.service },
];

export const exported: ExportView = {
  id: ids.export,
  consultationId: ids.deliberation,
  activityId: ids.statements,
  contents: 'votes',
  purpose: `For the report ${hostile}`,
  exportedAt: daysFromNow(0),
  expiresAt: daysFromNow(1),
};

/** One that its author has just added. */
export function ownStatement(): OwnStatementView {
  return {
    id: ids.statement,
    consultationId: ids.deliberation,
    consultationTitle: 'How should the old harbour be used?',
    activityId: ids.statements,
    status: 'pending',
    text: 'The ferry should go in the evening too.',
    rejectionReason: null,
    rejectionRule: null,
    submittedAt: new Date().toISOString(),
    editedAt: null,
    votedOn: false,
    at: null,
    carried: null,
    followedIn: null,
    answer: null,
    answerToParagraph: null,
    version: 41,
  };
}

/** What the person with the session is told: one note of each sort, the newest first, of which one was read. */
export const notes: NoteView[] = (
  [
    ['outcome-published', ids.deliberation, null],
    ['question-answered', ids.openQuestion, null],
    ['comment-hidden', ids.comment, `Names a neighbour ${hostile}`],
    ['statement-accepted', ids.statement, null],
    // As it stands on record where a moderator chose a rule and added nothing.
    ['statement-rejected', ids.statement, 'It insults, threatens or degrades somebody.'],
  ] as const
).map(([kind, aboutId, reason], index) => ({
  position: 100 - index,
  kind,
  at: daysFromNow(-1 - index),
  consultationId: ids.deliberation,
  consultationTitle: `Buses ${hostile}`,
  aboutId,
  reason,
  rule: kind === 'statement-rejected' ? ('respect' as const) : null,
  isNew: index < 3,
}));

/** What the person with the session reported: one that waits, and one of each decision. */
export const ownReports: OwnReportView[] = ([null, true, false] as const).map((upheld, index) => ({
  id: id(700 + index),
  item: (['statement', 'comment', 'question'] as const)[index]!,
  itemId: [ids.statement, ids.comment, ids.openQuestion][index]!,
  consultationId: index === 2 ? null : ids.deliberation,
  consultationTitle: index === 2 ? null : `Buses ${hostile}`,
  reason: 'insult',
  text: index === 0 ? `It is about my neighbour ${hostile}` : null,
  reportedAt: daysFromNow(-3 - index),
  upheld,
  decidedAt: upheld === null ? null : daysFromNow(-1),
  decision: upheld === null ? null : `Names a neighbour ${hostile}`,
  rule: upheld === true ? 'respect' : null,
}));

/** What the person with the session has voted on: one vote, and the one that replaced it. */
export const ownParticipations: OwnParticipationView[] = [
  {
    consultationId: ids.deliberation,
    title: `Buses ${hostile}`,
    activities: [{ id: ids.statements, title: null, method: 'deliberation', standing: 'excluded', excludedReason: 'Cast by a machine.' }],
  },
];

const ownVote = { castAt: daysFromNow(-1), statementId: ids.statement, options: [], receipt: 'isegoria-receipt.2.eyJ2IjoxfQ.c2lnbmF0dXJl' };
export const ownVotes: OwnVoteRecords = {
  consultationId: ids.deliberation,
  items: [
    { ...ownVote, choice: 'agree', replaced: false },
    { ...ownVote, statementId: id(199), choice: 'pass', replaced: false },
    { ...ownVote, choice: 'disagree', replaced: true },
  ],
  next: null,
  count: 3,
};

const undecided = { reason: null, rule: null, decidedBy: null, decidedAt: null, reported: null, said: null } as const;
const place = { consultationId: ids.deliberation, consultationTitle: `The harbour ${hostile}` };
const desk: DeskItemView[] = [
  {
    ...{ ...undecided, ...place, kind: 'statement', id: ids.statement, item: 'statement', itemId: ids.statement, author: 'a1'.repeat(16) },
    ...{ text: `Dogs on the beach. ${hostile}`, state: 'waiting', version: 20, at: daysFromNow(-3), position: 20 },
  },
  {
    ...{ ...undecided, ...place, kind: 'comment', id: ids.comment, item: 'comment', itemId: ids.comment, author: 'b2'.repeat(16) },
    ...{ text: `My grandfather worked there. ${hostile}`, state: 'shown', version: 21, at: daysFromNow(-2), position: 21 },
  },
  {
    ...{ ...undecided, ...place, kind: 'report', id: id(60), item: 'comment', itemId: ids.comment, author: 'b2'.repeat(16) },
    ...{ text: `My grandfather worked there. ${hostile}`, state: 'shown', version: 21, at: daysFromNow(-1), position: 22 },
    ...{ reported: 'insult', said: `It is rude. ${hostile}` },
  },
  {
    ...{
      ...undecided,
      ...place,
      kind: 'question',
      id: ids.openQuestion,
      item: 'question',
      itemId: ids.openQuestion,
      author: 'c3'.repeat(16),
    },
    ...{ text: `Who pays for the harbour? ${hostile}`, state: 'hidden', version: 23, at: daysFromNow(-2), position: 23 },
  },
  {
    ...{ ...undecided, ...place, kind: 'appeal', id: id(61), item: 'question', itemId: ids.openQuestion, author: 'c3'.repeat(16) },
    ...{ text: `Who pays for the harbour? ${hostile}`, state: 'hidden', version: 23, at: daysFromNow(-1), position: 24 },
    ...{ said: `It names nobody. ${hostile}` },
  },
];

export function onDesk(query: URLSearchParams): DeskItemView[] {
  const [state, kind, itemId] = [query.get('state') ?? 'waiting', query.get('kind'), query.get('itemId')];
  const isListed = (one: DeskItemView) => (one.kind === one.item ? one.state === state : state === 'waiting');
  return desk.filter((one) => isListed(one) && (kind === null || one.kind === kind) && (itemId === null || one.itemId === itemId));
}

/** What the mailbox of a platform that sends none to the outside has. */
export const mail = {
  id: ids.page,
  to: 'sami@example.org',
  subject: 'Confirm your address',
  body: 'Open http://127.0.0.1:8080/confirm?token=abc-123 to confirm.',
  sentAt: new Date().toISOString(),
};

/** Every page for a word that stands in one of them; a word that is spelled otherwise is told how. */
export function foundFor(words: string): SearchView {
  const isKnown = words === 'harbour';
  const items = (isKnown ? pages : []).map(
    ({ id, unit, title, language, publishedAt }): FoundView => ({
      ...{ kind: 'page', id, unit, title, language, path: `/pages/${id}`, day: publishedAt!, isOpen: false },
      excerpt: [
        { text: 'What should become of the old ', isFound: false },
        { text: words, isFound: true },
      ],
    }),
  );
  const count = items.length;
  const units = isKnown ? [rootUnit, water].map((unit) => ({ unit, count: 1 })) : [];
  const topics = isKnown ? ['topic.1f0c22aa', 'topic.5a1e0bb0'].map((topic) => ({ topic, count: 1 })) : [];
  const inLanguages = isKnown ? (['en', 'ar'] as const).map((language) => ({ language, count: 1 })) : [];
  const chosen = { kinds: isKnown ? [{ kind: 'page' as const, count }] : [], units, topics, languages: inLanguages };
  return { items, next: isKnown ? '20' : null, count, isMore: false, ...chosen, hasWords: true, didYouMean: isKnown ? null : 'harbour' };
}
