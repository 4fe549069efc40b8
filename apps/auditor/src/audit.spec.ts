import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { atEachLevel } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { recordBefore, recordSample } from './what-comes-before.fixture';

describe('an audit', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
  });
  afterEach(() => audited.close());

  const record = (stream: string, type: string, data: object, metadata: object = { schema: 1, at: audited.site.at }) =>
    audited.site.store.append(stream, [{ type, data, metadata }] as never, 'any');
  const vote = (voter: string, assurance: string, stream?: string) => {
    const { consultationId } = audited.history.deliberation;
    const { activityId } = audited.history.deliberated;
    const data = { consultationId, activityId, statementId: audited.history.statements[0], voter, choice: 'agree', assurance };
    return record(stream ?? `ballot-${activityId}-${voter}`, 'StatementVoteCast', data);
  };
  const last = () => audited.site.events.length - 1;

  describe('of witnesses', () => {
    it('asks for the quorum of the policy', async () => {
      const { site, audit } = audited;
      await site.addWitnesses(3, 2);
      site.isLive = false;
      for (const [cosigning, expected] of [
        [3, { exitCode: 0, witnessed: { policy: 'site', cosigned: ['w1.example', 'w2.example', 'w3.example'], of: 3 } }],
        [2, { exitCode: 0 }],
        [1, { exitCode: 5, finding: expect.stringContaining('of 3, w1.example cosigned it') }],
        [0, { exitCode: 5 }],
      ] as const) {
        site.cosigning = cosigning;
        await site.signTree();
        expect(await audit()).toMatchObject(expected);
      }
    });

    it('goes by the policy that the auditor names, whatever the site says', async () => {
      const { site, audit, folder } = audited;
      await site.addWitnesses(3, 2);
      await writeFile(join(folder, 'policy'), site.policy!);
      site.policy = `log ${site.checkpointKey}\nquorum none\n`;
      site.isLive = false;
      expect(await audit()).toMatchObject({ exitCode: 0, notChecked: expect.arrayContaining(['witnesses: the policy asks for none']) });
      expect(await audit('--require-quorum')).toMatchObject({ exitCode: 5 });
      expect(await audit('--policy', join(folder, 'policy'))).toMatchObject({ exitCode: 5 });
      site.cosigning = 2;
      await site.signTree();
      expect(await audit('--policy', join(folder, 'policy'), '--require-quorum')).toMatchObject({
        exitCode: 0,
        keyTrust: 'pinned',
        witnessed: { policy: 'auditor' },
      });
    });

    it('takes a wrong cosignature for no signature', async () => {
      const { site, audit } = audited;
      await site.addWitnesses(3, 2);
      [site.cosigning, site.isLive] = [3, false];
      await site.signTree();
      const other = site.note.split('\n').at(-2)!;
      // The last witness's signature with another time.
      const bytes = Buffer.from(other.split(' ')[2]!, 'base64');
      bytes[11]! ^= 1;
      site.note = site.note.replace(other.split(' ')[2]!, bytes.toString('base64'));
      expect(await audit()).toMatchObject({ exitCode: 2 });
    });

    it('says that it could not ask, and fails only where that is demanded', async () => {
      const { audit } = audited;
      expect(await audit()).toMatchObject({
        exitCode: 0,
        witnessed: null,
        notChecked: expect.arrayContaining([expect.stringContaining('names none')]),
      });
      expect(await audit('--require-quorum')).toMatchObject({ exitCode: 5 });
    });
  });

  it('follows the log to its next key while both sign, and to no other', async () => {
    const { site, audit } = audited;
    expect(await audit()).toMatchObject({ exitCode: 0, keyTrust: 'first-use' });
    await site.addSigner();
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 0, keyTrust: 'remembered' });
    const [old] = site.signers.splice(0, 1);
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 0, keyTrust: 'remembered', key: site.checkpointKey });
    await site.addSigner();
    site.signers.splice(0, 1);
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 2 });
    site.signers = [old!];
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 2 });
  });

  describe('since a checkpoint', () => {
    it('reads what came after, at every size, and holds it against the checkpoint', async () => {
      const { site, audit, folder } = audited;
      const since = join(folder, 'checkpoint');
      const all = site.events.splice(0);
      for (let size = 1; size < all.length; size++) {
        site.events.splice(0, Infinity, ...all.slice(0, size));
        await site.sign();
        await writeFile(since, site.note);
        site.events.splice(0, Infinity, ...all);
        await site.sign();
        const state = ['--state', join(folder, `${size}.json`)];
        expect(await audit('--since', since, ...state)).toMatchObject({ exitCode: 0, readFrom: size, entries: all.length, figures: null });
        // Before the checkpoint nothing is read, after it everything.
        site.alterLines = (lines) => lines.with(size, lines[size]!.replace('\\"time\\":\\"2026', '\\"time\\":\\"2027'));
        expect(await audit('--since', since, ...state)).toMatchObject({ exitCode: 3, index: size });
        site.alterLines = (lines) => lines;
        site.events[size - 1] = { ...all[size - 1]!, metadata: { other: true } };
        await site.sign();
        expect(await audit('--since', since, '--state', join(folder, `${size}-other.json`))).toMatchObject({
          exitCode: 6,
          index: size - 1,
        });
      }
    }, 60_000);

    it('believes no checkpoint that the log did not sign', async () => {
      const { site, audit, folder } = audited;
      await writeFile(join(folder, 'checkpoint'), site.note.replace(/\n\d+\n/, '\n3\n'));
      expect(await audit('--since', join(folder, 'checkpoint'))).toMatchObject({ exitCode: 2 });
    });
  });

  it('looks for the events of receipts', async () => {
    const { site, audit, folder } = audited;
    const receipts = site.events.slice(10, 20).map((event) => site.receiptOf(event));
    await writeFile(join(folder, 'receipts'), receipts.slice(1).join('\n'));
    expect(await audit('--receipt', receipts[0]!, '--receipt', join(folder, 'receipts'))).toMatchObject({ exitCode: 0, receipts: 10 });
    site.isLive = false;
    const never = {
      id: '7e3b4ad5-9d8a-4a38-9d2f-0f6c1de7a1ff',
      type: 'StatementVoteCast',
      data: {},
      time: '2026-01-01T00:00:00.000Z',
      stream: 'ballot-1-2',
      metadata: {},
    };
    expect(await audit('--receipt', site.receiptOf(never))).toMatchObject({ exitCode: 13, finding: expect.stringContaining(never.id) });
    expect(await audit('--receipt', site.receiptOf({ ...site.events[10]!, data: { other: true } }))).toMatchObject({
      exitCode: 13,
      index: 10,
    });
    expect(await audit('--receipt', site.receiptOf({ ...site.events[10]!, time: '2026-01-01T00:00:00.000Z' }))).toMatchObject({
      exitCode: 13,
      index: 10,
    });
    expect(await audit('--receipt', site.receiptOf({ ...site.events[10]!, stream: 'ballot-1-another' }))).toMatchObject({
      exitCode: 13,
      index: 10,
    });
    expect(await audit('--receipt', site.receiptOf({ ...site.events[10]!, metadata: { at: 'another time' } }))).toMatchObject({
      exitCode: 13,
      index: 10,
    });
    expect(await audit('--receipt', `${receipts[0]!.slice(0, -4)}AAAA`)).toMatchObject({ exitCode: 2 });
    expect(await audit('--receipt', 'isegoria-receipt.2.x.y')).toMatchObject({ exitCode: 1 });
  });

  describe('of credentials', () => {
    it('names the ballot that is one too many', async () => {
      const { site, audit } = audited;
      for (const voter of ['eve', 'fay']) await vote(voter, 'anonymous');
      await site.sign();
      expect(await audit()).toMatchObject({
        exitCode: 0,
        credentials: { registered: 5, confirmed: 5, imported: 1, vouchedFor: 1, mostVoters: 6 },
      });
      await vote('eve', 'anonymous');
      await vote('nobody', 'anonymous');
      await site.sign();
      expect(await audit()).toMatchObject({
        exitCode: 11,
        index: last(),
        finding: expect.stringContaining('the log has 6 accounts before it'),
      });
    });

    it('counts people at level email or above against confirmed accounts', async () => {
      const { site, audit } = audited;
      await record('account-9', 'AccountRegistered', {});
      await record('account-9', 'ProfileChanged', {});
      for (const voter of ['eve', 'ben', 'dora', 'gil']) await vote(voter, 'email');
      await site.sign();
      expect(await audit()).toMatchObject({ exitCode: 0 });
      await vote('fay', 'email');
      await site.sign();
      expect(await audit()).toMatchObject({
        exitCode: 11,
        index: last(),
        finding: expect.stringContaining('person 6 at level email or above who was not imported'),
      });
    });

    describe('that were reissued', () => {
      const confirmed = async (account: string) => {
        await record(`account-${account}`, 'AccountRegistered', {});
        await record(`account-${account}`, 'EmailConfirmed', {});
      };
      /** Accounts one after the other on one address: each but the first uses a credential that the previous one released. */
      const reissued = async (...accounts: string[]) => {
        for (const account of accounts) {
          await confirmed(account);
          await record(`account-${account}`, 'CredentialReissued', {});
        }
      };
      /** The history leaves room for three more people at level email or above. */
      const full = async () => {
        for (const voter of ['eve', 'ben', 'dia']) await vote(voter, 'email');
      };

      it('finds a ballot at level email on one, in a consultation that was published before', async () => {
        const { site, audit } = audited;
        await full();
        await reissued('9', '10');
        await vote('fay', 'anonymous');
        await site.sign();
        expect(await audit()).toMatchObject({ exitCode: 0, credentials: { confirmed: 7, reissued: 2 } });
        await vote('fay', 'email');
        await site.sign();
        const finding = expect.stringMatching(
          /person 6 at level email or above .* 5 confirmed accounts before it, without 2 on credentials that were reissued/,
        );
        expect(await audit()).toMatchObject({ exitCode: 11, index: last(), finding });
      });

      it('counts them where they came before the first publication, which new dates do not move', async () => {
        const { site, audit } = audited;
        await reissued('9');
        const consultationId = '7a3f0f52-6a0e-4b93-9f4e-0d7f5b0a1c11';
        const activityId = '7a3f0f52-6a0e-4b93-9f4e-0d7f5b0a1c12';
        const by = audited.history.official;
        const cast = (voter: string) => {
          const data = { consultationId, activityId, voter, options: ['1'], assurance: 'email' };
          return record(`ballot-${activityId}-${voter}`, 'PollBallotCast', data);
        };
        const own = { consultationId, activityId };
        await recordBefore(site, 'ConsultationPublished', by, own);
        await recordSample(site, 'ConsultationPublished', by, { consultationId });
        await reissued('10');
        await recordSample(site, 'PhaseDatesChanged', by, { consultationId });
        for (const voter of ['a', 'b', 'c', 'd', 'e', 'f']) await cast(voter);
        await site.sign();
        site.isLive = false;
        expect(await audit()).not.toMatchObject({ exitCode: 11 });
        await cast('h');
        await site.sign();
        expect(await audit()).toMatchObject({ exitCode: 11, index: last(), finding: expect.stringContaining('without 1 on credentials') });
      });

      it('are told in words', async () => {
        const { site, command } = audited;
        const before = site.positionOf(last());
        await reissued('9');
        await site.sign();
        const { lines } = await command('diff', '--from', String(before), '--to', String(site.positionOf(last())));
        expect((lines as string[]).join('\n')).toContain('account-9 confirmed by a credential that an erased account had');
      });
    });

    it('lets nobody cast a ballot in another stream', async () => {
      const { site, audit } = audited;
      await vote('eve', 'anonymous', `ballot-${audited.history.deliberated.activityId}-ben`);
      await site.sign();
      expect(await audit()).toMatchObject({ exitCode: 16, index: last(), finding: expect.stringContaining('-eve') });
    });
  });

  it('recounts as of an earlier position, and compares where the site publishes it', async () => {
    const { site, audit, history } = audited;
    const { poll, polled } = history;
    const ballots = site.events.flatMap(({ type }, seq) => (type === 'PollBallotCast' ? [seq] : []));
    const position = site.positionOf(ballots[0]!);
    const before = await audit('--as-of', String(position));
    const standing = (before.asOf as { consultations: { id: string }[] }).consultations.find(({ id }) => id === poll.consultationId);
    expect(standing).toEqual({
      id: poll.consultationId,
      activities: [{ id: polled.activityId, participants: 1, votesCast: 1 }],
      figures: null,
    });
    const options = polled.options.map((option) => ({
      ...option,
      votes: option.id === 'c' ? 0 : 1,
      byAssurance: atEachLevel(0, { email: option.id === 'c' ? 0 : 1 }),
    }));
    const one = atEachLevel(0, { email: 1 });
    const then = { ...polled, votesCast: 1, participants: 1, participantsByAssurance: one, votesCastByAssurance: one, options };
    const participation = [{ ...polled.participation[0]!, newParticipants: 1, participants: 1, byAssurance: one }];
    site.published.set(`/api/v1/consultations/${poll.consultationId}/results?asOf=${position}`, {
      ...poll,
      position,
      activities: [{ ...then, participation }],
    });
    expect(await audit('--as-of', String(position))).toMatchObject({ exitCode: 0, figures: expect.any(Number) });
    site.published.set(`/api/v1/consultations/${poll.consultationId}/results?asOf=${position}`, {
      ...poll,
      position,
      activities: [{ ...then, participation, votesCast: 2 }],
    });
    expect(await audit('--as-of', String(position))).toMatchObject({
      exitCode: 4,
      finding: expect.stringContaining('votesCast: published 2, recounted 1'),
    });
  });

  describe('into a bundle', () => {
    const bundleOf = async (...args: string[]) => {
      const file = join(audited.folder, 'audit.bundle');
      const live = await audited.audit('--bundle', file, ...args);
      return { file, live };
    };
    const away = () => ['--state', join(audited.folder, 'elsewhere.json')];

    it('verifies offline with the same outcome', async () => {
      const { file, live } = await bundleOf();
      const offline = await audited.offline(file, ...away());
      for (const name of ['exitCode', 'origin', 'key', 'root', 'entries', 'bodies', 'figures', 'views', 'credentials', 'acts']) {
        expect([name, offline[name]]).toEqual([name, live[name]]);
      }
      expect(gunzipSync(await readFile(file)).toString()).toContain('"format":"isegoria-audit-bundle"');
      expect(await audited.offline('replay', file, '--as-of', '2026-10-01T12:00:00Z', ...away())).toMatchObject({
        exitCode: 0,
        consultations: [{ activities: [{ method: 'deliberation' }] }, { activities: [{ method: 'poll' }] }],
      });
    });

    it('shows again what was found', async () => {
      const { site, history } = audited;
      const activities = [{ ...history.polled, votesCast: 4 }];
      site.published.set(`/api/v1/consultations/${history.poll.consultationId}/results`, { ...history.poll, activities });
      const tallied = await bundleOf();
      expect(await audited.offline(tallied.file, ...away())).toEqual(tallied.live);
      expect(tallied.live).toMatchObject({ exitCode: 4 });
      site.alterLines = (lines) => lines.with(7, lines[7]!.replace('\\"time\\":\\"2026', '\\"time\\":\\"2027'));
      const altered = await bundleOf();
      expect(altered.live).toMatchObject({ exitCode: 3, index: 7 });
      expect(await audited.offline(altered.file, ...away())).toEqual(altered.live);
    });

    it('is refused with a bit of it flipped, wherever that is, and with its end missing', async () => {
      const { file } = await bundleOf();
      const whole = await readFile(file);
      for (let at = 0; at < whole.length; at += 31) {
        await writeFile(file, whole.with(at, whole[at]! ^ (1 << (at % 8))));
        const { exitCode } = await audited.offline(file, ...away());
        expect({ at, exitCode }).not.toEqual({ at, exitCode: 0 });
        expect({ at, exitCode }).not.toEqual({ at, exitCode: 1 });
      }
      for (const size of [0, 1, whole.length / 2, whole.length - 1]) {
        await writeFile(file, whole.subarray(0, size));
        expect(await audited.offline(file, ...away())).toMatchObject({ exitCode: 14 });
      }
    }, 120_000);

    it('is not left behind by an audit that could not be made', async () => {
      audited.site.published.set('/api/v1/consultations', undefined);
      await expect(bundleOf()).rejects.toThrow('is not served');
      await expect(stat(join(audited.folder, 'audit.bundle'))).rejects.toThrow();
      await expect(stat(join(audited.folder, 'audit.bundle.part'))).rejects.toThrow();
    });
  });
});
