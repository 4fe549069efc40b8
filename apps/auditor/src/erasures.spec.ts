import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ActivityResults, StatementResult } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

const nobody = { agrees: 0, disagrees: 0, passes: 0 };

describe('an audit of erasures', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  let results: ActivityResults & { statements: StatementResult[] };
  beforeEach(async () => {
    audited = await auditedHistory();
    audited.site.isLive = false;
    results = structuredClone(audited.history.deliberated) as typeof results;
  });
  afterEach(() => audited.close());

  const record = (stream: string, type: string, data: object) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at: audited.site.at } }] as never, 'any');
  const last = () => audited.site.events.length - 1;
  const accounts = () =>
    audited.site.events.filter(({ type }) => type === 'AccountRegistered').map(({ stream }) => stream.slice('account-'.length));
  const [official, administrator] = [() => audited.history.official, () => audited.history.administrator];
  const citizens = () => accounts().filter((id) => id !== official() && id !== administrator());
  const erase = (accountId: string, by = accountId, stream = `account-${accountId}`) =>
    record(stream, 'AccountErased', { accountId, by, reason: by === accountId ? null : 'R' });

  /** A citizen's statement in the results, with or without its text. */
  async function stated(author: string | null, id: string, text: string | null) {
    const { consultationId } = audited.history.deliberation;
    const { activityId } = results;
    const words = author === null ? { plain: 'Words' } : { sealed: '1.x.y' };
    await record(`statement-${id}`, 'StatementSubmitted', {
      statementId: id,
      consultationId,
      activityId,
      author,
      assurance: author && 'confirmed',
      text: words,
      externalId: null,
    });
    await record(`statement-${id}`, 'StatementAccepted', { statementId: id, consultationId, activityId, by: official() });
    results.statements.push({
      id,
      externalId: null,
      status: 'accepted',
      text,
      ...nobody,
      byAssurance: { verified: nobody, unverified: nobody },
    });
  }
  async function audit(...args: string[]) {
    const position = audited.site.positionOf(last());
    const { deliberation } = audited.history;
    const published = { ...deliberation, position, activities: [results] };
    audited.site.published.set(`/api/v1/consultations/${deliberation.consultationId}/results`, published);
    await audited.site.sign();
    return audited.audit(...args);
  }

  it('takes texts for erased while no consultation lost more people than accounts were erased', async () => {
    await stated('anna', 's1', null);
    await stated('anna', 's2', null);
    await stated('ben', 's3', 'kept');
    await erase(citizens()[0]!);
    expect(await audit()).toMatchObject({ exitCode: 0, erasures: 1 });
    results.statements.push({ ...results.statements.pop()!, text: null });
    await erase(citizens()[1]!);
    expect(await audit()).toMatchObject({ exitCode: 0, erasures: 2 });
  });

  it('finds a text that was hidden without any erasure', async () => {
    await stated('anna', 's1', null);
    expect(await audit()).toMatchObject({
      exitCode: 12,
      finding: expect.stringMatching(/statement s1 is gone.*1 people, while the log has no events that erased/),
    });
  });

  it('finds that more authors are gone than accounts were erased, however often one was', async () => {
    for (const author of ['anna', 'ben', 'cem']) await stated(author, `of ${author}`, null);
    await erase(citizens()[0]!);
    await erase(citizens()[1]!);
    expect(await audit()).toMatchObject({ exitCode: 12, finding: expect.stringMatching(/3 people, while the log has 2 events/) });
    await erase(citizens()[1]!);
    expect(await audit()).toMatchObject({ exitCode: 18, index: last(), finding: expect.stringContaining('account-erased-once') });
  });

  it('finds a text that is gone beside another one of the same author, since an erasure takes all', async () => {
    await stated('anna', 's1', null);
    await stated('anna', 's2', 'still there');
    await erase(citizens()[0]!);
    expect(await audit()).toMatchObject({
      exitCode: 12,
      finding: expect.stringContaining('statement s1 is gone, and another one of the same author is shown'),
    });
  });

  it('finds a text of the office that is gone, which no erasure takes away', async () => {
    await erase(citizens()[0]!);
    results.statements[0] = { ...results.statements[0]!, text: null };
    expect(await audit()).toMatchObject({ exitCode: 12, finding: expect.stringContaining('which no citizen wrote') });
  });

  it.each([
    ['account-9', 12, 'erases account-9'],
    ['other-9', 16, 'is in the stream other-9'],
  ])('finds an erasure of what never was an account, which would make room for hiding a text: %s', async (stream, exitCode, finding) => {
    await erase('9', '9', stream);
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({ exitCode, index: last(), finding: expect.stringContaining(finding) });
  });

  it('waits for a checkpoint that covers the erasure where a text was gone first', async () => {
    audited.site.isLive = true;
    await stated('anna', 's1', null);
    const outcome = audit();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await erase(citizens()[0]!);
    await audited.site.sign();
    expect(await outcome).toMatchObject({ exitCode: 0, erasures: 1 });
  });

  describe('with the bodies of account events', () => {
    beforeEach(() => void (audited.site.showsAll = true));
    const role = (type: 'RoleGranted' | 'RoleRevoked', accountId: string, name = 'administrator') =>
      record(`account-${accountId}`, type, { accountId, role: name, unit: 'root', by: administrator() });

    it('takes those by the person, and by whoever was administrator then', async () => {
      const [one, two] = citizens() as [string, string];
      await erase(one);
      await erase(two, administrator());
      expect(await audit()).toMatchObject({ exitCode: 0, erasures: 2 });
    });

    it.each([
      ['another citizen', async () => citizens()[1]!, 'no event before it gave a role'],
      ['an official', async () => official()],
      ['somebody of whom the log knows nothing', async () => 'somebody', 'no event before it gave a role'],
      [
        'an administrator whose role had ended',
        async () =>
          role('RoleGranted', citizens()[1]!)
            .then(() => role('RoleRevoked', citizens()[1]!))
            .then(() => citizens()[1]!),
      ],
    ])('finds one that nobody authorised: by %s', async (_, by, why = 'may do so in unit root: administrator') => {
      await erase(citizens()[0]!, await by());
      expect(await audit()).toMatchObject({ exitCode: 12, index: last(), finding: expect.stringContaining(why) });
    });

    it('finds one by an administrator who was erased before, whose roles ended with that', async () => {
      const [one, two] = citizens() as [string, string];
      await role('RoleGranted', two);
      await erase(two, administrator());
      await erase(one, two);
      expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
    });

    it('finds one in the stream of another account', async () => {
      const [one, two] = citizens() as [string, string];
      await erase(one, one, `account-${two}`);
      expect(await audit()).toMatchObject({ exitCode: 16, index: last(), finding: expect.stringContaining('belongs in account-') });
    });
  });

  it('finds an exclusion by an official whose account was erased', async () => {
    await erase(official());
    await record('comment-8', 'CommentHidden', { commentId: '8', consultationId: 'none', by: official(), reason: 'R' });
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({
      exitCode: 12,
      index: last(),
      finding: expect.stringContaining('had no role at that point'),
    });
  });

  it('is told in words, by whom and why where that is given', async () => {
    const { site, command } = audited;
    const [one, two] = citizens() as [string, string];
    const before = site.positionOf(last());
    await erase(one);
    await erase(two, administrator());
    await site.sign();
    const words = async (...[name, ...args]: Parameters<typeof command>) => ((await command(name, ...args)).lines as string[]).join('\n');
    const after = String(site.positionOf(last()));
    expect(await words('replay', '--as-of', String(before))).not.toContain('erased');
    expect(await words('replay', '--as-of', after)).toContain('2 accounts had been erased by then.');
    const difference = await words('diff', '--from', String(before), '--to', after);
    for (const part of ['which accounts were erased', `account-${one} erased`, `account-${two} erased`]) expect(difference).toContain(part);
    site.showsAll = true;
    const told = await words('diff', '--from', String(before), '--to', after);
    expect(told).toContain(`account-${one} erased by the person`);
    expect(told).toContain(`account-${two} erased by account ${administrator()}: "R"`);
  });
});
