import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signCheckpoint } from '../signing/checkpoint';
import { cosign } from '../signing/cosignature';
import { parseNote, withSignatures } from '../signing/signed-note';
import { cosignerKey, formatCosignerKey, formatVerifierKey, verifierKey } from '../signing/verifier-key';
import { webCrypto } from '../web-crypto';
import { checkPolicy, parsePolicy, type WitnessPolicy } from './witness-policy';
import { sha256, signerOf } from '../../test/vectors.fixture';

const { verifyEd25519 } = webCrypto;
const log = signerOf(new Uint8Array(32).fill(100));
const logKey = await verifierKey('log.example/a', log.publicKey, sha256);
const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'];
const witnesses = await Promise.all(
  names.map(async (name, at) => {
    const { publicKey, sign } = signerOf(new Uint8Array(32).fill(at + 1));
    return { name, sign, key: await cosignerKey(`witness.example/${name}`, publicKey, sha256) };
  }),
);
const vkey = (name: string) => formatCosignerKey(witnesses[names.indexOf(name)]!.key);
const logLine = `log ${formatVerifierKey(logKey)}`;
const witnessLine = (name: string) => `witness ${name} ${vkey(name)}`;
const note = await signCheckpoint({ size: 3, root: new Uint8Array(32) }, logKey, log.sign);

async function cosignedBy(cosigners: readonly string[]): Promise<string> {
  const { text } = parseNote(note)!;
  const signed = witnesses.filter(({ name }) => cosigners.includes(name));
  return withSignatures(note, await Promise.all(signed.map(({ key, sign }) => cosign(text, 1, key, sign))))!;
}

async function policyOf(...lines: string[]): Promise<WitnessPolicy> {
  const parsed = await parsePolicy(lines.join('\n'), sha256);
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.reason}`);
  return parsed.policy;
}

/** The example of C2SP tlog-policy, with keys. */
const example = [
  logLine,
  '',
  ...['X1', 'X2', 'X3'].map(witnessLine),
  'group X-witnesses 2 X1 X2 X3',
  '',
  ...['Y1', 'Y2', 'Y3'].map(witnessLine),
  'group Y-witnesses any Y1 Y2 Y3',
  '',
  'group X-and-Y all X-witnesses Y-witnesses',
  'quorum X-and-Y',
];

describe('the example of C2SP tlog-policy', () => {
  it('is met by two of one group and one of the other, for every set of cosigners', async () => {
    const policy = await policyOf(...example);
    await fc.assert(
      fc.asyncProperty(fc.subarray(names), async (cosigners) => {
        const checked = await checkPolicy(await cosignedBy(cosigners), policy, verifyEd25519);
        const xs = cosigners.filter((name) => name.startsWith('X')).length;
        const ys = cosigners.length - xs;
        expect(checked.ok).toBe(xs >= 2 && ys >= 1);
        expect(checked).toMatchObject({ checkpoint: { origin: 'log.example/a', size: 3 } });
        expect('cosignatures' in checked && checked.cosignatures.map(({ key }) => key.name).sort()).toEqual(
          cosigners.map((name) => `witness.example/${name}`).sort(),
        );
      }),
    );
  });

  it('is not met by one witness that signs several times', async () => {
    const { text } = parseNote(note)!;
    const [first] = witnesses;
    const lines = await Promise.all([1, 2].map((time) => cosign(text, time, first!.key, first!.sign)));
    const twice = [...parseNote(note)!.signatures, ...lines].map(({ name, keyId, signature }) => {
      return `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`;
    });
    const policy = await policyOf(logLine, witnessLine('X1'), witnessLine('X2'), 'group both 2 X1 X2', 'quorum both');
    expect(await checkPolicy(`${text}\n${twice.join('')}`, policy, verifyEd25519)).toMatchObject({ ok: false, reason: 'no-quorum' });
  });
});

describe('a policy', () => {
  it('is read past comments, blanks and tabs, with addresses', async () => {
    const policy = await policyOf(
      '# who is believed',
      `  ${logLine}\thttps://log.example/a  `,
      '\t',
      `witness \t X1 ${vkey('X1')} https://witness.example/x1`,
      '   # witnesses end here',
      'quorum\tX1 ',
    );
    expect(policy).toEqual({
      logs: [{ key: logKey, url: 'https://log.example/a' }],
      witnesses: [{ name: 'X1', key: witnesses[0]!.key, url: 'https://witness.example/x1' }],
      quorum: 'X1',
    });
  });

  it('without witnesses takes the word of the log alone', async () => {
    expect(await checkPolicy(note, await policyOf(logLine, 'quorum none'), verifyEd25519)).toMatchObject({ ok: true, cosignatures: [] });
  });

  it('refuses a checkpoint of another log, and one with a wrong signature of a known key', async () => {
    const policy = await policyOf(logLine, witnessLine('X1'), 'quorum none');
    const other = signerOf(new Uint8Array(32).fill(99));
    const otherKey = await verifierKey('log.example/b', other.publicKey, sha256);
    const strange = await signCheckpoint({ size: 3, root: new Uint8Array(32) }, otherKey, other.sign);
    expect(await checkPolicy(strange, policy, verifyEd25519)).toEqual({ ok: false, reason: 'unknown-key' });
    const [signed] = parseNote(await cosignedBy(['X1']))!.signatures.slice(1);
    const spoilt = withSignatures(note, [{ ...signed!, signature: new Uint8Array(72) }])!;
    expect(await checkPolicy(spoilt, policy, verifyEd25519)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  it('takes names as they are written, not as they look', async () => {
    const line = (name: string, of: string) => `witness ${name} ${vkey(of)}`;
    const policy = await policyOf(line('K', 'X1'), line('\u212a', 'X2'), 'quorum \u212a');
    expect(policy.quorum).toBe('\u212a');
  });

  it.each([
    [1, 'one quorum line', [logLine]],
    [2, 'one quorum line', ['quorum none', 'quorum none']],
    [1, 'a line above defines', ['quorum X1']],
    [1, 'a line above defines', ['quorum']],
    [1, 'a line above defines', ['quorum none none']],
    [1, 'begins with', ['logs x']],
    [1, 'begins with', ['LOG x']],
    [1, 'Ed25519 verifier key', [`log ${vkey('X1')}`, 'quorum none']],
    [1, 'Ed25519 verifier key', [`${logLine} https://a.example b`, 'quorum none']],
    [2, 'has a log line already', [logLine, logLine, 'quorum none']],
    [1, 'Ed25519 cosignature key', [`witness w ${formatVerifierKey(logKey)}`]],
    [1, 'Ed25519 cosignature key', ['witness w']],
    [2, 'has a witness line already', [witnessLine('X1'), `witness other ${vkey('X1')}`]],
    [2, 'defines this name already', [witnessLine('X1'), `witness X1 ${vkey('X2')}`]],
    [2, 'defines this name already', [witnessLine('X1'), 'group X1 any X1']],
    [1, 'are no names', [`witness all ${vkey('X1')}`]],
    [2, 'are no names', [witnessLine('X1'), 'group none any X1']],
    [1, 'group line is', ['group g any']],
    [1, 'members that a line above defines', ['group g any none']],
    [2, 'members that a line above defines', [witnessLine('X1'), 'group g any g']],
    [2, 'a member once', [witnessLine('X1'), 'group g any X1 X1']],
    [3, 'a member once', [witnessLine('X1'), 'group g any X1', 'group h any X1']],
    ...['0', '2', '-1', '01', '1.0', 'none', 'ALL'].map((k): [number, string, string[]] => [
      2,
      'threshold',
      [witnessLine('X1'), `group g ${k} X1`],
    ]),
    [1, 'control characters', ['quorum none\r']],
    [1, 'control characters', ['# \u007f']],
  ])('is refused at line %p: %s', async (line, reason, lines) => {
    expect(await parsePolicy(lines.join('\n'), sha256)).toEqual({ ok: false, line, reason: expect.stringContaining(reason) });
  });

  it('is refused where it is beyond all measure, in no time', async () => {
    expect(await parsePolicy('#'.repeat(300_000), sha256)).toMatchObject({ ok: false, reason: 'the policy is too long' });
    expect(await parsePolicy('\n'.repeat(3_000), sha256)).toMatchObject({ ok: false, reason: 'the policy is too long' });
  });
});
