import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { uuidFrom } from '@isegoria/event-sourcing';
import type { DomainEvent } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { runGroup, waitForPosition } from '@isegoria/projection';
import { readModelGroups, readModels } from '@isegoria/read-models';
import { actor, eventually } from '@isegoria/testing';
import { eraseOwnAccount } from '../erasure/erasure.contract';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { suspendAccount } from '../suspension/suspension.contract';
import { NoteMails } from './mails/note-mails.service';
import {
  changeNoteSettings,
  countUnreadNotes,
  listNotes,
  markNotesRead,
  showNoteSettings,
  unsubscribe,
  type Notes,
  type UnreadNotes,
} from './note.contract';

const subject = 'News about your contributions';
const groups = ['notes', 'consultations', 'feedback', 'identity'] as const;

describe('people who contributed', () => {
  let identity: RunningIdentity;
  let rows: DataSource;
  let consultationId: string;
  const ended = new AbortController();
  let running: Promise<unknown>;

  beforeAll(async () => {
    identity = await startIdentity({ NOTE_MAILS_EVERY_MINUTES: '10000' });
    rows = await new DataSource({ type: 'postgres', url: process.env['DATABASE_URL']!, ...readModels }).initialize();
    const followed = readModelGroups.filter(({ name }) => groups.some((one) => one === name));
    running = Promise.all(followed.map((group) => runGroup({ store: identity.store, dataSource: rows, group, signal: ended.signal })));
    await projected(await record(`page-${randomUUID()}`, { type: 'SomethingElse', data: {} }));
    consultationId = await published();
    await tellAll();
  });
  afterAll(async () => {
    ended.abort();
    await running;
    await rows?.destroy();
    await identity?.stop();
  });
  beforeEach(async () => {
    consultationId = await published();
  });

  const keys = () => identity.app().get(SubjectKeys);
  const tellAll = () => identity.app().get(NoteMails).tellAll();
  const projected = (position: number) => waitForPosition(rows, groups, position, 10_000);
  async function record(stream: string, event: DomainEvent): Promise<number> {
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'spec' };
    return (await identity.store.append(stream, [{ ...event, id: randomUUID(), metadata }], 'any')).position;
  }
  const onConsultation = async (type: string, data: object) =>
    projected(await record(`consultation-${consultationId}`, { type, data: { consultationId, ...data } }));

  /** A consultation with one deliberation in one phase, whose id is its own. */
  async function published(): Promise<string> {
    const [id, official] = [randomUUID(), randomUUID()];
    const phases = [{ phaseId: id, opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2036-01-01T00:00:00.000Z' }];
    const words = { title: 'Buses', description: 'D', language: 'en', countsFrom: 'email', externalId: null };
    const data = { consultationId: id, unit: 'root', by: official, ...words, phases: [{ phaseId: id, title: null }] };
    await record(`consultation-${id}`, { type: 'ConsultationDrafted', data });
    const activity = { activityId: id, consultationId: id, phaseId: id, by: official, title: null };
    await record(`activity-${id}`, {
      type: 'ActivityDrafted',
      data: { ...activity, method: 'deliberation', settings: { moderation: 'before' } },
    });
    await projected(
      await record(`consultation-${id}`, { type: 'ConsultationPublished', data: { consultationId: id, phases, by: official } }),
    );
    return id;
  }

  async function somebody(language: 'en' | 'fr' = 'en') {
    const person = newPerson(language);
    const { account, token } = await identity.confirmed(person);
    const context = async () => by((await identity.authenticate(token)).actor);
    const accountId = account.id;
    return {
      person,
      accountId,
      context,
      notes: async () => (await identity.send<Notes>(listNotes.subject, {}, await context())).items,
      unread: async () => (await identity.send<UnreadNotes>(countUnreadNotes.subject, {}, await context())).count,
      mails: async () =>
        (await identity.mailTo(person.email)).filter((mail) => mail.subject === subject || mail.body.includes('/unsubscribe')),
      /** Says something on which a moderator then decides. */
      async hasStatement(decision: 'StatementAccepted' | 'StatementRejected', reason?: string, rule?: string): Promise<string> {
        const [statementId, author] = [randomUUID(), await keys().pseudonym(accountId, consultationId)];
        const text = { sealed: await keys().seal(accountId, consultationId, { event: randomUUID(), field: 'text' }, 'Words') };
        const ids = { statementId, consultationId, activityId: consultationId };
        const said = { ...ids, author, assurance: 'email', text, externalId: null };
        await record(`statement-${statementId}`, { type: 'StatementSubmitted', data: said });
        await projected(await record(`statement-${statementId}`, { type: decision, data: { ...ids, by: randomUUID(), reason, rule } }));
        return statementId;
      },
      async votes(): Promise<void> {
        const voter = await keys().pseudonym(accountId, consultationId);
        const data = { consultationId, activityId: consultationId, statementId: randomUUID(), voter, choice: 'agree', assurance: 'email' };
        await projected(await record(`ballot-${consultationId}-${voter}`, { type: 'StatementVoteCast', data }));
      },
      async supports(): Promise<void> {
        const supporter = await keys().pseudonym(accountId, consultationId);
        const itemId = randomUUID();
        const data = { item: 'comment', itemId, consultationId, supporter, supports: true, assurance: 'email' };
        await projected(await record(`support-${itemId}-${supporter}`, { type: 'SupportCast', data }));
      },
    };
  }

  it('see what was decided on their words, with the reason, until they mark it as read; nobody else does', async () => {
    const [author, other] = [await somebody(), await somebody()];
    const aboutId = await author.hasStatement('StatementRejected', 'Names somebody', 'privacy');
    expect(await author.notes()).toEqual([
      {
        position: expect.any(Number),
        kind: 'statement-rejected',
        at: expect.any(String),
        consultationId,
        consultationTitle: 'Buses',
        aboutId,
        reason: 'Names somebody',
        rule: 'privacy',
        isNew: true,
      },
    ]);
    expect([await author.unread(), await other.unread(), await other.notes()]).toEqual([1, 0, []]);
    const upTo = (await author.notes())[0]!.position;
    await identity.send(markNotesRead.subject, { upTo }, await author.context());
    expect([await author.unread(), (await author.notes())[0]!.isNew]).toEqual([0, false]);
  });

  it('are not told of a decision that was undone, and that their statement waits again instead', async () => {
    const author = await somebody();
    const statementId = await author.hasStatement('StatementRejected', 'Names somebody');
    const ids = { statementId, consultationId, activityId: consultationId };
    await projected(await record(`statement-${statementId}`, { type: 'StatementDecisionUndone', data: { ...ids, by: randomUUID() } }));
    expect(await author.notes()).toMatchObject([{ kind: 'statement-waiting', aboutId: statementId, reason: null, isNew: true }]);
    await tellAll();
    expect((await author.mails())[0]!.body).toContain('• Your contribution in “Buses” is being checked again. You need do nothing.');
    expect((await author.mails())[0]!.body).not.toContain('was not published');
  });

  it('see that what they voted on closed and has an outcome, once each, and that the outcome was revised', async () => {
    const [voter, supporter, other] = [await somebody(), await somebody(), await somebody()];
    await voter.votes();
    await supporter.supports();
    await onConsultation('PhaseClosed', { phaseId: consultationId });
    const outcome = { youSaid: 'Y', weDid: 'W', by: randomUUID() };
    await onConsultation('OutcomePublished', outcome);
    await onConsultation('OutcomePublished', outcome);
    for (const { notes } of [voter, supporter])
      expect((await notes()).map(({ kind }) => kind)).toEqual(['outcome-revised', 'outcome-published', 'consultation-closed']);
    expect(await other.notes()).toEqual([]);
  });

  it('see that what they voted on was corrected, given other dates and cancelled, and why, with one line for each in a mail', async () => {
    const [voter, other] = [await somebody(), await somebody()];
    await voter.votes();
    const [by, dates] = [randomUUID(), { opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2037-01-01T00:00:00.000Z' }];
    const about = { summary: null, contact: null, decidedBy: null, decidedWhen: null };
    const corrected = { title: 'Buses', description: 'D', about, note: 'A slip', by };
    await onConsultation('ConsultationCorrected', corrected);
    await onConsultation('ConsultationCorrected', { ...corrected, note: 'Another' });
    await onConsultation('PhaseDatesChanged', { phaseId: consultationId, ...dates, reason: 'More time', by });
    await onConsultation('ConsultationCancelled', { reason: 'Given up', by });
    expect((await voter.notes()).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['consultation-cancelled', 'Given up'],
      ['dates-changed', 'More time'],
      ['consultation-corrected', 'Another'],
      ['consultation-corrected', 'A slip'],
    ]);
    expect(await other.notes()).toEqual([]);
    await tellAll();
    const [mail, ...more] = await voter.mails();
    expect(more).toEqual([]);
    expect(mail!.body.match(/^• .*$/gm)).toEqual([
      '• “Buses”, which you took part in, was cancelled.',
      '• The dates of “Buses”, which you took part in, have changed.',
      '• The wording of “Buses”, which you took part in, was corrected.',
    ]);
    expect(await other.mails()).toEqual([]);
  });

  it('see what became of what they reported while signed in; nobody else does, who reported it as well or wrote it', async () => {
    const [reporter, author, stranger] = [await somebody(), await somebody(), await somebody()];
    const itemId = await author.hasStatement('StatementAccepted');
    const ids = await Promise.all(
      [reporter, stranger].map(async ({ accountId }) =>
        uuidFrom(await keys().pseudonym(accountId, `report of statement ${itemId}`), 'report'),
      ),
    );
    const about = { item: 'statement', itemId, consultationId, unit: 'root', reason: 'insult', text: null };
    for (const reportId of [...ids, randomUUID()])
      await record(`report-${reportId}`, { type: 'ContributionReported', data: { reportId, ...about } });
    const [reportId] = ids;
    const decided = { reportId, upheld: false, by: randomUUID(), reason: 'It names nobody.' };
    await projected(await record(`report-${reportId}`, { type: 'ReportDecided', data: decided }));
    expect(await reporter.notes()).toMatchObject([
      { kind: 'report-dismissed', aboutId: reportId, consultationId, consultationTitle: 'Buses', reason: 'It names nobody.', isNew: true },
    ]);
    expect([await stranger.notes(), (await author.notes()).map(({ kind }) => kind)]).toEqual([[], ['statement-accepted']]);
    await tellAll();
    expect((await reporter.mails())[0]!.body).toContain('• Your report in “Buses” was checked. What you reported stays.');
    expect(await stranger.mails()).toEqual([]);
    await identity.send(changeNoteSettings.subject, { off: ['site.reports'] }, await reporter.context());
    expect(await reporter.notes()).toEqual([]);
  });

  it('are not asked again in a way in which they turned off all that there was, when something is added', async () => {
    const [none, some] = [await somebody(), await somebody()];
    const beforeChanges = ['mail.decisions', 'mail.answers', 'mail.consultations'];
    const kept = [[none, beforeChanges] as const, [some, beforeChanges.slice(1)] as const];
    for (const [person, off] of kept)
      await identity.query(`INSERT INTO identity.note_reader (account_id, turned_off) VALUES ($1, $2)`, [person.accountId, off]);
    const off = async (person: typeof none) =>
      (await identity.send<{ off: string[] }>(showNoteSettings.subject, {}, await person.context())).off;
    expect(await off(none)).toEqual([...beforeChanges, 'mail.reports', 'mail.changes', 'mail.drafts']);
    expect(await off(some)).toEqual(beforeChanges.slice(1));
    await identity.send(changeNoteSettings.subject, { off: beforeChanges }, await none.context());
    expect(await off(none)).toEqual(beforeChanges);
  });

  it('get one mail for all of it, in their language, with an address that turns such mails off; and never a second one', async () => {
    const [author, voter] = [await somebody('fr'), await somebody()];
    await author.hasStatement('StatementAccepted');
    await author.hasStatement('StatementRejected', 'R');
    await voter.votes();
    await onConsultation('ConsultationClosed', { by: randomUUID(), reason: 'Enough' });
    await tellAll();
    const [toAuthor, toVoter] = [await author.mails(), await voter.mails()];
    expect([toAuthor.length, toVoter.length]).toEqual([1, 1]);
    expect(toAuthor[0]!.subject).not.toBe(subject);
    expect(toAuthor[0]!.body.match(/^• /gm)).toHaveLength(3);
    expect(toAuthor[0]!.body).not.toContain(author.accountId);
    expect(toVoter[0]!.body).toContain('“Buses”, which you took part in, has closed.');
    await tellAll();
    await identity.restart();
    await identity.query(`UPDATE identity.note_round SET told_up_to = 0, ends_at = (SELECT max(told_up_to) FROM identity.note_round)`);
    await tellAll();
    expect([await author.mails(), await voter.mails()]).toEqual([toAuthor, toVoter]);

    const token = new URL(/http\S+unsubscribe\S+/.exec(toVoter[0]!.body)![0]).searchParams.get('token')!;
    await identity.send(unsubscribe.subject, { token });
    await onConsultation('OutcomePublished', { youSaid: 'Y', weDid: 'W', by: randomUUID() });
    // A service that has just begun may still be on a round of its own.
    await eventually(async () => {
      await tellAll();
      expect(await author.mails()).toHaveLength(2);
    });
    expect([(await voter.mails()).length, await voter.unread()]).toEqual([1, 2]);
    await expect(identity.send(unsubscribe.subject, { token: `${token.slice(0, -4)}AAAA` })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are told of what they chose, on the site and by mail', async () => {
    const author = await somebody();
    const off = ['mail.decisions', 'site.consultations'];
    await identity.send(changeNoteSettings.subject, { off }, await author.context());
    expect(await identity.send(showNoteSettings.subject, {}, await author.context())).toEqual({
      off: ['site.consultations', 'mail.decisions'],
      mailsEveryMinutes: 10_000,
    });
    await author.hasStatement('StatementAccepted');
    await tellAll();
    expect([(await author.mails()).length, await author.unread()]).toEqual([0, 1]);
    await onConsultation('ConsultationClosed', { by: randomUUID(), reason: 'Enough' });
    await tellAll();
    expect([(await author.mails()).length, await author.unread()]).toEqual([1, 1]);
  });

  it('are told of drafts where they work on them: who may check it, and then whose it is; never twice, nor of their own act', async () => {
    const [author, colleague, elsewhere, citizen] = [await somebody('fr'), await somebody(), await somebody(), await somebody()];
    const unit = `root.${randomUUID().slice(0, 8)}`;
    const roles = [
      [author, 'official', unit],
      [colleague, 'official', unit],
      [colleague, 'administrator', 'root'],
      [elsewhere, 'official', 'root.ffffffff'],
      [elsewhere, 'moderator', unit],
    ] as const;
    const changed = async (type: 'RoleGranted' | 'RoleRevoked', { accountId }: typeof author, role: string, of: string) =>
      projected(await record(`account-${accountId}`, { type, data: { accountId, role, unit: of, by: randomUUID() } }));
    for (const [who, role, of] of roles) await changed('RoleGranted', who, role, of);
    const draft = randomUUID();
    const happened = async (type: string, { accountId }: typeof author, data: object = {}) =>
      projected(await record(`consultation-${draft}`, { type, data: { consultationId: draft, by: accountId, ...data } }));
    const words = { title: 'Trams', description: 'D', language: 'en', countsFrom: 'email', externalId: null };
    const phases = [{ phaseId: randomUUID(), title: null }];
    await happened('ConsultationDrafted', author, { unit, ...words, phases });
    await tellAll();
    const all = [author, colleague, elsewhere, citizen];
    const told = () => Promise.all(all.map(async ({ notes }) => (await notes()).map(({ kind }) => kind)));

    await happened('ReviewRequested', author);
    expect(await told()).toEqual([[], ['draft-waiting'], [], []]);
    await tellAll();
    const mailed = () => Promise.all(all.map(async ({ mails }) => (await mails()).length));
    expect(await mailed()).toEqual([0, 1, 0, 0]);
    expect((await colleague.mails())[0]).toMatchObject({ subject: 'News about drafts of your office' });
    expect((await colleague.mails())[0]!.body).toContain('• A colleague asks for a check of the draft “Trams”.');

    await happened('DraftSentBack', colleague, { reason: 'An option is missing.' });
    await happened('DraftRevised', author, { edition: 2, ...words, phases });
    await happened('ReviewRequested', author);
    await happened('DraftApproved', colleague, { translations: [] });
    expect(await told()).toEqual([['draft-approved', 'draft-sent-back'], [], [], []]);
    expect((await author.notes())[1]).toMatchObject({ consultationTitle: 'Trams', aboutId: draft, reason: 'An option is missing.' });
    await tellAll();
    await tellAll();
    expect(await mailed()).toEqual([1, 1, 0, 0]);
    expect((await author.mails())[0]!.body.match(/^• .*Trams/gm)).toHaveLength(2);

    await changed('RoleRevoked', author, 'official', unit);
    expect(await author.notes()).toEqual([]);
  });

  it('get nothing when the account is not confirmed, suspended or erased, and no trace of them stays', async () => {
    const [suspended, erased] = [await somebody(), await somebody()];
    await identity.send(suspendAccount.subject, { accountId: suspended.accountId, days: 1, reason: 'R' }, by(actor('administrator')));
    for (const each of [suspended, erased]) await each.hasStatement('StatementAccepted');
    await identity.send(changeNoteSettings.subject, { off: ['mail.answers'] }, await erased.context());
    await identity.send(eraseOwnAccount.subject, { password: erased.person.password }, await erased.context());
    await tellAll();
    expect([await suspended.mails(), await erased.mails()]).toEqual([[], []]);
    expect(await identity.query(`SELECT * FROM identity.note_reader WHERE account_id = $1`, [erased.accountId])).toEqual([]);
  });
});
