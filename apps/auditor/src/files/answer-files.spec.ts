import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Entry } from '@isegoria/audit-kit';
import { answersGiven } from '@isegoria/contracts';
import type { Source } from '../source/source';
import { AnswerFiles } from './answer-files';

describe('the files that people answer surveys with', () => {
  const file = createHash('sha256').update('sealed').digest('hex');
  const given = (answers: object, seq: number) => {
    const body = { data: { ...answersGiven.sample, answers }, metadata: {} };
    return { seq, position: seq, leaf: { type: 'AnswersGiven' }, body } as unknown as Entry;
  };
  const plan = { file, mediaType: 'application/pdf', size: 4, details: { sealed: '2.a.b.c' } };
  const check = (bytes: string | undefined, isAuditor = true) => {
    const asked: string[] = [];
    const source = {
      ...{ isLive: true, url: 'https://site.example' },
      bytes: (path: string) => (asked.push(path), Promise.resolve(bytes === undefined ? undefined : Buffer.from(bytes))),
    } as unknown as Source;
    const files = new AnswerFiles();
    files.take(given({ plan, table: { file: 'a', details: 'b' } }, 4));
    files.take(given({ plan, why: { sealed: '2.a.b.c' } }, 5));
    return files.check(source, isAuditor).then((found) => ({ found, asked }));
  };

  it('are there as they were, each asked for once, with nothing that opens it', async () => {
    const path = `/api/v1/activities/${answersGiven.sample.activityId}/answer-files/${file}/sealed`;
    expect(await check('sealed')).toEqual({ found: 1, asked: [path] });
    expect(await check('sealed', false)).toEqual({ found: null, asked: [] });
  });

  it('are exchanged or lost, and it comes out', async () => {
    await expect(check('other')).rejects.toMatchObject({ kind: 'file', index: 5, message: expect.stringContaining(file) });
    await expect(check(undefined)).rejects.toMatchObject({ kind: 'file', index: 5 });
  });
});
