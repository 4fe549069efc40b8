import type { VNode } from 'preact';
import { mayWrite as mayWriteIn, type Thanks } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { StatementView } from '../methods/deliberation/deliberation-queries.contract';
import type { ConsultationView, MyBallot } from '../queries.contract';

export interface ConsultationForms {
  readonly vote: FormState;
  readonly ballot: FormState;
  readonly statement: FormState;
}

export interface ConsultationPageProps {
  readonly consultation: ConsultationView;
  readonly statements: readonly StatementView[];
  /** The same statements in the order in which this person is asked. */
  readonly toVote: readonly StatementView[];
  /** What other contexts show here. */
  readonly sections: readonly VNode[];
  /** Absent for a visitor who is not signed in. */
  readonly ballot?: MyBallot;
  readonly forms: ConsultationForms;
  readonly thanks?: Thanks;
  readonly mayModerate: boolean;
  readonly mayEdit: boolean;
}

/** As in a section, for the forms of consultations' own. */
export function mayWrite({ ballot, forms }: ConsultationPageProps, form: keyof ConsultationForms): boolean {
  return mayWriteIn({ isSignedIn: ballot !== undefined, form: forms[form] });
}
