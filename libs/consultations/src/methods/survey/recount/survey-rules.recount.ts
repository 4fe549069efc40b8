import {
  CompactTable,
  leafRule,
  rule,
  ruleBook,
  saltedCommitment,
  saltedHash,
  type Judged,
  type JudgedLeaf,
  type RuleBook,
} from '@isegoria/audit-kit';
import type { RulesOfMethod } from '../../method/method.recount';
import type { MethodSettings } from '../../methods.contract';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';
import { responses, type AnswersGiven, type RecordedAnswers, type ResponseSubmitted } from '../response/response.contract';
import type { SurveySettings } from '../survey.contract';
import { rulesOfSurveyLinks } from '../links/survey-links.recount';
import { committedIn, hasUnanswered, isRightlyUnanswered } from '../paper/unanswered/unanswered.recount';
import { rulesOfPaperForms } from '../paper/entry/paper-entry.recount';
import { NamesOfTexts, rulesOfWrittenTexts } from '../written/written-text.recount';
import { rulesOfFilledLeaves } from './filled-leaves.recount';
import { AskedQuestions } from './questions.recount';
import { isRight } from './right-answers.recount';
import type { TestAnswersGiven } from '../test-run/test-run.contract';
import { rulesOfTestRuns } from './test-run.recount';

type Given = Judged<AnswersGiven>;

/** What responses to surveys keep to, beside what all ballots do. */
export function rulesOfSurveys({ activities, ballots, contributions }: RulesOfMethod): RuleBook {
  const answered = new GivenAnswers();
  const names = new NamesOfTexts();
  const written = rulesOfWrittenTexts(activities, names);
  const activityOf = ({ data: { activityId } }: Given) => activities.of(activityId);
  const questionnaireOf = (event: Given) => (activityOf(event)!.settings as SurveySettings).questionnaire;
  const paper = rulesOfPaperForms({ activities, contributions, given: (data) => answered.has(data) });
  const links = rulesOfSurveyLinks({
    ...{ activities, contributions },
    given: (data) => answered.has(data),
    leavesUnanswered: (data) => answered.leavesUnanswered(data),
  });
  const own = ruleBook<ResponseSubmitted | AnswersGiven | TestAnswersGiven>({
    TestAnswersGiven: rulesOfTestRuns(activities),
    AnswersGiven: [
      leafRule(
        'answers-noted',
        'Answers to a survey stand in a stream of the person in that survey.',
        ({ stream }) => responses.has(stream),
        (leaf) => {
          const { data } = leaf as Partial<Given>;
          const activity = data && activities.of(data.activityId);
          const isOfAccount = activity?.method !== 'survey' || isWhole((activity.settings as SurveySettings).questionnaire, data!.answers);
          answered.take(leaf, data && hasUnanswered(data) ? 'form' : isOfAccount ? 'account' : 'other');
          names.take(leaf);
        },
      ),
      rule<AnswersGiven>('answers-in-a-survey', 'Answers are given in a survey that was drafted, and name its consultation.', (event) => {
        const activity = activityOf(event);
        return activity?.method === 'survey' && activity.consultationId === event.data.consultationId;
      }),
      rule<AnswersGiven>('answers-commitment', 'Answers come with what they commit to, and a salt of 32 bytes.', ({ data }) => {
        const { salt, commitment } = data;
        return /^[0-9a-f]{64}$/.test(salt) && saltedCommitment(salt, committedIn(data)) === commitment;
      }),
      rule<AnswersGiven>('answers-to-what-is-asked', 'Answers are to questions that are asked of somebody with these answers.', (event) => {
        const asked = askedFor(questionnaireOf(event), event.data.answers);
        return asked.some((one) => isOnlyOfAsked(one, event.data.answers));
      }),
      rule<AnswersGiven>('answers-complete', 'Whoever answers a survey answers all that has to be answered, files aside.', (event) =>
        askedFor(questionnaireOf(event), event.data.answers).some((asked) => isComplete(asked, event.data.unanswered)),
      ),
      rule<AnswersGiven>(
        'answers-left-out-for-a-reason',
        'What a form on paper is said not to answer is asked of it and has no answer, or not in each line, and one of three reasons.',
        ({ data, ...event }) =>
          isRightlyUnanswered(new AskedQuestions(questionnaireOf({ data, ...event } as Given), data.answers, false), data),
      ),
      rule<AnswersGiven>('answers-right', 'Answers have the form that their questions ask for; words of people are sealed.', (event) => {
        const asked = new AskedQuestions(questionnaireOf(event), event.data.answers, false);
        return asked.list().every((question) => {
          const answer = asked.answerTo(question.id);
          const isRequired = question.isRequired && !Object.hasOwn(event.data.unanswered ?? {}, question.id);
          return answer === undefined || isRight({ ...question, isRequired }, answer);
        });
      }),
      ...rulesOfFilledLeaves(activities),
    ],
    ResponseSubmitted: [
      ...ballots,
      rule<ResponseSubmitted>(
        'response-names-answers',
        'A response names answers of the same person that stand before it in the log.',
        ({ data }) => answered.has(data),
      ),
      rule<ResponseSubmitted>(
        'response-with-account',
        'A response with an account answers what is asked of somebody who can give files, and not what paper or a link asks of others.',
        ({ data }) => answered.isOfAccount(data),
      ),
    ],
  });
  const others = [paper, links].flatMap(({ remembers = {} }) => Object.entries(remembers));
  const remembers: NonNullable<RuleBook['remembers']> = {};
  for (const [type, remember] of others) {
    const before = remembers[type];
    Object.assign(remembers, { [type]: (event: Judged<never>) => (before?.(event), remember(event)) });
  }
  return { rules: { ...own.rules, ...paper.rules, ...links.rules, ...written.rules }, remembers };
}

/** With an account, and where no file is given also by paper or a personal link, which bring none. */
function askedFor(questionnaire: Questionnaire, answers: RecordedAnswers): AskedQuestions[] {
  const withAccount = new AskedQuestions(questionnaire, answers);
  const hasFile = withAccount.list().some(({ id, kind }) => kind === 'file' && withAccount.answerTo(id) !== undefined);
  return hasFile ? [withAccount] : [withAccount, new AskedQuestions(questionnaire, answers, false)];
}

const isOnlyOfAsked = (asked: AskedQuestions, answers: RecordedAnswers) => Object.keys(answers).every((id) => asked.isAsked(id));

const isComplete = (asked: AskedQuestions, unanswered: object = {}) =>
  asked.list().every((question) => {
    const { id, kind, isRequired } = question;
    const isNeeded = isRequired && kind !== 'file' && (asked.filesGiven || !asked.hangsOnFile(question));
    return !isNeeded || asked.answerTo(id) !== undefined || Object.hasOwn(unanswered, id);
  });

/** Whether somebody with an account can have answered so. */
function isWhole(questionnaire: Questionnaire, answers: RecordedAnswers): boolean {
  const asked = new AskedQuestions(questionnaire, answers);
  return isOnlyOfAsked(asked, answers) && isComplete(asked);
}

const givenBy = { account: 1, other: 2, form: 3 } as const;

/** Which answers are on record, in a few bytes each. What is only seen by its leaf may be any. */
class GivenAnswers {
  private readonly streams = new CompactTable();
  private readonly commitments = new CompactTable();
  private unseen = 0;

  /** @param of who can have given them: somebody with an account, nobody but a form on paper, or others without an account too */
  take(leaf: JudgedLeaf, of: keyof typeof givenBy): void {
    this.streams.set(...saltedHash(leaf.stream), 1);
    const { data } = leaf as Partial<Given>;
    if (data) this.commitments.set(...saltedHash(`${leaf.stream} ${data.commitment}`), givenBy[of]);
    else this.unseen += 1;
  }

  has(data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>): boolean {
    const stream = responses.nameFor(data)!;
    if (this.streams.get(...saltedHash(stream)) === 0) return false;
    return this.unseen > 0 || this.commitments.get(...saltedHash(`${stream} ${data.answers}`)) !== 0;
  }

  isOfAccount(data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>): boolean {
    return [0, givenBy.account].includes(this.noted(data));
  }

  /** Whether something is unanswered that everybody has to answer who is asked it. */
  leavesUnanswered(data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>): boolean {
    return this.noted(data) === givenBy.form;
  }

  private noted(data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>): number {
    return this.commitments.get(...saltedHash(`${responses.nameFor(data)!} ${data.answers}`));
  }
}

/** Questions, each with an id of its own, and conditions that look back. */
export function mayBeOfSurvey(settings: MethodSettings): boolean {
  const { sections } = (settings as SurveySettings).questionnaire satisfies Questionnaire;
  const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  return new Set(ids).size === ids.length;
}
