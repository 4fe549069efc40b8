import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { auditedHistory } from './audited-history.fixture';
import { recordSample } from './what-comes-before.fixture';

const hours = 3_600_000;

describe('an audit of a site that is behind', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => void (audited = await auditedHistory()));
  afterEach(() => audited.close());

  const comment = async () => {
    const { site, history } = audited;
    const data = { commentId: 'new', consultationId: history.deliberation.consultationId, author: 'anna', assurance: 'email' };
    const event = { type: 'CommentSubmitted', data: { ...data, text: { sealed: '1.x.y' } }, metadata: { schema: 1, at: site.at } };
    await site.store.append('comment-new', [event] as never, 'any');
  };

  it('finds a whole site that is replayed from a recording', async () => {
    audited.site.passed += 2 * hours;
    expect(await audited.audit()).toMatchObject({ exitCode: 17, finding: expect.stringContaining('signed its checkpoint 2 hours ago') });
    expect(await audited.audit('--stale-after', '180')).toMatchObject({ exitCode: 0, freshness: { checkpoint: 7_200, figures: 0 } });
  });

  it('finds nothing about a quiet site whose log says that it stands by its checkpoint', async () => {
    audited.site.passed += 2 * hours;
    await audited.site.signTree();
    expect(await audited.audit()).toMatchObject({ exitCode: 0, freshness: { checkpoint: 0, cosignatures: null, figures: 0 } });
  });

  it('finds a checkpoint that says no time, and one that is dated ahead', async () => {
    const { site } = audited;
    const timed = site.note;
    site.note = timed.replace(/\n[^\n]*\n$/, '\n');
    expect(await audited.audit()).toMatchObject({ exitCode: 17, finding: expect.stringContaining('does not say when') });
    site.note = timed;
    site.passed -= 2 * hours;
    expect(await audited.audit()).toMatchObject({ exitCode: 17, finding: expect.stringContaining('ahead') });
  });

  it('finds a time that the log did not sign', async () => {
    const { site } = audited;
    const line = site.note.trimEnd().split('\n').at(-1)!;
    const bytes = Buffer.from(line.split(' ')[2]!, 'base64');
    bytes[11]! ^= 1;
    site.note = site.note.replace(line.split(' ')[2]!, bytes.toString('base64'));
    expect(await audited.audit()).toMatchObject({ exitCode: 2 });
  });

  it('finds cosignatures that are old, however new the log says its checkpoint to be', async () => {
    const { site } = audited;
    await site.addWitnesses(3, 2);
    site.cosigning = 3;
    await site.signTree();
    const cosigned = site.note.trimEnd().split('\n').slice(-3);
    site.passed += 2 * hours;
    site.cosigning = 0;
    await site.signTree();
    site.note = `${site.note}${cosigned.join('\n')}\n`;
    expect(await audited.audit()).toMatchObject({ exitCode: 17, finding: expect.stringContaining('witnesses') });
  });

  it('finds figures that do not follow the log, once they are far behind', async () => {
    await comment();
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({ exitCode: 0, freshness: { figures: 1 } });
    audited.site.passed += 2 * hours;
    await audited.site.signTree();
    expect(await audited.audit()).toMatchObject({ exitCode: 17, finding: expect.stringContaining('figures lack an event') });
  });

  it('finds words that do not follow the log, beside figures that do', async () => {
    const { site, history } = audited;
    site.isLive = true;
    const before = (await site.json<{ items: { group: string }[] }>('/api/v1/read-models')).items.find(({ group }) => group === 'content');
    const settings = await site.json<object>('/api/v1/settings');
    await recordSample(site, 'SettingsChanged', history.administrator);
    await site.sign();
    site.published.set('/api/v1/settings', settings);
    const { items } = await site.json<{ items: { group: string }[] }>('/api/v1/read-models');
    site.published.set('/api/v1/read-models', { items: items.map((one) => (one.group === 'content' ? before : one)) });
    expect(await audited.audit()).toMatchObject({ exitCode: 0, freshness: { figures: 0, words: expect.any(Number) } });
    site.passed += 2 * hours;
    await site.signTree();
    expect(await audited.audit()).toMatchObject({ exitCode: 17, finding: expect.stringContaining('words that everybody may read lack') });
  });

  it('finds words that may be of long before, as the site says of its read models just before it answers', async () => {
    const { site, history } = audited;
    site.isLive = true;
    const [settings, models] = ['/api/v1/settings', '/api/v1/read-models'];
    const [before, looked] = [await site.text(settings), await site.text(models)];
    const answer = site.optional.bind(site);
    const asked: string[] = [];
    site.optional = (path) => (asked.push(path), answer(path));
    await audited.audit();
    const looksBefore = asked.slice(0, asked.indexOf(settings)).filter((path) => path === models).length;
    await recordSample(site, 'SettingsChanged', history.administrator);
    site.passed += 2 * hours;
    await site.sign();
    let looks = 0;
    site.optional = async (path) => {
      if (path === settings) return before;
      return path === models && (looks += 1) === looksBefore ? looked : answer(path);
    };
    expect(await audited.audit()).toMatchObject({ exitCode: 17, finding: expect.stringContaining('words that everybody may read lack') });
  });

  it('tells how old a bundle was when it was made, and finds nothing in that', async () => {
    const file = join(audited.folder, 'old.bundle');
    audited.site.passed += 2 * hours;
    expect(await audited.audit('--bundle', file)).toMatchObject({ exitCode: 17 });
    expect(await audited.offline(file)).toMatchObject({ exitCode: 0, freshness: { checkpoint: 7_200 } });
  });
});

describe('an audit of files that are gone', () => {
  it.each([
    ['finds nothing where the log says so soon after', true, { exitCode: 0, files: 0 }],
    ['finds one that nobody withdrew', false, { exitCode: 23, finding: expect.stringContaining('no entry withdraws it') }],
  ])('%s', async (_, isWithdrawn, outcome) => {
    const { site, history, audit, close } = await auditedHistory();
    await recordSample(site, 'FileAdded', history.administrator);
    await site.sign();
    const bytes = site.bytes.bind(site);
    let asked = 0;
    site.bytes = async (path) => {
      if (!path.startsWith('/api/v1/files/')) return bytes(path);
      if (isWithdrawn && asked++ === 0) {
        await recordSample(site, 'FileWithdrawn', history.administrator);
        await site.sign();
      }
      return undefined;
    };
    expect(await audit('--wait', '1')).toMatchObject(outcome);
    await close();
  });
});

describe('ballots beside credentials', () => {
  it('are told for each consultation, as of its closing', async () => {
    const audited = await auditedHistory();
    const { byConsultation } = (await audited.audit()).credentials as { byConsultation: readonly object[] };
    const issued = { accounts: 6, registered: 5, confirmed: 5, vouchedFor: 1 };
    expect(byConsultation).toEqual([
      { consultation: audited.history.deliberation.consultationId, people: 4, email: 2, attested: 1, imported: 1, ...issued },
      { consultation: audited.history.poll.consultationId, people: 2, email: 1, attested: 0, imported: 0, ...issued },
    ]);
    await audited.close();
  });

  it('do not grow by what comes after the closing', async () => {
    const audited = await auditedHistory();
    const { site, history } = audited;
    const { consultationId } = history.poll;
    const record = (stream: string, type: string, data: object) =>
      site.store.append(stream, [{ type, data, metadata: { schema: 1, at: site.at } }] as never, 'any');
    await record(`consultation-${consultationId}`, 'ConsultationClosed', { consultationId, by: history.official, reason: 'R' });
    await record('account-late', 'AccountRegistered', { accountId: 'late', profile: { sealed: '1.x.y' } });
    await site.sign();
    const { byConsultation } = (await audited.audit()).credentials as { byConsultation: readonly object[] };
    expect(byConsultation).toMatchObject([{ accounts: 7 }, { accounts: 6 }]);
    await audited.close();
  });
});
