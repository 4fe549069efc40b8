import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, mostFaults, type FieldFault } from '@isegoria/kernel';
import type { Method, Voter } from '../../method/method.decider';
import { answerFaults } from '../questionnaire/answers.pure';
import { withoutHidden } from '../questionnaire/conditions.pure';
import { questionsOf, type Answers, type Questionnaire } from '../questionnaire/questionnaire.pure';
import { responseSubmitted, type AnswersGiven, type ResponseSubmitted } from './response.contract';

export const responseStream = (activityId: string, voter: string) => `response-${activityId}-${voter}`;

/** What the answers commit to that stood when others were begun: null for none, `unsaid` where whoever sends them leaves it out. */
export type Upon = string | null | 'unsaid';

export const uponSaid = (upon: string | undefined): Upon => (upon === undefined ? 'unsaid' : upon || null);

/**
 * Policy: nothing takes the place of what was sent from elsewhere meanwhile and not seen.
 * @throws Rejection VERSION_CHANGED, with the field where it was left out
 */
export function onlyUponWhatStands(upon: Upon, last: string | null): void {
  if (upon === last || (upon === 'unsaid' && last === null)) return;
  throw new Rejection('VERSION_CHANGED', upon === 'unsaid' ? { field: 'upon' } : {});
}

/** Answers that are to be on record before a response names them. */
export interface GiveAnswers {
  readonly type: 'GiveAnswers';
  readonly given: AnswersGiven['data'];
  /** Absent where nobody could have seen what stands, or where something else names what they were made from. */
  readonly upon?: Upon;
}

/** The commitment of the last answers; the same answers are not recorded twice in a row. */
export const answersDecider: Decider<string | null, GiveAnswers, AnswersGiven> = {
  initialState: null,
  decide({ given, upon }, last) {
    if (given.commitment === last) return [];
    if (upon !== undefined) onlyUponWhatStands(upon, last);
    return [{ type: 'AnswersGiven', data: given }];
  },
  evolve: (_, { data }) => data.commitment,
};

export interface CastResponse extends Voter {
  readonly type: 'SubmitResponse';
  /** What the answers commit to. */
  readonly answers: string;
}

/** What a response decides, the same as every other ballot. */
export const castingResponses = {
  castCommand: 'SubmitResponse',
  cast: ({ consultationId, activityId, voter, answers, assurance }: CastResponse): ResponseSubmitted => ({
    type: 'ResponseSubmitted',
    data: { consultationId, activityId, voter, answers, assurance },
  }),
  casts: responseSubmitted,
  choice: ({ data }: ResponseSubmitted) => data.answers,
} satisfies Pick<Method, 'castCommand' | 'cast' | 'casts' | 'choice'>;

/** All that is wrong with answers, each with the limit that it breaks: whichever way they come, a rejection says the same. */
export function wrongAnswers(questionnaire: Questionnaire, answers: Answers): readonly FieldFault[] {
  const ids = new Set(questionsOf(questionnaire).map(({ id }) => id));
  const unknown = Object.keys(answers).filter((id) => !ids.has(id));
  return [
    ...unknown.map((id) => ({ field: `answers.${id}`, params: { constraint: 'isIn' } })),
    ...answerFaults(questionnaire, answers).map(({ field, constraint, limit }) => ({
      field,
      params: { constraint, ...(limit === undefined ? {} : { limit }) },
    })),
  ];
}

/** @throws Rejection VALIDATION_FAILED with all of these faults; nothing where there are none */
export function onlyWithout([first, ...further]: readonly FieldFault[]): void {
  if (!first) return;
  throw new Rejection('VALIDATION_FAILED', { ...first, ...(further.length > 0 && { further: further.slice(0, mostFaults - 1) }) });
}

/**
 * The answers to what is asked of somebody with these answers: what a condition hides is left out, whatever was typed there before.
 * @throws Rejection VALIDATION_FAILED with every question at fault
 */
export function answersToWhatIsAsked(questionnaire: Questionnaire, answers: Answers): Answers {
  onlyWithout(wrongAnswers(questionnaire, answers));
  return withoutHidden(questionnaire, answers);
}
