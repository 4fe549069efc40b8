import { demoAccounts, demoPassword } from './demo/demo-accounts';
import { units } from './demo/demo-content';

/** What is printed when everything is ready. */
export function banner({ url, folder, demo }: { url: string; folder: string; demo: boolean }): string {
  const accounts = demo
    ? demoAccounts.map(({ role = 'citizen', unit, email }) => `    ${role.padEnd(14)} ${email}${unit ? ` (${units[unit]} only)` : ''}`)
    : [];
  return [
    '',
    `  Isegoria is ready.`,
    '',
    `    Site           ${url}`,
    `    API            ${url}/api/v1/openapi.json`,
    `    Log            ${url}/log/checkpoint`,
    `    Mail           ${url}/mailbox`,
    `    Data           ${folder}`,
    ...(demo ? ['', `  Demo accounts, all with the password ${demoPassword}`, '', ...accounts] : []),
    '',
    `  The administrator's own account is in operator.json in the data folder.`,
    '  Ctrl-C stops.',
    '',
  ].join('\n');
}
