import { demoAccounts, demoPassword } from './demo/demo-accounts';

/** What stands on the screen when everything is ready. */
export function banner({ url, folder, demo }: { url: string; folder: string; demo: boolean }): string {
  const accounts = demo ? demoAccounts.map(({ role, email }) => `    ${role.padEnd(14)} ${email}`) : [];
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
