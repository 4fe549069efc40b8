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
import { responses, type AnswersGiven, type ResponseSubmitted } from '../response/response.contract';
import type { SurveySettings } from '../survey.contract';
import { rulesOfSurveyLinks } from '../links/survey-links.recount';
import { rulesOfPaperForms } from '../paper/entry/paper-entry.recount';
import { NamesOfTexts, rulesOfWrittenTexts } from '../written/written-text.recount';
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
  const links = rulesOfSurveyLinks({ activities, contributions, given: (data) => answered.has(data) });
  const own = ruleBook<ResponseSubmitted | AnswersGiven | TestAnswersGiven>({
    TestAnswersGiven: rulesOfTestRuns(activities),
    AnswersGiven: [
      leafRule(
        'answers-noted',
        'Answers to a survey stand in a stream of the person in that survey.',
        ({ stream }) => responses.has(stream),
        (leaf) => {
          answered.take(leaf);
          names.take(leaf);
        },
      ),
      rule<AnswersGiven>('answers-in-a-survey', 'Answers are given in a survey that was drafted, and name its consultation.', (event) => {
        const activity = activityOf(event);
        return activity?.method === 'survey' && activity.consultationId === event.data.consultationId;
      }),
      rule<AnswersGiven>('answers-commitment', 'Answers come with what they commit to, and a salt of 32 bytes.', ({ data }) => {
        const { answers, salt, commitment } = data;
        return /^[0-9a-f]{64}$/.test(salt) && saltedCommitment(salt, answers) === commitment;
      }),
      rule<AnswersGiven>('answers-to-what-is-asked', 'Answers are to questions that are asked of somebody with these answers.', (event) => {
        const asked = new AskedQuestions(questionnaireOf(event), event.data.answers);
        return Object.keys(event.data.answers).every((id) => asked.isAsked(id));
      }),
      rule<AnswersGiven>('answers-complete', 'Whoever answers a survey answers all that has to be answered, files aside.', (event) => {
        const asked = new AskedQuestions(questionnaireOf(event), event.data.answers);
        // Neither paper nor a personal link brings files.
        return asked.list().every(({ id, kind, isRequired }) => !isRequired || kind === 'file' || asked.answerTo(id) !== undefined);
      }),
      rule<AnswersGiven>('answers-right', 'Answers have the form that their questions ask for; words of people are sealed.', (event) => {
        const asked = new AskedQuestions(questionnaireOf(event), event.data.answers);
        return asked.list().every((question) => {
          const answer = asked.answerTo(question.id);
          return answer === undefined || isRight(question, answer);
        });
      }),
    ],
    ResponseSubmitted: [
      ...ballots,
      rule<ResponseSubmitted>(
        'response-names-answers',
        'A response names answers of the same person that stand before it in the log.',
        ({ data }) => answered.has(data),
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

/** Which answers are on record, in a few bytes each. What is only seen by its leaf may be any. */
class GivenAnswers {
  private readonly streams = new CompactTable();
  private readonly commitments = new CompactTable();
  private unseen = 0;

  take(leaf: JudgedLeaf): void {
    this.streams.set(...saltedHash(leaf.stream), 1);
    const { data } = leaf as Partial<Given>;
    if (data) this.commitments.set(...saltedHash(`${leaf.stream} ${data.commitment}`), 1);
    else this.unseen += 1;
  }

  has(data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>): boolean {
    const stream = responses.nameFor(data)!;
    if (this.streams.get(...saltedHash(stream)) === 0) return false;
    return this.unseen > 0 || this.commitments.get(...saltedHash(`${stream} ${data.answers}`)) === 1;
  }
}

/** Questions, each with an id of its own, and conditions that look back. */
export function mayBeOfSurvey(settings: MethodSettings): boolean {
  const { sections } = (settings as SurveySettings).questionnaire satisfies Questionnaire;
  const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  return new Set(ids).size === ids.length;
}
