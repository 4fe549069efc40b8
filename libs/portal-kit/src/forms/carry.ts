import { ApiProblem, type WriteOptions } from '@isegoria/api-client';
import { Faults, Rejection, limits, mustBePermitted, validated, type CommandContract } from '@isegoria/kernel';
import type { FormError, FormState } from '@isegoria/ui';
import { isTold, nothingDone } from './done/acceptance';
import { mustBeWhole, sentForm, shownAgain } from './form';
import type { Visit } from '../session/visit';
import { timesToAsk } from './times/time-in';

export interface Carried<Command, Reply> {
  /** What the form says, as a command. Nothing needs checking here: the API names every field at fault. */
  readonly command: (form: FormState) => Command;
  /**
   * A rule that the API comes to only when every field is as it may be: judged here as well where one is not, so that all errors are said
   * at once. @throws Rejection
   */
  readonly check?: (command: Command) => void;
  /** What the form calls a field of the command, where that is not by its name: one field or several. */
  readonly named?: (field: string, command: Command) => string | readonly string[];
  /** What the page itself found wrong, with files for example. The command is not sent then. */
  readonly wrong?: readonly FormError[];
  /** Answers when the command was accepted. */
  readonly accepted: (reply: Reply, command: Command) => void | Promise<void>;
  /** Shows the page again, with what was typed and what is wrong with it. */
  readonly refused: (form: FormState, status: number) => void | Promise<void>;
}

/**
 * Carries a form from its page to the API and back. The key that came with the page makes sending it twice harmless. It is the API that
 * tells visitors to sign in, so that the page can keep what was typed.
 * @throws Rejection FORBIDDEN_ROLE for somebody who may not
 */
export async function carry<Command extends object, Reply extends object>(
  visit: Visit,
  body: unknown,
  contract: CommandContract<Command, Reply>,
  { command, check, named, wrong: found = [], accepted, refused }: Carried<Command, Reply>,
): Promise<void> {
  // Somebody who is suspended keeps what was typed as well.
  if (visit.account && contract.may !== 'contribute') mustBePermitted(visit.account, contract.may);
  const sent = sentForm(body);
  const said = command(sent);
  const wrong = [...found, ...timesToAsk(sent, visit.texts)];
  const judged = visit.account && (await judgedHere(visit, sent, contract, said, { check, named, wrong }));
  if (judged) return refused(judged, wrong.length > 0 ? 422 : 400);
  const options = { idempotencyKey: sent.key, version: contract.versionedBy && sent.version };
  const send = () => sendWhole(visit, contract, said, options, sent);
  const attempt = await visit.attempt(sent, () => (named ? inFormsWords(send, (field) => named(field, said)) : send()), contract);
  if (attempt.form) return refused(attempt.form, attempt.status);
  const isChanged = !isUnchanged(attempt.accepted) || !isTold(contract);
  const message = visit.texts.t('form.notPublished');
  if (!isChanged && saysWhy(said)) return refused(visit.refuseWith(shownAgain(sent, [{ message }])), 409);
  visit.tellOfAcceptance(sent, isChanged ? contract : { ...contract, name: nothingDone });
  await accepted(attempt.accepted, said);
}

/** Some replies have no body. */
const isUnchanged = (reply: { readonly unchanged?: boolean } | undefined): boolean => reply?.unchanged === true;

/** Whether a command has words for the public that go with a change: where there was none, nobody reads them, and they are not lost. */
function saysWhy({ note, reason }: { readonly note?: unknown; readonly reason?: unknown }): boolean {
  return [note, reason].some((words) => typeof words === 'string' && words.trim() !== '');
}

/** @throws ApiProblem with the fields at fault as the form calls them */
async function inFormsWords<Reply>(send: () => Promise<Reply>, named: (field: string) => string | readonly string[]): Promise<Reply> {
  try {
    return await send();
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem) || thrown.problem.field === undefined) throw thrown;
    const { field, detail } = thrown.problem;
    const faults = thrown.problem.errors ?? [{ field, detail }];
    const errors = faults.flatMap((fault) => [named(fault.field)].flat().map((own) => ({ ...fault, field: own })));
    throw new ApiProblem({ ...thrown.problem, field: errors[0]?.field ?? field, errors });
  }
}

/** The form with everything that several judges find wrong with it; undefined where the API is to judge it alone. */
async function judgedHere<Command extends object>(
  visit: Visit,
  sent: FormState,
  { name, shape }: Pick<CommandContract<Command>, 'name' | 'shape'>,
  said: Command,
  { check, named, wrong }: Required<Pick<Carried<Command, object>, 'wrong'>> & Pick<Carried<Command, object>, 'check' | 'named'>,
): Promise<FormState | undefined> {
  if (!check && wrong.length === 0) return undefined;
  const faults = new Faults();
  const passes = (rule: () => unknown) => faults.of(() => (rule(), true)) ?? false;
  const hasCome = passes(() => mustBeWhole(sent));
  const isRight = hasCome && passes(() => validated(shape, JSON.parse(JSON.stringify(said)) as object));
  const isSound = hasCome && passes(() => check?.(said));
  if (wrong.length === 0 && (!hasCome || isRight || isSound)) return undefined;
  const { form } = await visit.attempt(sent, async () => faults.refuse(), { name });
  const inFormsNames = (form?.errors ?? []).flatMap((error) =>
    [(error.field !== undefined && named?.(error.field, said)) || error.field].flat().map((field) => ({ ...error, field })),
  );
  const errors = [...inFormsNames.filter(({ field }) => !wrong.some((one) => one.field === field)), ...wrong];
  return visit.refuseWith(shownAgain(sent, errors));
}

/** @throws Rejection UNKNOWN_FIELD for a form that lacks what its page has, the version of what it changes among it */
async function sendWhole<Command extends object, Reply extends object>(
  ...[visit, contract, said, options, sent]: [...Parameters<typeof sendFor<Command, Reply>>, FormState]
): Promise<Reply> {
  mustBeWhole(sent);
  if (contract.versionedBy && sent.version === undefined) throw new Rejection('UNKNOWN_FIELD', { field: 'version' });
  return sendFor(visit, contract, said, options);
}

/**
 * Sends what a form says; carries nothing back to its page.
 * @throws Rejection VALIDATION_FAILED or BODY_TOO_LARGE; ApiProblem
 */
export async function sendFor<Command extends object, Reply extends object>(
  visit: Visit,
  contract: CommandContract<Command, Reply>,
  command: Command,
  options: WriteOptions,
): Promise<Reply> {
  mustBeReadable(contract, command);
  return visit.api.do(contract, command, options);
}

/**
 * The API does not read what is larger than a request may be, and so could not say which field is too long.
 * @throws Rejection VALIDATION_FAILED, or BODY_TOO_LARGE where each field is as it may be
 */
function mustBeReadable<Command extends object>(contract: CommandContract<Command>, command: Command): void {
  if (Buffer.byteLength(JSON.stringify(command)) <= limits.requestBytes) return;
  validated(contract.shape, command);
  throw new Rejection('BODY_TOO_LARGE');
}
