import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditedHistory } from './audited-history.fixture';
import { forbiddenInCategories } from './forbidden-in-categories.fixture';
import { forbiddenInAnswers } from './forbidden-in-answers.fixture';
import { forbiddenInDocuments } from './forbidden-in-documents.fixture';
import { forbiddenInIdentity, type Forbidden } from './forbidden-in-identity.fixture';
import { forbiddenInTranslations } from './forbidden-in-translations.fixture';
import { forbiddenInReview } from './forbidden-in-review.fixture';
import { forbiddenToAuthors } from './forbidden-to-authors.fixture';
import { forbiddenInSurveys } from './forbidden-in-surveys.fixture';
import { forbiddenInHiddenVotes } from './forbidden-in-hidden-votes.fixture';
import { forbiddenInServices } from './forbidden-in-services.fixture';
import { forbiddenInSiteTree } from './forbidden-in-site-tree.fixture';
import { forbiddenToReaders } from './forbidden-to-readers.fixture';
import { forbiddenToVoters } from './forbidden-to-voters.fixture';
import type { PaperSite } from './paper-site.fixture';
import { recordBefore, recordSample } from './what-comes-before.fixture';

const [minute, day] = [60_000, 86_400_000];
const other = 'c0450000-0000-4000-8000-00000000000f';
const words = { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' } };
const vote = { assurance: 'email' };
const at = (site: PaperSite, from: number, to: number) => {
  const date = (days: number) => new Date(Date.parse(site.at) + days * day).toISOString();
  return { opensAt: date(from), closesAt: date(to) };
};

const second = { consultationId: '5ec00000-0000-4000-8000-000000000002' };

/** What somebody appends straight to the event store, by the capability whose rules forbid it. */
const forbidden: Readonly<Record<string, readonly Forbidden[]>> = {
  review: forbiddenInReview,
  ...forbiddenToVoters,
  ballots: [
    [
      'a vote before its consultation is published',
      'contributed-after-opening',
      async ({ add, before }) => {
        await before('ConsultationPublished');
        await add('PollBallotCast', vote);
      },
    ],
    [
      'a vote before its phase opens',
      'contributed-after-opening',
      async ({ site, add, before }) => {
        await before('ConsultationPublished');
        await add('ConsultationPublished', { phases: [{ phaseId: 'f45e0000-0000-4000-8000-000000000001', ...at(site, 1, 2) }] });
        await add('PollBallotCast', vote);
      },
    ],
    [
      'a vote after the end that nobody closed',
      'contributed-before-the-end',
      async ({ site, add, before }) => {
        await before('PollBallotCast');
        site.passed += 40 * day;
        await add('PollBallotCast', { ...vote, author: null });
      },
    ],
    [
      'a vote by another method than that of the activity',
      'ballot-in-its-activity',
      async ({ add, before }) => {
        await before('PollBallotCast');
        await add('StatementVoteCast');
      },
    ],
    [
      'a native ballot that is called attested',
      'imported-level',
      async ({ site, add, before }) => {
        await before('PollBallotCast');
        await add('PollBallotCast', vote);
        Object.assign(site.events.at(-1)!.data, { assurance: 'attested' });
      },
    ],
    [
      'a native ballot with an imported time',
      'imported-level',
      async ({ site, by, add, before }) => {
        await before('PollBallotCast');
        await add('PollBallotCast', vote);
        Object.assign(site.events.at(-1)!.metadata, { imported: { at: '2015-08-30T23:59:59Z', by } });
      },
    ],
    [
      'a change of a ballot that was left out',
      'ballot-not-excluded',
      async ({ add, before }) => {
        await before('BallotReinstated');
        await add('PollBallotCast', { options: ['1'] });
      },
    ],
  ],
  statements: [
    [
      'a statement before publication',
      'contributed-after-opening',
      async ({ add, before }) => {
        await before('StatementSubmitted');
        await add('StatementSubmitted', { ...words, statementId: 'early' });
      },
    ],
    [
      'a statement after the end that nobody closed',
      'contributed-before-the-end',
      async ({ site, add, before }) => {
        await before('StatementAccepted');
        site.passed += 40 * day;
        await add('StatementSubmitted', { ...words, statementId: 'late' });
      },
    ],
    [
      "a statement of the office's after publication",
      'office-statement-before-publication',
      async ({ add, before }) => {
        await before('StatementAccepted');
        await add('StatementSubmitted', { statementId: 'late' });
      },
    ],
    [
      'a vote on a statement that was rejected',
      'vote-on-accepted',
      async ({ site, add, before }) => {
        await before('StatementRejected');
        await add('StatementRejected');
        site.passed += 2 * minute;
        await add('StatementVoteCast');
      },
    ],
    [
      'a vote on a statement that is not there',
      'vote-on-its-statement',
      async ({ add, before }) => {
        await before('StatementVoteCast');
        await add('StatementVoteCast', { statementId: 'none' });
      },
    ],
    [
      'a vote that says something else',
      'known-choice',
      async ({ add, before }) => {
        await before('StatementVoteCast');
        await add('StatementVoteCast', { choice: 'perhaps' });
      },
    ],
    [
      'one more of a person than the settings allow',
      'statements-allowed',
      async ({ add, before }) => {
        await before('StatementAccepted');
        for (let number = 2; number <= 31; number++) await add('StatementSubmitted', { ...words, statementId: `of anna ${number}` });
      },
    ],
    [
      'plain words of a citizen',
      'statement-sealed',
      async ({ add, before }) => {
        await before('StatementAccepted');
        await add('StatementSubmitted', { ...words, statementId: 'plain', text: { plain: 'Words' } });
      },
    ],
  ],
  consultations: [
    [
      'new dates after closing',
      'dates-of-running-phase',
      async ({ add, before }) => {
        await before('OutcomePublished');
        await add('PhaseDatesChanged');
      },
    ],
    [
      'new dates after the closing date',
      'dates-of-running-phase',
      async ({ site, add, before }) => {
        await before('PhaseDatesChanged');
        site.passed += 40 * day;
        await add('PhaseDatesChanged', at(site, -40, 40));
      },
    ],
    [
      'another beginning of what has begun',
      'beginning-stays',
      async ({ site, add, before }) => {
        await before('PhaseDatesChanged');
        await add('PhaseDatesChanged', at(site, 1, 2));
      },
    ],
    [
      'an opening before its date',
      'opened-by-date',
      async ({ site, add, before }) => {
        await before('ConsultationPublished');
        await add('ConsultationPublished', { phases: [{ phaseId: 'f45e0000-0000-4000-8000-000000000001', ...at(site, 1, 2) }] });
        await add('PhaseOpened');
      },
    ],
    [
      'a closing before its date',
      'closed-by-date',
      async ({ add, before }) => {
        await before('PhaseOpened');
        await add('PhaseOpened');
        await add('PhaseClosed');
      },
    ],
    [
      'an early closing before anything has begun',
      'closed-once-begun',
      async ({ site, add, before }) => {
        await before('ConsultationPublished');
        await add('ConsultationPublished', { phases: [{ phaseId: 'f45e0000-0000-4000-8000-000000000001', ...at(site, 1, 2) }] });
        await add('ConsultationClosed');
      },
    ],
    [
      'a cancellation of what has begun',
      'cancelled-before-it-begins',
      async ({ add, before }) => {
        await before('ConsultationClosed');
        await add('ConsultationCancelled');
      },
    ],
    [
      'a correction of a draft',
      'corrected-once-published',
      async ({ add, before }) => {
        await before('ConsultationPublished');
        await add('ConsultationCorrected');
      },
    ],
    [
      'another question under votes',
      'title-stays-once-begun',
      async ({ add, before }) => {
        await before('ConsultationCorrected');
        await add('ConsultationCorrected', { title: 'Lake parking' });
      },
    ],
    [
      'an outcome while people vote',
      'outcome-when-over',
      async ({ add, before }) => {
        await before('ConsultationClosed');
        await add('OutcomePublished');
      },
    ],
    [
      'dates that are over when they are published',
      'published-before-it-is-over',
      async ({ site, add, before }) => {
        await before('ConsultationPublished');
        await add('ConsultationPublished', { phases: [{ phaseId: 'f45e0000-0000-4000-8000-000000000001', ...at(site, -2, -1) }] });
      },
    ],
    [
      'a publication whose lots are from what somebody chose',
      'lots-have-a-seed',
      async ({ add, before }) => {
        await before('ConsultationPublished');
        await add('ConsultationPublished', { lotsSeed: 'red wins' });
      },
    ],
    [
      'a publication without a seed once there are seeds',
      'lots-have-a-seed',
      async ({ site, add, before }) => {
        await before('ConsultationCancelled');
        site.passed += 31 * day;
        await add('ConsultationDrafted', second);
        await add('ActivityDrafted', { ...second, activityId: 'second' });
        await add('ConsultationPublished', { consultationId: second.consultationId, lotsSeed: undefined });
      },
    ],
    [
      'a publication without a zone once there are zones',
      'terms-have-a-zone',
      async ({ site, add, before }) => {
        await before('ConsultationCancelled');
        site.passed += 31 * day;
        await add('ConsultationDrafted', second);
        await add('ActivityDrafted', { ...second, activityId: 'second' });
        await add('ConsultationPublished', { consultationId: second.consultationId, timeZone: null });
      },
    ],
    [
      'an activity once people vote',
      'activity-before-publication',
      async ({ add, before }) => {
        await before('PollBallotCast');
        await add('ActivityDrafted', { activityId: 'late' });
      },
    ],
  ],
  feedback: [
    [
      'a comment on what is not published',
      'comment-on-published',
      async ({ add }) => {
        await add('ConsultationDrafted');
        await add('CommentSubmitted');
      },
    ],
    [
      'one more comment of a person than the settings allow by then',
      'comments-allowed',
      async ({ site, add, before }) => {
        await before('CommentHidden');
        await add('SettingsChanged', { contributionsPerPerson: 1 });
        // It may have been decided just before that.
        await add('CommentSubmitted', { commentId: 'c0000000-0000-4000-8000-000000000002' });
        site.passed += 2 * minute;
        await add('CommentSubmitted', { commentId: 'c0000000-0000-4000-8000-000000000003', author: '0'.repeat(32) });
        await add('CommentSubmitted', { commentId: 'c0000000-0000-4000-8000-000000000004' });
      },
    ],
    [
      'one more general question of a person in a month',
      'questions-allowed',
      async ({ site, add }) => {
        await add('SettingsChanged', { contributionsPerPerson: 1 });
        site.passed += 2 * minute;
        const ask = (number: number) =>
          add('QuestionAsked', { questionId: `40e50000-0000-4000-8000-00000000000${number}`, consultationId: null, unit: 'root' });
        await ask(1);
        site.passed += 31 * day;
        await ask(2);
        await ask(3);
      },
    ],
    [
      'an answer that moves its question',
      'question-of-consultation',
      async ({ add, before }) => {
        await before('QuestionAnswered');
        await add('QuestionAnswered', { consultationId: other });
      },
    ],
    [
      'a question to another unit',
      'question-to-its-unit',
      async ({ add, before }) => {
        await before('QuestionAsked');
        await add('UnitMade');
        await add('QuestionAsked', { unit: 'root.1f0c22aa' });
      },
    ],
  ],
  documents: forbiddenInDocuments,
  ...forbiddenInIdentity,
  answers: forbiddenInAnswers,
  categories: forbiddenInCategories,
  translations: forbiddenInTranslations,
  authors: forbiddenToAuthors,
  readers: forbiddenToReaders,
  services: forbiddenInServices,
  'the tree of the site': forbiddenInSiteTree,
  surveys: forbiddenInSurveys,
  'hidden votes': forbiddenInHiddenVotes,
};

describe.each(Object.entries(forbidden))('what the rules of %s forbid', (_, cases) => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    [audited.site.isLive, audited.site.showsAll] = [false, true];
  });
  afterEach(() => audited.close());

  it.each(cases)('%s breaks %s', async (_, rule, act) => {
    const { site, history } = audited;
    const by = history.administrator;
    await act({
      site,
      by,
      add: (type, differing, actor = by) => recordSample(site, type, actor, differing),
      before: (type) => recordBefore(site, type, by),
    });
    await site.sign();
    const finding = expect.stringContaining(`breaks the rule ${rule}:`);
    expect(await audited.audit()).toMatchObject({ exitCode: 18, index: site.events.length - 1, finding });
  });
});

it('an official act by nobody is found', async () => {
  const audited = await auditedHistory();
  await recordBefore(audited.site, 'ConsultationClosed', audited.history.administrator);
  await recordSample(audited.site, 'ConsultationClosed', null);
  await audited.site.sign();
  expect(await audited.audit()).toMatchObject({ exitCode: 12, index: audited.site.events.length - 1 });
  await audited.close();
});
