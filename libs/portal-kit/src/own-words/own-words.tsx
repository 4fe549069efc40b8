import { minutesToEdit } from '@isegoria/content';
import { Rejection, type Accepted, type CommandContract } from '@isegoria/kernel';
import { carry } from '../forms/carry';
import { blankForm, formFor, textOf } from '../forms/form';
import type { Visit } from '../session/visit';
import { OwnWordsPage, type OwnThing, type OwnWordsDone, type OwnWordsForms } from './own-words.page';

/** Loads something for its author. @throws Rejection NOT_YOURS */
type Load = () => Promise<OwnThing>;

/** The page on which somebody changes or withdraws what they said. @throws Rejection SIGN_IN_REQUIRED, or what loading says */
export async function showOwnWords(visit: Visit, load: Load, sent: Partial<OwnWordsForms> = {}, status = 200): Promise<void> {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const thing = await load();
  const text = formFor({ values: { text: thing.text ?? '' }, version: thing.version }, sent.text);
  const forms = { text, withdrawal: sent.withdrawal ?? blankForm() };
  visit.show(<OwnWordsPage thing={thing} forms={forms} done={doneIn(visit)} />, {
    title: visit.texts.t(`own.${thing.kind}`),
    status,
    address: thing.path,
  });
}

interface Changing<Command> {
  readonly command: (text: string) => Command;
  readonly path: string;
  readonly load: Load;
  readonly hasEffect?: (said: Command, position: number) => Promise<boolean>;
}

/**
 * Takes the new words.
 * @param command what they become
 * @param hasEffect where words that are recorded may still be behind something in the log that they had to come before
 */
export async function changeOwnWords<Command extends object>(
  visit: Visit,
  body: unknown,
  contract: CommandContract<Command, Accepted>,
  { command, path, load, hasEffect }: Changing<Command>,
): Promise<void> {
  await carry(visit, body, contract, {
    command: (form) => command(textOf(form, 'text')),
    async accepted({ position }, said) {
      const done: OwnWordsDone = (await hasEffect?.(said, position)) === false ? 'late' : 'changed';
      visit.seeOther(`${path}?done=${done}`, position);
    },
    refused: (text, status) => showOwnWords(visit, load, { text }, status),
  });
}

/** Takes it back. */
export async function withdrawOwn<Command extends object>(
  visit: Visit,
  body: unknown,
  contract: CommandContract<Command, Accepted>,
  { command, path, load }: { command: Command; path: string; load: Load },
): Promise<void> {
  await carry(visit, body, contract, {
    command: () => command,
    accepted: ({ position }) => visit.seeOther(`${path}?done=withdrawn`, position),
    refused: (withdrawal, status) => showOwnWords(visit, load, { withdrawal }, status),
  });
}

/** Until when the words of something may be changed under the settings of the site, or that this is over. */
export function editableForAWhile(visit: Visit, saidAt: string, now = Date.now()): OwnThing['editing'] {
  const until = Date.parse(saidAt) + minutesToEdit(visit.site) * 60_000;
  return until > now ? { until: new Date(until).toISOString() } : { refused: 'own.overTime' };
}

function doneIn({ request }: Visit): OwnWordsDone | undefined {
  const done = request.query['done'];
  return done === 'changed' || done === 'late' || done === 'withdrawn' ? done : undefined;
}
