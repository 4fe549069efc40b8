import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { leafBytes } from '@isegoria/merkle-log';
import { RebuiltLog } from './rebuilt-log';

const hex = (text: string) => createHash('sha256').update(text).digest('hex');
const [first, second] = [hex('1'), hex('2')];
const sealed = (commitment: string) => ({ sealed: `2.key.ciphertext.${commitment}` });

function lineOf(data: string, commitments: string[] | undefined, stream = 'comment-1'): string {
  const fields = { v: 1 as const, seq: 0, stream, revision: 0, id: 'event', type: 'T', time: '2026-01-31T12:00:00Z', schema: 1 };
  const leaf = leafBytes({ ...fields, data: hex(data), metadata: hex('{}'), ...(commitments && { commitments }) });
  const body = (text: string) => Buffer.from(text).toString('base64');
  return JSON.stringify({ seq: 0, position: 0, leaf: Buffer.from(leaf).toString(), data: body(data), metadata: body('{}') });
}

const taken = (data: object, commitments?: string[]) => () => new RebuiltLog().take(lineOf(JSON.stringify(data), commitments));

describe('the body of an entry', () => {
  const withoutBody = (stream: string) => () =>
    new RebuiltLog().take(lineOf('{}', undefined, stream).replace(/"data":"[^"]*","metadata":"[^"]*"}$/, '"data":null,"metadata":null}'));

  it.each(['comment-1', 'export-1', 'settings', 'log-keys'])('may not be kept back for %s', (stream) => {
    expect(withoutBody(stream)).toThrow(expect.objectContaining({ index: 0 }));
  });

  it.each(['account-1', 'staff-sign-ins', 'settings-1'])('is for auditors for %s', (stream) => {
    expect(withoutBody(stream)).not.toThrow();
  });
});

describe('the commitments of a leaf', () => {
  it('are those of the sealed texts, in the order of RFC 8785', () => {
    expect(taken({ text: { sealed: '1.key.ciphertext' } })).not.toThrow();
    expect(taken({ b: sealed(second), a: sealed(first) }, [first, second])).not.toThrow();
    expect(taken({ list: [{ text: sealed(second) }, { text: sealed(first) }] }, [second, first])).not.toThrow();
  });

  it.each([
    ['left out', { text: sealed(first) }, undefined],
    ['other ones', { text: sealed(first) }, [second]],
    ['in another order', { b: sealed(second), a: sealed(first) }, [second, first]],
    ['too many', { text: sealed(first) }, [first, first]],
    ['of a text that nobody sealed', { sealed: { sealed: first } }, [first]],
  ])('are found out when they are %s', (_, data, commitments) => {
    expect(taken(data, commitments)).toThrow(expect.objectContaining({ kind: 'body', index: 0 }));
  });

  it('are not looked for in what is no event', () => {
    expect(() => new RebuiltLog().take(lineOf('no JSON', undefined)).body).toThrow(expect.objectContaining({ kind: 'body' }));
  });
});
