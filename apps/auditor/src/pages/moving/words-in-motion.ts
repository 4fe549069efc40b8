import type { ConsultationView, StatementView } from '@isegoria/contracts';
import type { Stood } from '../../recount/stood';
import type { ReadPage } from '../page-finding';
import { outcomeFor, type Moved, type Outcome } from './held-page';
import { peopleWithin } from './results-in-motion';

/** The answers of a page in the order in which they are asked for, and how far the site's read models were before. */
export interface AnswersInWords {
  readonly reached: number;
  readonly answers: readonly unknown[];
}

type Check = (page: ReadPage, answers: readonly unknown[]) => void | Promise<void>;

/** What a page shows of answers that stood still is wrong; of others, nobody can tell. @param shownOf what the page shows of them */
export function stillWords(check: Check, shownOf: (answers: readonly unknown[]) => unknown = (answers) => answers) {
  return async (page: ReadPage, { before, after }: Moved<AnswersInWords>): Promise<Outcome> => {
    if (JSON.stringify(shownOf(before.answers)) !== JSON.stringify(shownOf(after.answers))) return 'moved';
    return outcomeFor(() => check(page, after.answers));
  };
}

/** What pages of consultations show of them, and of their statements: no figures but how many people take part. */
export function shownOfConsultation([consultation, ...lists]: readonly unknown[]): unknown {
  const { participantsByAssurance: _, ...shown } = consultation as Partial<ConsultationView>;
  const items = (lists as readonly { readonly items: readonly StatementView[] }[]).map(({ items }) => items);
  return [shown, ...items.map((list) => list.map(({ id, activityId, text, status }) => [id, activityId, text, status]))];
}

/** Whether a page is right with as many people as took part at some place, if all else that it shows stood still. */
export function consultationInLog(check: Check) {
  return async (page: ReadPage, { before, after }: Moved<AnswersInWords>, { events }: Stood): Promise<Outcome> => {
    const [one, other] = [before, after].map(({ answers }) => answers[0] as ConsultationView) as [ConsultationView, ConsultationView];
    const still = ({ answers: [first, ...lists] }: AnswersInWords) =>
      JSON.stringify(shownOfConsultation([{ ...(first as ConsultationView), participants: null }, ...lists]));
    let first: Outcome | undefined;
    for (const participants of peopleWithin(one, other, events)) {
      const outcome = await outcomeFor(() => check(page, [{ ...other, participants }, ...after.answers.slice(1)]));
      if (outcome === 'right') return outcome;
      first ??= outcome;
    }
    return still(before) === still(after) ? first! : 'moved';
  };
}
