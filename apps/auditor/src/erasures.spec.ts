import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { atEachLevel, type ActivityResults, type StatementResult } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

const nobody = { agrees: 0, disagrees: 0, passes: 0 };

describe('an audit of erasures', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  let results: ActivityResults & { statements: StatementResult[] };
  const begin = async (...moderation: Parameters<typeof auditedHistory>) => {
    await audited?.close();
    audited = await auditedHistory(...moderation);
    audited.site.isLive = false;
    results = structuredClone(audited.history.deliberated) as typeof results;
  };
  beforeEach(() => begin());
  afterEach(() => audited.close());

  const record = (stream: string, type: string, data: object) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at: audited.site.at } }] as never, 'any');
  const last = () => audited.site.events.length - 1;
  const accounts = () =>
    audited.site.events.filter(({ type }) => type === 'AccountRegistered').map(({ stream }) => stream.slice('account-'.length));
  const [official, administrator] = [() => audited.history.official, () => audited.history.administrator];
  let batches = 0;
  /** A batch in which everybody was erased who had one of these pseudonyms. */
  const erase = async (authors: string[], more: { count?: number; staff?: string[]; orderedBy?: string } = {}) => {
    const batch = `batch-${(batches += 1)}`;
    const { count = Math.max(1, authors.length), staff = [], orderedBy } = more;
    if (orderedBy) await record(`erasures-${batch}`, 'ErasureOrdered', { batch, by: orderedBy, reason: 'R' });
    await record(`erasures-${batch}`, 'AccountsErased', { batch, count, staff, authors });
  };
  const pending = (count: number) =>
    audited.site.published.set('/api/v1/erasures/pending', { pending: count, together: 10, withinDays: 30 });

  /** A citizen's statement in the results, with or without its text; one that nobody has accepted waits. */
  async function stated(author: string, id: string, text: string | null, status: 'accepted' | 'pending' = 'accepted') {
    const { consultationId } = audited.history.deliberation;
    const { activityId } = results;
    await record(`statement-${id}`, 'StatementSubmitted', {
      statementId: id,
      consultationId,
      activityId,
      author,
      assurance: 'email',
      text: { sealed: '1.x.y' },
      externalId: null,
    });
    const accepted = { statementId: id, consultationId, activityId, by: official() };
    if (status === 'accepted') await record(`statement-${id}`, 'StatementAccepted', accepted);
    results.statements.push({
      id,
      externalId: null,
      at: null,
      status,
      text,
      ...nobody,
      byAssurance: atEachLevel(nobody),
    });
  }
  async function audit(...args: string[]) {
    const position = audited.site.positionOf(last());
    const { deliberation } = audited.history;
    const having = (status: string) => results.statements.filter((statement) => statement.status === status).length;
    const statementCounts = { accepted: having('accepted'), pending: having('pending'), rejected: having('rejected'), withdrawn: 0 };
    const published = { ...deliberation, position, activities: [{ ...results, statementCounts }] };
    audited.site.published.set(`/api/v1/consultations/${deliberation.consultationId}/results`, published);
    await audited.site.sign();
    return audited.audit(...args);
  }

  it('takes texts for erased whose authors stand in an erasure on record', async () => {
    await stated('anna', 's1', null);
    await stated('anna', 's2', null);
    await stated('ben', 's3', 'kept');
    await erase(['anna', 'of another consultation'], { count: 2 });
    expect(await audit()).toMatchObject({ exitCode: 0, erasures: 2 });
    results.statements.push({ ...results.statements.pop()!, text: null });
    await erase(['ben']);
    expect(await audit()).toMatchObject({ exitCode: 0, erasures: 3 });
  });

  it('finds a text that was hidden without any erasure', async () => {
    await stated('anna', 's1', null);
    expect(await audit()).toMatchObject({
      exitCode: 12,
      finding: expect.stringMatching(/statement s1, question .* is gone, of 1 person who stand/),
    });
  });

  it('knows whether texts that wait may be read, by the moderation of their activity', async () => {
    await stated('anna', 's1', null, 'pending');
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await begin('after');
    await stated('anna', 's1', null, 'pending');
    expect(await audit()).toMatchObject({ exitCode: 12, finding: expect.stringContaining('statement s1') });
  });

  it('names each text that was hidden beside erasures on record, however many accounts were made up and erased', async () => {
    for (const author of ['anna', 'ben', 'dora']) await stated(author, `of ${author}`, null);
    await erase(['anna'], { count: 4 });
    expect(await audit()).toMatchObject({ exitCode: 12, finding: expect.stringContaining('statement of ben, statement of dora, comment') });
  });

  it('finds that more authors of a consultation are gone than accounts were erased', async () => {
    for (const author of ['anna', 'ben', 'dora']) await stated(author, `of ${author}`, null);
    await erase(['anna', 'ben', 'dora'], { count: 2 });
    expect(await audit()).toMatchObject({
      exitCode: 12,
      finding: expect.stringMatching(/3 people are gone, while 2 accounts were erased/),
    });
  });

  it('finds a text that is gone beside another one of the same author, since an erasure takes all', async () => {
    await stated('anna', 's1', null);
    await stated('anna', 's2', 'still there');
    await erase(['anna']);
    expect(await audit()).toMatchObject({
      exitCode: 12,
      finding: expect.stringContaining('statement s1 is gone, and another one of the same author is shown'),
    });
  });

  it('finds a text of the office that is gone, which no erasure takes away', async () => {
    await erase(['anna']);
    results.statements[0] = { ...results.statements[0]!, text: null };
    expect(await audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining('published null, recounted "Words"') });
  });

  it.each([
    ['more accounts than there are', () => erase([], { count: 100 }), 12, 'erases account'],
    ['the roles of what never had one', () => erase([], { staff: ['9'] }), 12, 'ends the roles of account-9'],
    ['in another stream', () => record('other-9', 'AccountsErased', { batch: '9', count: 1, staff: [], authors: [] }), 16, 'other-9'],
  ])('finds an erasure of %s, which would make room for hiding a text', async (_, erasing, exitCode, finding) => {
    await erasing();
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({ exitCode, index: last(), finding: expect.stringContaining(finding) });
  });

  it('waits for a checkpoint that covers the erasure where a text was gone first', async () => {
    audited.site.isLive = true;
    await stated('anna', 's1', null);
    const outcome = audit('--wait', '10');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await erase(['anna']);
    await audited.site.sign();
    expect(await outcome).toMatchObject({ exitCode: 0, erasures: 1 });
  });

  describe('of which the log does not tell yet', () => {
    it('are let be within what the site says, and are named as not checked', async () => {
      await stated('anna', 's1', null);
      pending(1);
      const notChecked = expect.arrayContaining([
        expect.stringMatching(/1 text is gone of which no erasure on record tells yet: statement s1/),
      ]);
      expect(await audit()).toMatchObject({ exitCode: 0, erasures: 0, notChecked });
      await stated('ben', 's2', null);
      expect(await audit()).toMatchObject({ exitCode: 12, finding: expect.stringContaining('the site has 1 erasure, by its own word') });
    });

    it('are found once they have been missing for longer than 30 days, whatever the site says', async () => {
      audited.site.isLive = true;
      await stated('anna', 's1', null);
      pending(1);
      expect(await audit()).toMatchObject({ exitCode: 0 });
      const kept = JSON.parse(await readFile(audited.state, 'utf8')) as { missing: { since: string }[] };
      expect(kept.missing[0]).toMatchObject({ what: 'statement s1', since: expect.any(String) });
      kept.missing[0]!.since = new Date(Date.now() - 32 * 24 * 60 * 60 * 1000).toISOString();
      await writeFile(audited.state, JSON.stringify(kept));
      expect(await audit()).toMatchObject({ exitCode: 12, finding: expect.stringMatching(/statement s1 was gone on .* after 31 days/) });
      await erase(['anna']);
      expect(await audit()).toMatchObject({ exitCode: 0, erasures: 1 });
    });
  });

  describe('by administrators, with the bodies of account events', () => {
    beforeEach(() => void (audited.site.showsAll = true));
    const role = (type: 'RoleGranted' | 'RoleRevoked', accountId: string, name = 'administrator') =>
      record(`account-${accountId}`, type, { accountId, role: name, unit: 'root', by: administrator() });
    const citizen = () => accounts().find((id) => id !== official() && id !== administrator())!;

    it('are taken from those who were administrators at some time since the batch before', async () => {
      await erase(['anna'], { orderedBy: administrator() });
      await role('RoleGranted', citizen());
      await role('RoleRevoked', citizen());
      await erase(['ben'], { orderedBy: citizen() });
      expect(await audit()).toMatchObject({ exitCode: 0, erasures: 2 });
    });

    it.each([
      ['a citizen', async () => citizen(), 'no event before it gave a role'],
      ['an official', async () => official()],
      ['somebody of whom the log knows nothing', async () => 'somebody', 'no event before it gave a role'],
      [
        'an administrator whose role had ended before the last batch',
        async () => {
          await role('RoleGranted', citizen());
          await role('RoleRevoked', citizen());
          await erase([]);
          return citizen();
        },
      ],
      [
        'an administrator who was erased in the last batch, whose roles ended with that',
        async () => {
          await role('RoleGranted', citizen());
          await erase([], { staff: [citizen()], orderedBy: administrator() });
          return citizen();
        },
      ],
    ])('are found where nobody authorised them: by %s', async (_, by, why = 'may do so in unit root: administrator') => {
      await erase(['anna'], { orderedBy: await by() });
      expect(await audit()).toMatchObject({ exitCode: 12, index: last() - 1, finding: expect.stringContaining(why) });
    });
  });

  it('finds an exclusion by an official whose account was erased', async () => {
    await erase([], { staff: [official()] });
    await record('comment-8', 'CommentHidden', { commentId: '8', consultationId: 'none', by: official(), reason: 'R' });
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({
      exitCode: 12,
      index: last(),
      finding: expect.stringContaining('had no role at that point'),
    });
  });

  it('is told in words, with who ordered it and why, and without the accounts', async () => {
    const { site, command } = audited;
    const before = site.positionOf(last());
    await erase(['anna', 'ben'], { orderedBy: administrator() });
    await site.sign();
    const words = async (...[name, ...args]: Parameters<typeof command>) => ((await command(name, ...args)).lines as string[]).join('\n');
    const after = String(site.positionOf(last()));
    expect(await words('replay', '--as-of', String(before))).not.toContain('erased');
    expect(await words('replay', '--as-of', after)).toContain('2 accounts had been erased by then.');
    const difference = await words('diff', '--from', String(before), '--to', after);
    for (const part of [
      `one of the accounts erased by account ${administrator()}: "R"`,
      '2 accounts erased, and with them what 2 pseudonyms',
    ])
      expect(difference).toContain(part);
  });
});
