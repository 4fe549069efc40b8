import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { brokerPermissions, brokerUsers } from './broker-users';

it('docker/nats.conf lets each service do the same as the embedded broker does', () => {
  const text = readFileSync(join(process.cwd(), 'docker/nats.conf'), 'utf8');
  const users = [...text.matchAll(/user: ([\w-]+), password: \$(\w+), permissions: \{\s*publish: (\[.*?\]), subscribe: (\[.*?\]) \} \}/g)];
  const said = users.map(([, user, , publish, subscribe]) => [user, { publish: JSON.parse(publish!), subscribe: JSON.parse(subscribe!) }]);
  expect(Object.fromEntries(said)).toEqual(brokerPermissions);
  for (const [, user, variable] of users) expect(variable).toBe(`NATS_${user!.toUpperCase().replaceAll('-', '_')}_PASSWORD`);
});

it('each service has a password of its own', () => {
  const passwords = brokerUsers((service) => `of ${service}`).map(({ password }) => password);
  expect(new Set(passwords).size).toBe(Object.keys(brokerPermissions).length);
});
