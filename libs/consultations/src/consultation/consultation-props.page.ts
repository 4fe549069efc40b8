import type { CommentView, QuestionView } from '@isegoria/feedback';
import type { Thanks } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { StatementView } from '../methods/deliberation/deliberation-queries.contract';
import type { ConsultationView, MyBallot } from '../queries.contract';

export interface ConsultationForms {
  readonly vote: FormState;
  readonly ballot: FormState;
  readonly statement: FormState;
  readonly comment: FormState;
  readonly question: FormState;
}

export interface ConsultationPageProps {
  readonly consultation: ConsultationView;
  readonly statements: readonly StatementView[];
  /** The same statements in the order in which this person is asked. */
  readonly toVote: readonly StatementView[];
  readonly comments: readonly CommentView[];
  readonly commentCount: number;
  readonly commentsCursor?: string;
  readonly nextComments: string | null;
  readonly questions: readonly QuestionView[];
  /** Absent for a visitor who is not signed in. */
  readonly ballot?: MyBallot;
  readonly forms: ConsultationForms;
  readonly thanks?: Thanks;
  readonly mayModerate: boolean;
  readonly mayEdit: boolean;
}

/** A form is for who is signed in; one that was refused stays, with what was typed, also when the session has ended meanwhile. */
export function mayWrite({ ballot, forms }: ConsultationPageProps, form: keyof ConsultationForms): boolean {
  return ballot !== undefined || forms[form].errors.length > 0;
}
