import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ActProof, EventMetadata } from '@isegoria/contracts';
import { ActSigner } from '@isegoria/service-host';
import { auditedHistory } from '../audited-history.fixture';
import type { PaperEvent } from '../paper-site.fixture';
import { originOf } from '../signed-acts.fixture';
import { recordBefore, recordSample } from '../what-comes-before.fixture';

type SignedMetadata = EventMetadata & { readonly act: ActProof };

const strangers = () => new ActSigner(generateKeyPairSync('ed25519').privateKey);
const other = 'c0450000-0000-4000-8000-00000000000f';
const reason = 'Another reason.';

describe('an audit of who acted', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  let by: string;
  beforeEach(async () => {
    audited = await auditedHistory();
    [audited.site.isLive, audited.site.showsAll] = [false, true];
    by = audited.history.administrator;
    await recordBefore(audited.site, 'BallotReinstated', by);
  });
  afterEach(() => audited.close());

  const last = () => audited.site.events.length - 1;
  const audit = async (...args: string[]) => {
    audited.show('c0450000-0000-4000-8000-000000000001');
    await audited.site.sign();
    return audited.audit(...args);
  };
  /** An honest act, and what an insider makes of its event before it is in the log. */
  const actThen = async (alter: (event: PaperEvent, metadata: SignedMetadata) => Partial<PaperEvent>) => {
    await recordSample(audited.site, 'BallotReinstated', by);
    const event = audited.site.events.at(-1)!;
    Object.assign(event, alter(event, event.metadata as SignedMetadata));
  };
  /** The same event with another proof beside it. */
  const provenBy = (signer: ActSigner, signed: Partial<PaperEvent> = {}, account: string | null = by) =>
    actThen((event, metadata) => {
      const act = signer.proofOf({ ...event, at: metadata.at, origin: { ...originOf(event, metadata), account }, ...signed });
      return { metadata: { ...metadata, act } };
    });
  const introduced = (verifierKey: string, type = 'LogKeyIntroduced') => recordSample(audited.site, type, undefined, { verifierKey });
  const keyAt = (at: number) => audited.site.actKeys[at]!.split(' ')[0]!;

  it('verifies the signature of each, and says how many there were', async () => {
    const { signedActs: before } = await audit();
    await recordSample(audited.site, 'BallotReinstated', by);
    expect(await audit()).toMatchObject({ exitCode: 0, signedActs: Number(before) + 1 });
  });

  it.each<[what: string, act: () => Promise<unknown>, finding: RegExp]>([
    ['that nobody signed', () => actThen((_, { act: _act, ...metadata }) => ({ metadata })), /no service signed/],
    ['with a proof that is none', () => actThen((_, metadata) => ({ metadata: { ...metadata, act: 'right' } })), /no service signed/],
    ['signed with a key of an insider', () => provenBy(strangers()), /does not vouch for/],
    [
      'signed with a key of an insider that calls itself the right one',
      async () => {
        await provenBy(strangers());
        const event = audited.site.events.at(-1)!;
        const { act, ...metadata } = event.metadata as SignedMetadata;
        const { key } = audited.site.acts.proofOf({ ...event, at: metadata.at });
        event.metadata = { ...metadata, act: { ...act, key } };
      },
      /not of this event/,
    ],
    ['whose data were altered', () => actThen(({ data }) => ({ data: { ...data, reason } })), /not of this event/],
    ['under another id', () => actThen(() => ({ id: randomUUID() })), /not of this event/],
    ['that was signed for another stream', () => provenBy(audited.site.acts, { stream: 'ballot-other' }), /not of this event/],
    ['that was signed as another type', () => provenBy(audited.site.acts, { type: 'BallotExcluded' }), /not of this event/],
    [
      'whose time was altered',
      () => actThen((_, metadata) => ({ metadata: { ...metadata, at: new Date(Date.parse(metadata.at) + 1).toISOString() } })),
      /not of this event/,
    ],
    [
      'whose session was exchanged',
      () => actThen((_, metadata) => ({ metadata: { ...metadata, act: { ...metadata.act, session: '0'.repeat(32) } } })),
      /not of this event/,
    ],
    ['of another account', () => provenBy(audited.site.acts, {}, other), new RegExp(`in the name of account .* done by ${other}`)],
    ['that the platform would have done by itself', () => provenBy(audited.site.acts, {}, null), /was done by nobody/],
    [
      'with the signature of another',
      () => actThen((_, metadata) => ({ metadata: { ...metadata, act: proofIn(audited.site.events, 'BallotExcluded') } })),
      /signature of an earlier act/,
    ],
  ])('finds an act %s', async (_, act, finding) => {
    await act();
    expect(await audit()).toMatchObject({ exitCode: 20, index: last(), finding: expect.stringMatching(finding) });
  });

  it('finds an act that is put into the log a second time, byte for byte', async () => {
    await recordSample(audited.site, 'BallotReinstated', by);
    audited.site.events.push({ ...audited.site.events.findLast(({ type }) => type === 'BallotExcluded')!, time: audited.site.at });
    expect(await audit()).toMatchObject({ exitCode: 20, index: last(), finding: expect.stringContaining('signature of an earlier act') });
  });

  it.each<[written: string, other: (signature: string) => string]>([
    ['with padding', (signature) => `${signature}==`],
    ['with a space', (signature) => ` ${signature}`],
    ['in the other alphabet', (signature) => `${signature.replaceAll('-', '+').replaceAll('_', '/')}==`],
    ['with bits behind its end', (signature) => signature.slice(0, -1) + { A: 'B', Q: 'R', g: 'h', w: 'x' }[signature.at(-1)!]],
  ])('finds an act that is put into the log a second time, whose signature is written otherwise: %s', async (_, other) => {
    await recordSample(audited.site, 'BallotReinstated', by);
    const event = audited.site.events.findLast(({ type }) => type === 'BallotExcluded')!;
    const { act, ...metadata } = event.metadata as SignedMetadata;
    const again = { ...metadata, act: { ...act, signature: other(act.signature) } };
    audited.site.events.push({ ...event, metadata: again, time: audited.site.at });
    expect(await audit()).toMatchObject({ exitCode: 20, index: last(), finding: expect.stringContaining('no service signed') });
  });

  it('finds an act that is moved into another consultation', async () => {
    await recordSample(audited.site, 'ConsultationClosed', by);
    const closed = audited.site.events.at(-1)!;
    const { consultationId } = audited.history.poll;
    const moved = { ...closed, id: randomUUID(), stream: `consultation-${consultationId}`, data: { ...closed.data, consultationId } };
    audited.site.events.push({ ...moved, time: audited.site.at });
    expect(await audit()).toMatchObject({ exitCode: 20, index: last() });
  });

  it('finds what an office is said to have brought in, if it did not', async () => {
    await recordSample(audited.site, 'AccountImported', by);
    expect(await audit()).toMatchObject({ exitCode: 0 });
    const vote = audited.site.events.findLastIndex(({ metadata }) => 'imported' in metadata);
    const { act: _, ...metadata } = audited.site.events[vote]!.metadata as SignedMetadata;
    audited.site.events[vote] = { ...audited.site.events[vote]!, metadata };
    expect(await audit('--state', join(audited.folder, 'another'))).toMatchObject({ exitCode: 20, index: vote });
  });

  it('takes for nobody what the platform records by itself: orders of erasures, and roles of the one whom the operator names', async () => {
    const accountId = randomUUID();
    await recordSample(audited.site, 'AccountRegistered', by, { accountId });
    await recordSample(audited.site, 'EmailConfirmed', by, { accountId });
    await recordSample(audited.site, 'RoleGranted', accountId, { accountId, role: 'administrator', unit: 'root' });
    await recordSample(audited.site, 'ErasureOrdered', by);
    for (const event of audited.site.events.slice(-2)) {
      const { at } = event.metadata as EventMetadata;
      event.metadata = { ...event.metadata, act: audited.site.acts.proofOf({ ...event, at }) };
    }
    expect(await audit()).toMatchObject({ exitCode: 0 });
  });

  it('takes the acts of each key from where the log introduced it to where it retired it, and no others', async () => {
    const [first, next] = [audited.site.acts, await audited.site.addActSigner()];
    await provenBy(next);
    expect(await audit()).toMatchObject({ exitCode: 20, finding: expect.stringContaining('did not sign at that point') });
    audited.site.events.pop();
    await introduced(keyAt(1));
    await provenBy(next);
    expect(await audit('--state', join(audited.folder, 'with-two'))).toMatchObject({ exitCode: 0 });
    audited.site.actKeys[0] = audited.site.actKeys[0]!.replace('signing', 'retired');
    await introduced(keyAt(0), 'LogKeyRetired');
    audited.site.acts = next;
    await recordSample(audited.site, 'BallotExcluded', by);
    expect(await audit('--state', join(audited.folder, 'with-two'))).toMatchObject({ exitCode: 0 });
    await provenBy(first);
    const finding = expect.stringContaining('did not sign at that point');
    expect(await audit('--state', join(audited.folder, 'with-two'))).toMatchObject({ exitCode: 20, index: last(), finding });
  });

  it.each(['LogKeyIntroduced', 'LogKeyRetired'])('finds a %s about a key of acts that the log does not vouch for', async (type) => {
    await introduced(type === 'LogKeyRetired' ? keyAt(0) : `${keyAt(0).split('+')[0]}+00000000+AAAA`, type);
    expect(await audit()).toMatchObject({ exitCode: 20, index: last(), finding: expect.stringContaining("the log's own key") });
  });

  it('trusts the keys that the log vouches for, once and for good', async () => {
    const { site } = audited;
    site.isLive = true;
    expect(await audit()).toMatchObject({ exitCode: 0 });
    const [known] = site.actKeys;
    site.actKeys = [known!.replace(/\+\w+\+/, '+00000000+')];
    expect(await audit()).toMatchObject({ exitCode: 2, finding: expect.stringContaining('a line that is none') });
    site.actKeys = [];
    await site.addActSigner();
    expect(await audit()).toMatchObject({ exitCode: 2, finding: expect.stringContaining('other keys of acts than at the last audit') });
    site.actKeys.unshift(known!);
    expect(await audit()).toMatchObject({ exitCode: 0 });
  });

  it('finds it without the site, from a bundle', async () => {
    const bundle = join(audited.folder, 'bundle');
    await provenBy(strangers());
    await audit('--bundle', bundle);
    expect(await audited.offline(bundle)).toMatchObject({ exitCode: 20, index: last() });
  });
});

const proofIn = (events: readonly PaperEvent[], type: string) =>
  (events.findLast((event) => event.type === type)!.metadata as SignedMetadata).act;
