import type { BrokerUser } from '@isegoria/embedded-broker';
import { accountErased, readModelsAdvanced, sessionEnded } from '@isegoria/messaging';

const commands = 'command.>';
const answers = '_INBOX.>';

/**
 * What each service may do on the broker: those who send commands get their answers at subjects that are theirs alone, those who handle
 * commands send none. docker/nats.conf says the same for a real server, and a test compares them.
 */
export const brokerPermissions = {
  gateway: { publish: [commands], subscribe: [ownAnswers('gateway'), accountErased, sessionEnded, readModelsAdvanced] },
  'transparency-log': { publish: [commands], subscribe: [ownAnswers('transparency-log')] },
  identity: { publish: [answers, accountErased, sessionEnded], subscribe: [commands, accountErased] },
  content: { publish: [answers], subscribe: [commands] },
  feedback: { publish: [answers], subscribe: [commands, accountErased] },
  consultations: { publish: [answers], subscribe: [commands, accountErased] },
  projector: { publish: [answers, readModelsAdvanced], subscribe: [commands] },
} as const satisfies Record<string, Required<Pick<BrokerUser, 'publish' | 'subscribe'>>>;

export type ServiceOnBroker = keyof typeof brokerPermissions;

function ownAnswers(user: string): string {
  return `_INBOX.${user}.>`;
}

/** The users of the embedded broker. */
export function brokerUsers(passwordOf: (service: string) => string): BrokerUser[] {
  return Object.entries(brokerPermissions).map(([user, permissions]) => ({ user, password: passwordOf(user), ...permissions }));
}
