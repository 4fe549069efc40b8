import type { PublicAddress } from './public-address';
import { StartRefused } from './start-refused';

/** What is asked for, and what is there. */
export interface Wanted {
  /** Whether the demo is wanted. */
  readonly demo: boolean;
  /** Whether the data folder has its accounts already. */
  readonly hasDemo: boolean;
  /** Whether a mail server is named. */
  readonly sendsMail: boolean;
}

/** What helps to try the platform out, and what the operator is told about it. */
export interface ForTryingOut {
  readonly demo: boolean;
  /** Whether everybody reads what would have been mailed, with the links in it. */
  readonly mailbox: boolean;
  /** The domain whose accounts need no second factor to act as staff, if any; nobody has mail there (RFC 2606). */
  readonly withoutSecondFactor?: string;
  readonly sentences: readonly string[];
}

/**
 * Everybody knows the passwords of the demo and reads an open mailbox, so both are there, and staff without a second factor, only where
 * nobody but this machine is meant to come: where the platform listens for others, or a proxy may pass them on to the address in
 * PUBLIC_URL, they are not.
 * @throws StartRefused for a folder that has the demo's accounts, where others come
 */
export function forTryingOut({ isThisMachineAlone, namesAnotherMachine, host }: PublicAddress, wanted: Wanted): ForTryingOut {
  const { demo, hasDemo, sendsMail } = wanted;
  if (isThisMachineAlone && !namesAnotherMachine) return { demo, mailbox: !sendsMail, withoutSecondFactor: 'example.org', sentences: [] };
  const door = isThisMachineAlone ? 'PUBLIC_URL names an address for others' : `HOST=${host} lets other machines in`;
  if (hasDemo) {
    throw new StartRefused(
      `This data folder has the demo's accounts, whose passwords everybody knows, and ${door}: choose another folder with --data, or ` +
        'leave that setting out.',
    );
  }
  return { demo: false, mailbox: false, sentences: [...(demo ? [noDemo(door)] : []), ...(sendsMail ? [] : [noMail])] };
}

const noDemo = (door: string) => `It starts without the demo, whose passwords everybody knows: ${door}.`;
const noMail = 'Mails go nowhere: name a mail server with SMTP_URL. Until then nobody can confirm an address.';
