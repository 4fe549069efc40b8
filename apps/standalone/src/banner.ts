import { demoAccounts, demoPassword } from './demo/demo-accounts';
import { units } from './demo/demo-content';

interface Facts {
  readonly url: string;
  readonly folder: string;
  readonly demo: boolean;
  readonly mailbox: boolean;
  readonly sendsMail: boolean;
  /** Whose accounts need no second factor, if anybody's do. */
  readonly withoutSecondFactor?: string;
}

/** What is printed when everything is ready. */
export function banner({ url, folder, demo, mailbox, sendsMail, withoutSecondFactor }: Facts): string {
  const accounts = demo
    ? demoAccounts.map(({ role = 'citizen', unit, email }) => `    ${role.padEnd(14)} ${email}${unit ? ` (${units[unit].name} only)` : ''}`)
    : [];
  return [
    '',
    `  Isegoria is ready.`,
    '',
    `    Site           ${url}`,
    `    API            ${url}/api/v1/openapi.json`,
    `    Log            ${url}/log/checkpoint`,
    `    Mail           ${mailbox ? `${url}/mailbox` : sendsMail ? 'is sent' : 'goes nowhere: SMTP_URL is not set'}`,
    `    Data           ${folder}`,
    ...(demo ? ['', `  Demo accounts, all with the password ${demoPassword}`, '', ...accounts] : []),
    '',
    `  The administrator's own account is in operator.json in the data folder.`,
    ...(withoutSecondFactor ? [] : ['  It may act once it has set up a second factor, which its first sign-in asks for.']),
    '  Ctrl-C stops.',
    '',
  ].join('\n');
}
