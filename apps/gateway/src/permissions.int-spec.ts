import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOf } from '@isegoria/api-host';
import { addressOf, may, roles, type Actor, type HeldRole } from '@isegoria/contracts';
import { apiParts } from './api';
import { startGateway, type RunningGateway } from './testing/gateway.fixture';

const { contracts } = apiOf(apiParts);
/** Nobody's role, and each role held at the root and in a unit below it: the door asks for the role, and the thing itself for its unit. */
const units = ['root', 'root.1f0c22aa'];
const holders = units.flatMap((unit) => roles.map((role): HeldRole => ({ role, unit })));
const nameOf = ({ role, unit }: HeldRole) => `${role} in ${unit}`;
const suspended = 'somebody with every role whose account is suspended';
const everybody: readonly string[] = ['visitor', 'citizen', ...holders.map(nameOf), suspended];
/** What such a person may still send, besides what needs no account. Nothing of it adds words or votes, and nothing is an act of office. */
const leftToTheSuspended = [
  ...['appeal', 'appeal-suspension', 'withdraw-comment', 'withdraw-question', 'withdraw-statement', 'show-own-votes', 'show-own-response'],
  'take-service-feedback-back',
  ...['change-address', 'change-password', 'change-profile', 'send-confirmation'],
  ...['end-other-sessions', 'end-own-session', 'show-own-sessions'],
  ...['begin-second-factor', 'confirm-second-factor', 'renew-recovery-codes', 'turn-off-second-factor', 'show-second-factor'],
  ...['list-notes', 'count-unread-notes', 'mark-notes-read', 'show-note-settings', 'change-note-settings'],
];

/** What stands in a path that is no id. */
const segments: Readonly<Record<string, string>> = { role: 'analyst', unit: 'root.00000000' };
/** An address with ids that name nothing. */
const addressFor = (contract: (typeof contracts)[number]) =>
  addressOf(contract.route!, Object.fromEntries(contract.route!.parameters.map((name) => [name, segments[name] ?? randomUUID()])));

let gateway: RunningGateway;
const sessions = new Map<string, { token: string; actor: Actor }>();
beforeAll(async () => {
  gateway = await startGateway();
  for (const who of ['citizen', ...holders, suspended] as const) {
    const held = typeof who === 'object' ? [who] : who === suspended ? roles : [];
    const session = gateway.services.signIn(...held);
    if (who === suspended) Object.assign(session.actor, { suspension: { id: randomUUID(), until: '2099-01-01T00:00:00.000Z' } });
    const person = await gateway.rows.person(session.actor.accountId);
    const profile = await person.seal('account', JSON.stringify({ name: 'A', email: 'a@ministry.example', language: 'en' }));
    await gateway.rows.record({ type: 'AccountRegistered', data: { accountId: session.actor.accountId, profile } });
    sessions.set(typeof who === 'object' ? nameOf(who) : who, session);
  }
});
afterAll(() => gateway.stop());

describe.each(contracts.map((contract) => [`${contract.route!.method} ${contract.route!.path}`, contract] as const))(
  '%s',
  (_, contract) => {
    const { method } = contract.route!;
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    const ask = (headers: Record<string, string>) => gateway.api[verb](addressFor(contract)).set(headers);

    it.each(everybody)('is for everybody who has the permission: %s', async (who) => {
      const session = sessions.get(who);
      const { status, body } = await ask({ accept: 'application/json', ...(session ? { authorization: `Bearer ${session.token}` } : {}) });
      if (may(session?.actor, contract.may)) expect([401, 403]).not.toContain(status);
      else if (who === suspended) expect([status, body.code]).toEqual([403, 'SUSPENDED']);
      else expect([status, body.code]).toEqual(session ? [403, 'FORBIDDEN_ROLE'] : [401, 'SIGN_IN_REQUIRED']);
    });

    it('refuses what it is asked and does not know', async () => {
      const { status, body } = await gateway.api[verb](`${addressFor(contract)}?asof=1`).set({ accept: 'application/json' });
      const code = method === 'GET' ? 'UNKNOWN_PARAMETER' : 'UNKNOWN_FIELD';
      expect([status, body.code, body.field]).toEqual([400, code, 'asof']);
    });
  },
);

it('leaves to somebody whose account is suspended what is their own', () => {
  const commands = apiParts.flatMap((part) => part.commands ?? []);
  const left = commands.filter(({ may: audience }) => audience !== 'anyone' && may(sessions.get(suspended)!.actor, audience));
  expect(left.map(({ subject }) => subject.replace('command.', '')).toSorted()).toEqual(leftToTheSuspended.toSorted());
});
