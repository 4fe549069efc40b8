import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, mostFaults, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityEvent } from '../../../activity/activity.contract';
import { activity, type ActivityState } from '../../../activity/activity.decider';
import type { ConsultationState } from '../../../consultation/known-consultation.decider';
import { onlyPhasesToComeOrOpen } from '../../../phase/phase.decider';
import { mustStayAsChecked, type Reviewable } from '../../../review/review.decider';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';
import type { SurveySettings } from '../survey.contract';
import { soundQuestionnaire } from '../survey.decider';
import { areLocked, changesOfMeaning, isSame, wordsOfOthers } from './same-meaning';

export interface Correct extends Reviewable {
  readonly type: 'CorrectQuestionnaire';
  readonly activityId: string;
  readonly questionnaire: Questionnaire;
  readonly note: string;
  readonly consultation: ConsultationState;
  readonly actor: Actor;
  readonly now: Date;
}

/** Policy: until a survey opens, its questions can be changed in the open; from then on, every answer keeps its meaning. */
export const questionnaireCorrection: Decider<ActivityState | undefined, Correct, ActivityEvent> = {
  initialState: undefined,
  decide({ activityId, questionnaire, note, consultation, needsReview, actor, now }, state) {
    const by = permitted(actor, 'consult', consultation.unit).accountId;
    if (!state) throw new Rejection('ACTIVITY_NOT_FOUND');
    if (state.method !== 'survey') throw new Rejection('WRONG_METHOD');
    const phase = onlyPhasesToComeOrOpen(consultation, state.phaseId, now);
    const before = state.settings as SurveySettings;
    const stands = before.questionnaire;
    const settings: SurveySettings = { ...before, questionnaire: soundQuestionnaire(questionnaire) };
    if (phase.opened || areLocked(phase.opensAt!, now)) mustKeepMeaning(stands, earlierOf(state), settings.questionnaire);
    if (isSame(stands, settings.questionnaire)) return [];
    mustStayAsChecked(consultation, { needsReview }, now);
    return [{ type: 'ActivityCorrected', data: { activityId, consultationId: state.consultationId, settings, note, by } }];
  },
  evolve: (state, event) => activity.evolve(state, event),
};

const earlierOf = ({ earlier = [] }: ActivityState) => earlier.map((settings) => (settings as SurveySettings).questionnaire);

/** @throws Rejection QUESTIONS_LOCKED, with every field that says something else, or what another one said at any time */
function mustKeepMeaning(before: Questionnaire, earlier: readonly Questionnaire[], after: Questionnaire): void {
  const fields = new Set([...changesOfMeaning(before, after), ...wordsOfOthers(earlier, after)].map(({ field }) => field));
  const faults = [...fields].map((field) => ({ field: `questionnaire.${field}`, params: {} }));
  const [first, ...further] = faults;
  if (!first) return;
  const others = further.slice(0, mostFaults - 1).map((fault) => ({ ...fault, code: 'QUESTIONS_LOCKED' as const }));
  throw new Rejection('QUESTIONS_LOCKED', { ...first, ...(others.length > 0 && { further: others }) });
}
