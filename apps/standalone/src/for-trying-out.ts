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
  readonly sentences: readonly string[];
}

/**
 * Everybody knows the passwords of the demo and reads an open mailbox, so both are there only where the platform listens for its own
 * machine alone.
 * @throws StartRefused for a folder that has the demo's accounts, where it does not
 */
export function forTryingOut({ isThisMachineAlone, namesAnotherMachine, host }: PublicAddress, wanted: Wanted): ForTryingOut {
  const { demo, hasDemo, sendsMail } = wanted;
  const mailbox = isThisMachineAlone && !sendsMail;
  if (isThisMachineAlone) {
    const isShown = namesAnotherMachine && (demo || hasDemo || mailbox);
    return { demo, mailbox, sentences: isShown ? [passedOn] : [] };
  }
  if (hasDemo) {
    throw new StartRefused(
      `This data folder has the demo's accounts, whose passwords everybody knows, and HOST=${host} lets other machines in: ` +
        'choose another folder with --data, or leave HOST out.',
    );
  }
  return { demo: false, mailbox, sentences: [...(demo ? [noDemo] : []), ...(sendsMail ? [] : [noMail])] };
}

const noDemo = 'It starts without the demo, whose passwords everybody knows: HOST lets other machines in.';
const noMail = 'Mails go nowhere: name a mail server with SMTP_URL. Until then nobody can confirm an address.';
const passedOn =
  'PUBLIC_URL is no address of this machine. If a proxy lets others in, start with --no-demo in a new data folder and with SMTP_URL: ' +
  'everybody knows the passwords of the demo, and reads the mailbox.';
