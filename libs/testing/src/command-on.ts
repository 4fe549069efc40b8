import { command, type Accepted, type CommandContract } from '@isegoria/kernel';

class Anything {}
const anything = command(Anything, { summary: 'Whatever a spec sends', may: 'anyone' });

/** A command that carries no secret, by its subject alone: what it says is for the service to check. */
export function commandOn<Reply extends object = Accepted>(subject: string): CommandContract<object, Reply> {
  return { ...(anything as unknown as CommandContract<object, Reply>), subject };
}
