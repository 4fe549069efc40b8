import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../../../../activity/activity.decider';
import type { ConsultationState } from '../../../../consultation/known-consultation.decider';
import { onlyOpenPhasesAcceptContributions } from '../../../../phase/phase.decider';
import type { PaperFormEvent, PaperFormStatus } from './paper-entry.contract';

/** Uniqueness is the stream's name: a form is one response, whoever enters it. */
export const paperFormStream = (activityId: string, form: string) => `paper-form-${activityId}-${form}`;

export interface PaperFormState {
  readonly status: PaperFormStatus;
  readonly answers: string;
  readonly enteredBy: string;
  readonly reason: string | null;
}

interface About {
  readonly activityId: string;
  readonly form: string;
  readonly answers: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly consultation: ConsultationState;
  readonly activity: ActivityState;
  /** Under whom the answers of the form stand. */
  readonly voter: string;
}
export type PaperFormCommand = About &
  ({ readonly type: 'EnterPaperForm' | 'ConfirmPaperForm' } | { readonly type: 'SendBackPaperForm'; readonly reason: string });

/** Two officials stand behind each form that counts. */
export const paperFormDecider: Decider<PaperFormState | undefined, PaperFormCommand, PaperFormEvent> = {
  initialState: undefined,

  decide(command, state) {
    const { activityId, form, answers, voter, actor, consultation, activity, now } = command;
    const by = permitted(actor, 'consult', consultation.unit).accountId;
    onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, now);
    const data = { consultationId: activity.consultationId, activityId, form, voter, answers, by };
    if (command.type === 'EnterPaperForm') {
      if (state?.status === 'waiting' && state.answers === answers && state.enteredBy === by) return [];
      onlyFormsNotEntered(state);
      return [{ type: 'PaperFormEntered', data }];
    }
    if (!state) throw new Rejection('NOT_FOUND');
    if (state.status !== 'waiting') throw new Rejection('ALREADY_DONE');
    if (state.answers !== answers) throw new Rejection('CONFLICT');
    if (command.type === 'SendBackPaperForm') return [{ type: 'PaperFormSentBack', data: { ...data, reason: command.reason } }];
    if (state.enteredBy === by) throw new Rejection('OWN_ENTRY');
    return [{ type: 'PaperFormConfirmed', data }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'PaperFormEntered':
        return { status: 'waiting', answers: event.data.answers, enteredBy: event.data.by, reason: null };
      case 'PaperFormSentBack':
        return state && { ...state, status: 'sentBack', reason: event.data.reason };
      case 'PaperFormConfirmed':
        return state && { ...state, status: 'confirmed' };
      default:
        return unchangedBy(event, state);
    }
  },
};

/** Policy: a form is entered once, and again only when it was sent back. @throws Rejection FORM_ENTERED */
export function onlyFormsNotEntered(state: PaperFormState | undefined): void {
  if (state && state.status !== 'sentBack') throw new Rejection('FORM_ENTERED', { field: 'form' });
}
