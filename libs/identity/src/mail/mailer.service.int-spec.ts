import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { log } from '@isegoria/service-host';
import { eventually } from '@isegoria/testing';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { readMailbox, type Mailbox } from '../mailbox/mailbox.contract';
import { startSmtpServer } from './smtp-server.fixture';

describe('the embedded mailbox', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  it('shows the fifty newest messages, the newest first', async () => {
    const [earlier, person] = [newPerson(), newPerson()];
    await identity.register(earlier);
    await identity.query(
      `INSERT INTO identity.mailbox (id, account_id, sealed) SELECT gen_random_uuid(), account_id, sealed FROM identity.mailbox, generate_series(1, 60)`,
    );
    await identity.register(person);
    const { items: messages } = await identity.send<Mailbox>(readMailbox.subject, {});
    expect(messages).toHaveLength(50);
    expect(messages[0]!.to).toBe(person.email);
    expect(messages[1]!.to).toBe(earlier.email);
    expect(Math.abs(Date.parse(messages[0]!.sentAt) - Date.now())).toBeLessThan(60_000);
  });

  it('keeps them sealed, as it does passwords, so that nobody reads them in the files of the database', async () => {
    const person = newPerson();
    await identity.register(person);
    const rows = JSON.stringify(await identity.query('SELECT * FROM identity.mailbox, identity.password'));
    expect(rows).toContain('sealed_hash');
    for (const words of [person.email, 'Confirm', 'argon2']) expect(rows).not.toContain(words);
  });

  it('forgets messages after a week', async () => {
    await identity.query(`UPDATE identity.mailbox SET sent_at = now() - interval '8 days'`);
    await identity.register(newPerson());
    const [{ count }] = await identity.query(`SELECT count(*)::int FROM identity.mailbox`);
    expect(count).toBe(1);
  });
});

describe('messages that are neither mailed nor shown', () => {
  it.each(['', 'yes'])('are not kept, and there is no mailbox, with MAILBOX=%s', async (MAILBOX) => {
    const identity = await startIdentity({ MAILBOX });
    try {
      await identity.register(newPerson());
      await expect(identity.send(readMailbox.subject, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await identity.query('SELECT id FROM identity.mailbox')).toEqual([]);
    } finally {
      await identity.stop();
    }
  });
});

describe('mail by SMTP', () => {
  let server: Awaited<ReturnType<typeof startSmtpServer>>;
  let identity: RunningIdentity;
  beforeAll(async () => {
    server = await startSmtpServer();
    identity = await startIdentity({ SMTP_URL: server.url, MAIL_FROM: 'Participation <no-reply@ministry.example>' });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    await identity?.stop();
    await server?.stop();
  });
  const takenFor = (email: string) => server.taken.filter(({ recipient }) => recipient === email);

  it('sends the link, once for a command that is repeated, and keeps no copy', async () => {
    const [person, context] = [newPerson('ar'), by()];
    await identity.register(person, context);
    await eventually(() => expect(takenFor(person.email)).toHaveLength(1));
    await identity.register(person, context);
    const [message] = takenFor(person.email);
    expect(message!.data).toMatch(/^From: Participation <no-reply@ministry.example>\r$/m);
    expect(message!.data).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(takenFor(person.email)).toHaveLength(1);
    expect(await identity.query(`SELECT * FROM identity.mailbox`)).toEqual([]);
  });

  it('has no mailbox to look into', async () => {
    await expect(identity.send(readMailbox.subject, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('registers a person whose mail is refused, logs the id alone, and tries again when the command is repeated', async () => {
    const logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
    const person = { ...newPerson(), email: `refused-${newPerson().email}` };
    const context = by();
    const { token } = await identity.register(person, context);
    await eventually(() => expect(logged).toHaveBeenCalledTimes(1));
    expect(logged.mock.calls[0]).toEqual([
      { mail: expect.any(String), code: 'EENVELOPE', responseCode: 550 },
      'a message could not be sent',
    ]);
    expect(JSON.stringify(logged.mock.calls)).not.toContain('example.org');
    expect((await identity.authenticate(token)).actor.assurance).toBe('unverified');

    await identity.register(person, context);
    await eventually(() => expect(server.attempts.filter((recipient) => recipient === person.email)).toHaveLength(2));
  });
});
