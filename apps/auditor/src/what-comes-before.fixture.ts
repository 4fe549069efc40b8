import { everyEvent, type EventContract } from '@isegoria/contracts';
import type { PaperSite } from './paper-site.fixture';

const contracts = new Map((everyEvent as readonly EventContract[]).map((contract) => [contract.type as string, contract]));

/** An event of the sample of its contract, but for some members. */
type Before = string | readonly [type: string, differing: object | ((site: PaperSite) => object)];

/** The options that the samples of ballots name. */
const samples = [
  { id: '1', text: 'A' },
  { id: '2', text: 'B' },
];
const deliberation: Before = ['ActivityDrafted', { method: 'deliberation', settings: { moderation: 'after' } }];
const document: Before = ['ActivityDrafted', { method: 'document', settings: { moderation: 'after' } }];
const ranked: Before = ['ActivityDrafted', { method: 'ranked-vote', settings: { counting: 'schulze', options: samples } }];
const scored: Before = [
  'ActivityDrafted',
  { method: 'score-vote', settings: { scoring: 'mean', highestScore: 5, options: samples } },
];
const moved: Before = ['ActivityDrafted', { method: 'motion', settings: { majority: 'simple', quorum: 0 } }];
/** A poll whose results are hidden until the closing. */
export const hiddenPoll = { method: 'poll', settings: { multiple: false, options: samples, resultsHidden: true } };
const published: readonly Before[] = ['ConsultationDrafted', 'ActivityDrafted', 'ConsultationPublished'];
const citizens = { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' } };
/** A phase that has not begun, whenever a test runs. */
const toCome = {
  phaseId: 'f45e0000-0000-4000-8000-000000000001',
  opensAt: '2099-03-01T00:00:00.000Z',
  closesAt: '2099-04-01T00:00:00.000Z',
};
const stated: readonly Before[] = ['ConsultationDrafted', deliberation, 'ConsultationPublished', ['StatementSubmitted', citizens]];
const pseudonym = '000102030405060708090a0b0c0d0e0f';
const ownStated: readonly Before[] = [...stated.slice(0, -1), ['StatementSubmitted', { ...citizens, author: pseudonym }]];
const texts = (...ids: readonly string[]) => ids.map((id) => ({ id, text: id }));
/** A survey whose questions the sample of answers answers. */
export const surveyed = {
  method: 'survey',
  settings: {
    questionnaire: {
      sections: [
        {
          questions: [
            { id: 'transport', kind: 'single', text: 'How do you travel?', isRequired: true, options: texts('tram', 'bus') },
            { id: 'topics', kind: 'multiple', text: 'What about?', isRequired: false, options: texts('air', 'noise', 'green') },
            {
              ...{ id: 'which', kind: 'short-text', text: 'Which bus?', isRequired: false },
              when: { question: 'transport', isAnyOf: ['bus'] },
            },
            { id: 'wish', kind: 'long-text', text: 'What do you wish for?', isRequired: false },
            { id: 'plan', kind: 'file', text: 'Your plan?', isRequired: true, files: ['pdf'], megabytes: 1 },
            {
              ...{ id: 'shows', kind: 'short-text', text: 'What does it show?', isRequired: false },
              when: { question: 'plan', isAnswered: true },
            },
          ],
        },
      ],
    },
  },
};
const askedInSurvey: readonly Before[] = ['ConsultationDrafted', ['ActivityDrafted', surveyed], 'ConsultationPublished'];
const registered: readonly Before[] = ['AccountRegistered'];
/** So that a second event breaks another rule than that there must be so many. */
const twoConfirmed = ['account-of-anna', 'account-of-ben'].flatMap((accountId): Before[] => [
  ['AccountRegistered', { accountId }],
  ['EmailConfirmed', { accountId }],
]);
/** As many as are erased in two batches. */
const manyRegistered = Array.from({ length: 20 }, (_, n): Before => ['AccountRegistered', { accountId: `account-of-citizen-${n}` }]);

/** What has to happen before the sample of an event may: nothing for those that are not here. */
/** To whom the sample of `RoleGranted` gives a role. */
export const anotherModerator = 'acc00000-0000-4000-8000-000000000001';

/** A draft of somebody else, whom the sample of `RoleGranted` made an official. */
const reviewByAnother: readonly Before[] = [
  ...registered,
  ['RoleGranted', { role: 'official' }],
  ['ConsultationDrafted', { by: anotherModerator }],
  ['ReviewRequested', { by: anotherModerator }],
];

export const whatComesBefore: Readonly<Record<string, readonly Before[]>> = {
  FileWithdrawn: ['FileAdded'],
  PageRevised: ['PageDrafted'],
  PagePublicationPlanned: ['PageDrafted'],
  // It publishes itself where that was planned for now.
  PagePublished: ['PageDrafted', ['PagePublicationPlanned', ({ at }) => ({ at })]],
  PageArchived: ['PageDrafted', 'PagePublished'],
  PageWithdrawn: ['PageDrafted'],
  PagePlaced: ['PageDrafted'],
  PageTakenOut: ['PageDrafted', 'PagePlaced'],
  ServiceRevised: ['ServiceDrafted'],
  ServiceTranslated: ['ServiceDrafted'],
  ServicePublished: ['ServiceDrafted'],
  ServiceWithdrawn: ['ServiceDrafted'],
  ServiceFeedbackGiven: ['ServiceDrafted', 'ServicePublished', ...registered, 'EmailConfirmed'],
  ActivityDrafted: ['ConsultationDrafted'],
  DocumentWritten: ['ConsultationDrafted', document],
  DocumentRevised: [
    'ConsultationDrafted',
    document,
    'DocumentWritten',
    'ConsultationPublished',
    ['StatementSubmitted', { ...citizens, at: { paragraph: 'p2', version: 1, words: null, replaces: false } }],
    ['DocumentWritten', { version: 2, blocks: [{ id: 'p2', kind: 'paragraph', level: 0, text: 'The air of villages is clean.' }] }],
  ],
  DraftRevised: ['ConsultationDrafted'],
  DraftDiscarded: ['ConsultationDrafted'],
  ReviewRequested: ['ConsultationDrafted'],
  DraftApproved: reviewByAnother,
  DraftSentBack: reviewByAnother,
  BallotsRevealed: ['ConsultationDrafted', ['ActivityDrafted', hiddenPoll], 'ConsultationPublished', 'ConsultationClosed'],
  ConsultationPublished: ['ConsultationDrafted', 'ActivityDrafted'],
  PhaseOpened: published,
  PhaseClosed: [...published, 'PhaseOpened'],
  PhaseDatesChanged: published,
  ConsultationCorrected: published,
  ConsultationTranslated: ['ConsultationDrafted'],
  ConsultationCancelled: [...published.slice(0, -1), ['ConsultationPublished', { phases: [toCome] }]],
  ConsultationClosed: published,
  AnswerTermChanged: published,
  OfficialAnswerPublished: [...published, 'ConsultationClosed'],
  AssuranceRaised: [...published, ['PollBallotCast', { assurance: 'anonymous' }], ...twoConfirmed],
  OutcomePublished: [...published, 'ConsultationClosed'],
  MilestoneSet: [...published, 'ConsultationClosed', 'OutcomePublished'],
  StatementSubmitted: ['ConsultationDrafted', deliberation],
  StatementAccepted: stated,
  StatementRejected: stated,
  StatementDecisionUndone: [...stated, 'StatementAccepted'],
  StatementEdited: ownStated,
  StatementWithdrawn: ownStated,
  StatementVoteCast: stated,
  PollBallotCast: published,
  AnswersGiven: askedInSurvey,
  TestAnswersGiven: askedInSurvey.slice(0, -1),
  ActivityCorrected: [...askedInSurvey.slice(0, -1), ['ConsultationPublished', { phases: [toCome] }]],
  ResponseSubmitted: [...askedInSurvey, 'AnswersGiven'],
  SurveyLinksIssued: askedInSurvey,
  SurveyLinksRevoked: [...askedInSurvey, 'SurveyLinksIssued'],
  LinkedResponseSubmitted: [...askedInSurvey, 'SurveyLinksIssued', 'AnswersGiven'],
  PaperFormEntered: [...askedInSurvey, 'AnswersGiven'],
  TextDecidedOn: [...askedInSurvey, 'AnswersGiven', 'ConsultationClosed'],
  PaperFormSentBack: [...askedInSurvey, 'AnswersGiven', 'PaperFormEntered'],
  PaperFormConfirmed: [
    ...registered,
    ['RoleGranted', { role: 'official' }],
    ...askedInSurvey,
    'AnswersGiven',
    ['PaperFormEntered', { by: anotherModerator }],
  ],
  RankingCast: ['ConsultationDrafted', ranked, 'ConsultationPublished'],
  ScoresCast: ['ConsultationDrafted', scored, 'ConsultationPublished'],
  MotionBallotCast: ['ConsultationDrafted', moved, 'ConsultationPublished'],
  BallotExcluded: [...published, 'PollBallotCast'],
  BallotReinstated: [...published, 'PollBallotCast', 'BallotExcluded'],
  ContributionsExported: published,
  CommentSubmitted: published,
  CommentHidden: [...published, 'CommentSubmitted'],
  CommentRestored: [...published, 'CommentSubmitted', 'CommentHidden'],
  CommentEdited: [...published, 'CommentSubmitted'],
  CommentWithdrawn: [...published, 'CommentSubmitted'],
  SupportCast: [...published, 'CommentSubmitted'],
  ContributionReported: [...published, 'CommentSubmitted'],
  ReportDecided: [...published, 'CommentSubmitted', 'ContributionReported'],
  AppealMade: [...published, 'CommentSubmitted'],
  AppealDecided: [...published, 'CommentSubmitted', 'AppealMade'],
  QuestionAsked: published,
  QuestionAnswered: [...published, 'QuestionAsked'],
  QuestionHidden: [...published, 'QuestionAsked'],
  QuestionRestored: [...published, 'QuestionAsked', 'QuestionHidden'],
  QuestionEdited: [...published, 'QuestionAsked'],
  QuestionWithdrawn: [...published, 'QuestionAsked'],
  ProfileChanged: registered,
  EmailConfirmed: registered,
  AccountVouchedFor: ['AccountImported'],
  CredentialReissued: [...registered, 'EmailConfirmed'],
  RoleGranted: registered,
  RoleRevoked: [...registered, 'RoleGranted'],
  SecondFactorReset: registered,
  SuspensionEnded: ['SuspensionOrdered'],
  SuspensionAppealed: ['SuspensionOrdered'],
  SuspensionAppealDecided: [...registered, 'RoleGranted', ['SuspensionOrdered', { by: anotherModerator }], 'SuspensionAppealed'],
  AccountsErased: [...registered, 'RoleGranted', ...manyRegistered],
  CategoryRenamed: ['CategoryAdded'],
  CategoryWithdrawn: ['CategoryAdded'],
  CategoriesSet: [...published, 'CategoryAdded'],
  UnitRenamed: ['UnitMade'],
  UnitClosed: ['UnitMade'],
  UnitReviewSet: ['UnitMade'],
  UnitSmallestGroupSet: ['UnitMade'],
  UnitAnswerTermSet: ['UnitMade'],
};

/** The stream of the sample; where the data do not say it, one of the family. */
export const streamOf = ({ stream }: EventContract, data: object): string => stream.nameFor(data) ?? stream.pattern.replace(/<.*/, 'one');

/** Records a sample. @param by the account that acts, and that attests what is attested */
export function recordSample(site: PaperSite, type: string, by: unknown, differing: object = {}) {
  const contract = contracts.get(type)!;
  const { sample } = contract;
  const data = { ...sample, ...('by' in sample && { by }), ...differing };
  const attested = 'assurance' in data && data.assurance === 'attested';
  const metadata = { schema: contract.schema, at: site.at, ...(attested && { imported: { at: '2015-08-30T23:59:59Z', by } }) };
  return site.store.append(streamOf(contract, data), [{ type, data, metadata }] as never, 'any');
}

/** The decision on the statement that comes before is taken by somebody else: nobody undoes what another one decided. */
export async function recordDecisionBy(site: PaperSite, by: string, first: string, differing: object = {}): Promise<void> {
  await recordSample(site, 'StatementDecisionUndone', first, differing);
  await recordSample(site, 'StatementAccepted', by, differing);
}

/** What begins once, of whatever unit it is that needs it. */
const beginningsForAll = ['AccountRegistered', 'CategoryAdded'];

function hasBegun({ events }: PaperSite, type: string, differing: object): boolean {
  if (!beginningsForAll.includes(type)) return false;
  const contract = contracts.get(type)!;
  const stream = streamOf(contract, { ...contract.sample, ...differing });
  return events.some((event) => event.type === type && event.stream === stream);
}

/** Records what comes before the sample of an event. @param differing members that all of them have otherwise than the samples */
export async function recordBefore(site: PaperSite, type: string, by: string, differing: object = {}): Promise<void> {
  for (const each of whatComesBefore[type] ?? []) {
    const [before, own] = typeof each === 'string' ? [each, {}] : each;
    const { sample } = contracts.get(before)!;
    const shared = Object.fromEntries(Object.entries(differing).filter(([member]) => member in sample));
    const data = { ...(typeof own === 'function' ? own(site) : own), ...shared };
    if (!hasBegun(site, before, data)) await recordSample(site, before, by, data);
    // Phases close when their dates have come.
    if (type === 'PhaseClosed' && before === 'PhaseOpened') site.passed += 45 * 86_400_000;
  }
}
