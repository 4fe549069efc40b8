import type { CommandContract } from '@isegoria/kernel';
import type { FormState } from '@isegoria/ui';
import type { Visit } from '../session/visit';

/** One of several things that somebody chose to decide on with one reason. */
export interface Decision<One> {
  readonly one: One;
  /** Tells it from the others. */
  readonly id: string;
  /** What it means to decide on it; the words of a refusal are about this. */
  readonly contract: Pick<CommandContract, 'name'>;
  /** Carries it out. @returns where it stands in the log @throws what refused it */
  readonly carryOut: () => Promise<number>;
}

export interface Decided<One> {
  readonly done: readonly One[];
  /** Why something was refused, by its id. */
  readonly refused: ReadonlyMap<string, string>;
  /** Of the last that was done, in the log. */
  readonly position: number;
  /** What is wrong with the form itself, and so with each that is left. */
  readonly wrong?: { readonly form: FormState; readonly status: number };
}

/** Each thing that is chosen is a decision of its own: what is refused says why, the rest is done. */
export async function decideOnEach<One>(visit: Visit, form: FormState, decisions: readonly Decision<One>[]): Promise<Decided<One>> {
  const done: One[] = [];
  const refused = new Map<string, string>();
  let position = 0;
  for (const { one, id, contract, carryOut } of decisions) {
    const attempt = await visit.attempt(form, carryOut, contract);
    if (!attempt.form) {
      done.push(one);
      position = Math.max(position, attempt.accepted);
    } else if (isOfForm(attempt.status)) return { done, refused, position, wrong: attempt };
    else refused.set(id, whyRefused(visit, attempt.form));
  }
  return { done, refused, position };
}

/** Others of the same form were done, so what is said is about this one alone. */
function whyRefused({ texts }: Visit, { errors, isStale }: FormState): string {
  return isStale ? texts.t('decide.changedMeanwhile') : errors.map(({ message }) => message).join(' ');
}

/** What is wrong with the reason is wrong with it for each thing that is left; all else that is refused is about one thing. */
const isOfForm = (status: number) => status === 400;
