import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatAddCheckpoint, formatWitnessSize, parseAddCheckpoint, parseWitnessSize } from './witness-messages';

const checkpoint = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;
const proof = [
  'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=',
  'jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=',
  '5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=',
  '/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=',
];
/** The example of C2SP tlog-witness. */
const example = `old 20852014\n${proof.join('\n')}\n\n${checkpoint}`;
const hash = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

describe('a request to add a checkpoint', () => {
  it('is read and written as the example of C2SP tlog-witness', () => {
    const request = parseAddCheckpoint(example)!;
    expect(request.oldSize).toBe(20_852_014);
    expect(request.proof.map((one) => Buffer.from(one).toString('base64'))).toEqual(proof);
    expect(request.checkpoint).toBe(checkpoint);
    expect(formatAddCheckpoint(request)).toBe(example);
  });

  it('is read back, for any size and path', () => {
    const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 });
    fc.assert(
      fc.property(fc.maxSafeNat(), hashes, (oldSize, path) => {
        const request = { oldSize, proof: path, checkpoint };
        expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual(request);
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    [checkpoint, 'no old size'],
    [`old 01\n\n${checkpoint}`, 'a leading zero'],
    [`old -1\n\n${checkpoint}`, 'a negative size'],
    [`old  1\n\n${checkpoint}`, 'two spaces'],
    [`Old 1\n\n${checkpoint}`, 'a capital'],
    [`old 1e3\n\n${checkpoint}`, 'an exponent'],
    [`old 9007199254740993\n\n${checkpoint}`, 'a size beyond 2^53'],
    [`old 1\r\n\r\n${checkpoint}`, 'carriage returns'],
    [`old 1\n${hash} \n\n${checkpoint}`, 'a blank behind a hash'],
    [`old 1\n${hash.slice(1)}\n\n${checkpoint}`, 'a short hash'],
    [`old 1\n${hash.replace('A=', 'B=')}\n\n${checkpoint}`, 'a hash with stray bits'],
    [`old 1\n${`${hash}\n`.repeat(64)}\n${checkpoint}`, '64 hashes'],
    [`old 1\n\n\n${checkpoint}`, 'two empty lines'],
    [`old 1\n\n${checkpoint.trimEnd()}`, 'no last newline'],
    [`old 1\n\n${checkpoint.split('\n\n')[0]!}\n`, 'no signature'],
    [`old 1\n\n${checkpoint.replace('20852163', '020852163')}`, 'a malformed checkpoint'],
    [`old 1\n${checkpoint}`, 'no empty line'],
  ])('is refused: %p', (body) => {
    expect(parseAddCheckpoint(body)).toBeUndefined();
  });

  it('is not written for what a witness would refuse', () => {
    const request = parseAddCheckpoint(example)!;
    for (const wrong of [
      { oldSize: -1 },
      { oldSize: 0.5 },
      { proof: [new Uint8Array(31)] },
      { proof: Array(64).fill(new Uint8Array(32)) },
      { checkpoint: 'x' },
    ]) {
      expect(() => formatAddCheckpoint({ ...request, ...wrong })).toThrow(TypeError);
    }
  });
});

describe('the size in an answer 409', () => {
  it('is a line', () => {
    expect(formatWitnessSize(20_852_014)).toBe('20852014\n');
    expect(parseWitnessSize('20852014\n')).toBe(20_852_014);
    expect(parseWitnessSize('0\n')).toBe(0);
    for (const wrong of ['', '\n', '1', '01\n', '1\n\n', ' 1\n', '-1\n', '9007199254740993\n'])
      expect(parseWitnessSize(wrong)).toBeUndefined();
  });
});
