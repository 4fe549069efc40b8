import { saltedCommitment } from '@isegoria/audit-kit';
import { answersGiven, responses, surveyLinksIssued } from '@isegoria/consultations';
import type { Forbidden } from './forbidden-in-identity.fixture';
import { surveyed } from './what-comes-before.fixture';

const { answers, salt, unsaid = [], ...place } = answersGiven.sample;
const { transport: _, ...unfinished } = answers;
const sealed = { sealed: '1.x.y' };
const plan = { file: 'f'.repeat(64), mediaType: 'application/pdf', size: 4, details: sealed };
const response = { assurance: 'email' };
/** Answers with what they commit to. */
const given = (other: object) => ({ answers: other, commitment: saltedCommitment(salt, other) });

/** Answers with what they do not answer, and what both commit to. */
const leaving = (other: object, unanswered: object) => ({
  answers: other,
  unanswered,
  commitment: saltedCommitment(salt, [other, unanswered]),
});

/** Answers that the platform would not have recorded. @param differing members of the event */
const answering = (what: string, rule: string, differing: object): Forbidden => [
  what,
  rule,
  async ({ add, before }) => {
    await before('AnswersGiven');
    await add('AnswersGiven', differing);
  },
];

/** A decision about a text that the platform would not have recorded. */
const deciding = (what: string, rule: string, differing: object): Forbidden => [
  what,
  rule,
  async ({ add, before }) => {
    await before('TextDecidedOn');
    await add('TextDecidedOn', differing);
  },
];

/** A test that the platform would not have recorded. */
const trying = (what: string, rule: string, differing: object): Forbidden => [
  what,
  rule,
  async ({ add, before }) => {
    await before('TestAnswersGiven');
    await add('TestAnswersGiven', differing);
  },
];

/** Responses to surveys that the platform would not have recorded. */
export const forbiddenInSurveys: readonly Forbidden[] = [
  answering('answers that were altered behind their commitment', 'answers-commitment', { answers: { ...answers, transport: 'bus' } }),
  answering('answers with a salt that can be guessed', 'answers-commitment', {
    salt: '00',
    commitment: saltedCommitment('00', answers),
  }),
  answering('an answer to a question that is hidden', 'answers-to-what-is-asked', given({ ...answers, which: sealed })),
  answering('an answer to a question that the survey does not have', 'answers-to-what-is-asked', given({ ...answers, other: 'tram' })),
  answering('a response without an answer that is required', 'answers-complete', given({ topics: ['air'] })),
  answering('an option that the survey does not have', 'answers-right', given({ ...answers, transport: 'plane' })),
  answering('an option that is chosen twice', 'answers-right', given({ ...answers, topics: ['air', 'air'] })),
  answering('words of a person that are not sealed', 'answers-right', given({ ...answers, wish: 'A tram' })),
  answering('a file of a kind that is not asked for', 'answers-right', given({ ...answers, plan: { ...plan, mediaType: 'text/html' } })),
  answering('a file that is larger than its question takes', 'answers-right', given({ ...answers, plan: { ...plan, size: 1_048_577 } })),
  answering('a file with a name that is not sealed', 'answers-right', given({ ...answers, plan: { ...plan, details: 'Plan.pdf' } })),
  answering('a form without an answer that it has', 'answers-left-out-for-a-reason', leaving(answers, { transport: 'blank' })),
  answering('a form without an answer to what it does not ask', 'answers-left-out-for-a-reason', leaving(answers, { which: 'blank' })),
  answering('a form without an answer for no reason', 'answers-left-out-for-a-reason', leaving({ topics: ['air'] }, { transport: 'lost' })),
  [
    'a person of whom something is said to be unanswered as on paper',
    'response-with-account',
    async ({ add, before }) => {
      const left = leaving(unfinished, { transport: 'blank' });
      await before('AnswersGiven');
      await add('AnswersGiven', left);
      await add('ResponseSubmitted', { answers: left.commitment });
    },
  ],
  [
    'a link of which something is said to be unanswered as on paper',
    'link-leaves-nothing-out',
    async ({ add, before }) => {
      const left = leaving(unfinished, { transport: 'blank' });
      await before('LinkedResponseSubmitted');
      await add('AnswersGiven', left);
      await add('LinkedResponseSubmitted', { answers: left.commitment });
    },
  ],
  answering('answers whose leaf tells that somebody wrote little', 'answers-fill-their-leaf', { unsaid: unsaid.slice(1) }),
  answering('answers whose leaf tells that somebody wrote much', 'answers-fill-their-leaf', { unsaid: [...unsaid, ...unsaid] }),
  [
    'answers in the form of an older program, long after that of a newer one',
    'answers-of-version-2',
    async ({ site, add, before }) => {
      const [stream, older] = [responses.nameFor(place)!, { type: 'AnswersGiven', data: { answers, salt, ...place } }];
      const record = () => site.store.append(stream, [{ ...older, metadata: { schema: 1, at: site.at } }] as never, 'any');
      await before('AnswersGiven');
      await record();
      await add('AnswersGiven');
      await record();
      site.passed += 31 * 86_400_000;
      await record();
    },
  ],
  [
    'a survey with figures of fewer people than its unit has them',
    'smallest-group-of-unit',
    async ({ site, add }) => {
      await add('UnitSmallestGroupSet', { unit: 'root', people: 20 });
      site.passed += 300_000;
      await add('ConsultationDrafted');
      await add('ActivityDrafted', surveyed);
    },
  ],
  [
    'a smallest group of one person',
    'unit-smallest-group',
    async ({ add }) => {
      await add('UnitSmallestGroupSet', { unit: 'root', people: 1 });
    },
  ],
  [
    'answers in a poll',
    'answers-in-a-survey',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('AnswersGiven');
    },
  ],
  [
    'a response whose answers were never given',
    'response-names-answers',
    async ({ add, before }) => {
      await before('AnswersGiven');
      await add('ResponseSubmitted', response);
    },
  ],
  [
    'a response that names other answers',
    'response-names-answers',
    async ({ add, before }) => {
      await before('ResponseSubmitted');
      await add('ResponseSubmitted', { ...response, answers: saltedCommitment(salt, {}) });
    },
  ],
  [
    'a response with an account to what is asked on paper alone',
    'response-with-account',
    async ({ add, before }) => {
      const loose = given({ ...answers, shows: sealed });
      await before('AnswersGiven');
      await add('AnswersGiven', loose);
      await add('ResponseSubmitted', { ...response, answers: loose.commitment });
    },
  ],
  trying('a test whose answers can be guessed', 'test-salted', { salt: '00' }),
  trying('a test with words that are not sealed', 'test-answers-right', { answers: { ...answers, wish: 'A tram' } }),
  trying('a test of what is not asked', 'test-answers-right', { answers: { ...answers, which: sealed } }),
  [
    'a test of a poll',
    'test-of-a-survey',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('TestAnswersGiven');
    },
  ],
  [
    'a test of a survey that has opened',
    'test-before-opening',
    async ({ add, before }) => {
      await before('AnswersGiven');
      await add('PhaseOpened');
      await add('TestAnswersGiven');
    },
  ],
  [
    'a response that names what was answered as a test',
    'response-names-answers',
    async ({ add, before }) => {
      await before('TestAnswersGiven');
      await add('TestAnswersGiven');
      await add('ConsultationPublished');
      await add('ResponseSubmitted', { ...response, answers: saltedCommitment(salt, answers) });
    },
  ],
  [
    'a paper form that is confirmed by whoever entered it',
    'paper-form-confirmed-by-another',
    async ({ add, before }) => {
      await before('PaperFormSentBack');
      await add('PaperFormConfirmed');
    },
  ],
  [
    'a paper form that is confirmed for other answers than were entered',
    'paper-form-checked-once',
    async ({ add, before }) => {
      await before('PaperFormConfirmed');
      await add('PaperFormConfirmed', { answers: saltedCommitment(salt, {}) });
    },
  ],
  [
    'a paper form that is entered twice',
    'paper-form-entered-once',
    async ({ add, before }) => {
      await before('PaperFormSentBack');
      await add('PaperFormEntered');
    },
  ],
  [
    'two paper forms with the answers of one',
    'paper-form-answers-its-own',
    async ({ add, before }) => {
      await before('PaperFormSentBack');
      await add('PaperFormEntered', { form: '18' });
    },
  ],
  [
    'a paper form with the answers of a person',
    'paper-form-answers-its-own',
    async ({ add, before }) => {
      await before('ResponseSubmitted');
      await add('ResponseSubmitted', response);
      await add('PaperFormEntered');
    },
  ],
  [
    'a paper form in a poll',
    'paper-form-of-survey',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('PaperFormEntered');
    },
  ],
  deciding('a text that is held back without a reason', 'text-held-back-with-reason', { reason: null }),
  deciding('a text that is listed with a reason', 'text-held-back-with-reason', { decision: 'listed' }),
  deciding('a decision about a text that nobody decides', 'text-held-back-with-reason', { decision: 'praised' }),
  deciding('a text that waits and is made to wait', 'text-decided-anew', { decision: 'waiting', reason: null }),
  [
    'a text that is held back twice',
    'text-decided-anew',
    async ({ add, before }) => {
      await before('TextDecidedOn');
      await add('TextDecidedOn');
      await add('TextDecidedOn', { reason: 'Again.' });
    },
  ],
  [
    'a text of a survey that is still open',
    'text-decided-once-closed',
    async ({ add, before }) => {
      await before('ResponseSubmitted');
      await add('TextDecidedOn');
    },
  ],
  [
    'a text that nobody wrote',
    'text-was-written',
    async ({ add, before }) => {
      await before('ResponseSubmitted');
      await add('ConsultationClosed');
      await add('TextDecidedOn', { text: 'ab'.repeat(32) });
    },
  ],
  [
    'a text of a poll',
    'text-of-a-survey',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('ConsultationClosed');
      await add('TextDecidedOn');
    },
  ],
  [
    'questions of a draft that are corrected',
    'activity-corrected-once-published',
    async ({ add, before }) => {
      await before('TestAnswersGiven');
      await add('ActivityCorrected');
    },
  ],
  [
    'questions that are corrected once all is over',
    'activity-corrected-once-published',
    async ({ add, before }) => {
      await before('AnswersGiven');
      await add('ConsultationClosed');
      await add('ActivityCorrected');
    },
  ],
  [
    'questions that are corrected to two of one name',
    'corrected-settings-of-method',
    async ({ add, before }) => {
      await before('ActivityCorrected');
      const question = { id: 'twice', kind: 'short-text', text: 'What?', isRequired: false };
      await add('ActivityCorrected', { settings: { questionnaire: { sections: [{ questions: [question, question] }] } } });
    },
  ],
  [
    'other questions while people answer',
    'meaning-stays-once-open',
    async ({ add, before }) => {
      await before('AnswersGiven');
      await add('ActivityCorrected');
    },
  ],
  [
    'options of a poll that are corrected while people vote',
    'meaning-stays-once-open',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('ActivityCorrected', { settings: { multiple: false, options: [{ id: '1', text: 'B' }, { id: '2', text: 'A' }] } });
    },
  ],
  [
    'a response by a link that was never issued',
    'link-was-issued',
    async ({ add, before }) => {
      await before('LinkedResponseSubmitted');
      await add('LinkedResponseSubmitted', { link: 'f'.repeat(64) });
    },
  ],
  [
    'two links that answer with the answers of one',
    'link-answers-its-own',
    async ({ add, before }) => {
      await before('LinkedResponseSubmitted');
      await add('LinkedResponseSubmitted');
      await add('LinkedResponseSubmitted', { link: surveyLinksIssued.sample.links[0] });
    },
  ],
  [
    'a response by a link with the answers of a person',
    'link-answers-its-own',
    async ({ add, before }) => {
      await before('LinkedResponseSubmitted');
      await add('ResponseSubmitted', response);
      await add('LinkedResponseSubmitted');
    },
  ],
  [
    'a response by a link whose answers were never given',
    'link-answers-its-own',
    async ({ add, before }) => {
      await before('LinkedResponseSubmitted');
      await add('LinkedResponseSubmitted', { answers: saltedCommitment(salt, {}) });
    },
  ],
  ...[null, 'e1'.repeat(32)].map((own): Forbidden => [
    `a response by a link that is changed by ${own === null ? 'the link alone' : 'another browser'}`,
    'link-changed-by-its-own',
    async ({ add, before }) => {
      await before('LinkedResponseSubmitted');
      await add('LinkedResponseSubmitted');
      await add('LinkedResponseSubmitted', { own });
    },
  ]),
  [
    'a link that is issued twice',
    'links-issued-once',
    async ({ add, before }) => {
      await before('SurveyLinksRevoked');
      await add('SurveyLinksIssued', { batch: 2 });
    },
  ],
  [
    'so few links that somebody knows whose is whose',
    'links-issued-once',
    async ({ add, before }) => {
      await before('SurveyLinksIssued');
      await add('SurveyLinksIssued', { links: surveyLinksIssued.sample.links.slice(1) });
    },
  ],
  [
    'links that are revoked twice',
    'links-revoked-once',
    async ({ add, before }) => {
      await before('SurveyLinksRevoked');
      await add('SurveyLinksRevoked');
      await add('SurveyLinksRevoked');
    },
  ],
  [
    'personal links of a poll',
    'link-of-survey',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('SurveyLinksIssued');
    },
  ],
  [
    'a survey that asks two questions under one name',
    'settings-of-method',
    async ({ add }) => {
      await add('ConsultationDrafted');
      const question = { id: 'twice', kind: 'short-text', text: 'What?', isRequired: false };
      const settings = { questionnaire: { sections: [{ questions: [question, question] }] } };
      await add('ActivityDrafted', { method: 'survey', settings });
    },
  ],
];
