import { join } from 'node:path';
import type { DataFolder, Secrets } from './data-folder';
import { administratorEmail } from './administrator';
import type { Parts } from './parts/start-parts';
import type { ProcessPlan } from './supervised-process';
import { witnessVariables, type LocalWitness } from './witnesses';

export const serviceNames = [
  'identity',
  'content',
  'feedback',
  'consultations',
  'projector',
  'transparency-log',
  'gateway',
  'portal',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Which secrets a service gets: none that it does not use. */
const secretsOf: Record<ServiceName, readonly (keyof Secrets)[]> = {
  identity: [
    'KEY_ENCRYPTION_KEY',
    'EMAIL_HASH_KEY',
    'BUS_SIGNING_KEY',
    'ACT_SIGNING_KEY',
    'IDENTITY_OPENING_KEY',
    'BOOTSTRAP_ADMIN_PASSWORD',
  ],
  content: ['BUS_SIGNING_KEY', 'ACT_SIGNING_KEY'],
  feedback: ['KEY_ENCRYPTION_KEY', 'BUS_SIGNING_KEY', 'ACT_SIGNING_KEY', 'RECEIPT_SIGNING_KEY'],
  consultations: ['KEY_ENCRYPTION_KEY', 'BUS_SIGNING_KEY', 'ACT_SIGNING_KEY', 'RECEIPT_SIGNING_KEY'],
  projector: ['BUS_SIGNING_KEY', 'ACT_SIGNING_KEY'],
  'transparency-log': ['BUS_SIGNING_KEY', 'IDENTITY_SEALING_KEY', 'ACT_PUBLIC_KEY', 'RECEIPT_PUBLIC_KEY'],
  gateway: ['KEY_ENCRYPTION_KEY', 'COMMAND_ID_KEY', 'BUS_SIGNING_KEY', 'IDENTITY_SEALING_KEY'],
  portal: [],
};

interface Surroundings {
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly parts: Parts;
  readonly url: string;
  /** The file with the key that signs checkpoints. */
  readonly logKeyFile: string;
  readonly witnesses: readonly LocalWitness[];
  /** Whether everybody may read the messages that are not mailed. */
  readonly mailbox: boolean;
  /** The domain whose accounts need no second factor, if any. */
  readonly withoutSecondFactor?: string;
  /** The addresses of the demo's accounts, where this start makes them. */
  readonly toMakeForDemo: readonly string[];
}

/** How each service is run: the same programs and variables as in a cluster. */
export function servicePlans({
  folder,
  secrets,
  ports,
  parts,
  url,
  logKeyFile,
  witnesses,
  mailbox,
  withoutSecondFactor,
  toMakeForDemo,
}: Surroundings): ProcessPlan[] {
  const common = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    // The door decides which proxies to believe: it names one client to the services, from this machine.
    TRUSTED_PROXIES: 'loopback',
    GATEWAY_URL: `http://127.0.0.1:${ports.gateway}`,
    LOG_URL: `http://127.0.0.1:${ports['transparency-log']}`,
    BOOTSTRAP_ADMIN_EMAIL: administratorEmail,
  };
  return serviceNames.map((name) => ({
    name,
    program: join(import.meta.dirname, '..', name, 'main.js'),
    port: ports[name],
    env: {
      ...common,
      ...addressesOf(name, parts),
      ...Object.fromEntries(secretsOf[name].map((secret) => [secret, secrets[secret]])),
      ...(secretsOf[name].includes('KEY_ENCRYPTION_KEY') && { KEY_EPOCHS_FOLDER: folder.in('key-epochs') }),
      ...(name === 'identity' && {
        MAILBOX: mailbox ? 'open' : '',
        SECOND_FACTOR_EXEMPT: withoutSecondFactor ?? '',
        DEMO_ACCOUNTS: toMakeForDemo.join(','),
      }),
      ...(name === 'transparency-log' && { LOG_SIGNING_KEY_FILE: logKeyFile, ...witnessVariables(witnesses) }),
    },
    logFile: folder.in('logs', `${name}.log`),
  }));
}

/** Which parts a service knows, with credentials of its own: none that it does not use. */
function addressesOf(name: ServiceName, { eventStoreUrl, natsUrl, databaseUrl }: Parts): Record<string, string> {
  if (name === 'portal') return {};
  const shared = { NATS_URL: natsUrl(name), DATABASE_URL: databaseUrl(name) };
  return name === 'gateway' ? shared : { ...shared, EVENTSTORE_URL: eventStoreUrl };
}
