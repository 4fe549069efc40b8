import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '@isegoria/testing';
import { newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { digest } from '../note/mails/digest';
import { Mailer } from './mailer.service';
import { startSmtpServer } from './smtp-server.fixture';

describe('a mail that can be turned off', () => {
  let server: Awaited<ReturnType<typeof startSmtpServer>>;
  let identity: RunningIdentity;
  beforeAll(async () => {
    server = await startSmtpServer();
    identity = await startIdentity({ SMTP_URL: server.url, MAIL_FROM: 'no-reply@ministry.example' });
  });
  afterAll(async () => {
    await identity?.stop();
    await server?.stop();
  });
  const headersFor = async (email: string) => {
    await eventually(() => expect(server.taken.some(({ recipient }) => recipient === email)).toBe(true));
    const { data } = server.taken.find(({ recipient }) => recipient === email)!;
    // A long header goes on in the next line (RFC 5322, section 2.2.3).
    return data.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ');
  };

  it('says so to mail programs, with an address that one click sends to (RFC 8058)', async () => {
    const person = newPerson();
    const unsubscribe = 'https://participation.example/unsubscribe?token=abc';
    const notes = [{ kind: 'question-answered', consultationTitle: 'Buses' }] as const;
    const message = digest('notes', 'en', notes, { notes: 'https://participation.example/my/notes', unsubscribe });
    await identity.app().get(Mailer).deliver(randomUUID(), { accountId: randomUUID(), email: person.email }, message);
    const headers = await headersFor(person.email);
    expect(headers).toMatch(/^List-Unsubscribe: ?<https:\/\/participation\.example\/unsubscribe\?token=abc>\r?$/m);
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  });

  it('is none that belongs to the account itself', async () => {
    const person = newPerson();
    await identity.register(person);
    expect(await headersFor(person.email)).not.toMatch(/^List-Unsubscribe/im);
  });
});
