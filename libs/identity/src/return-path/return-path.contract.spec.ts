import { describe, expect, it } from '@jest/globals';
import { mailablePath } from './return-path.contract';

const id = 'c0450000-0000-4000-8000-000000000001';

describe('a path that a message may carry', () => {
  it.each([
    [`/consultations/${id}`, `/consultations/${id}`],
    [`/consultations/${id}?after=7&thanks=vote#next`, `/consultations/${id}`],
    [`/consultations/${id}/results`, `/consultations/${id}/results`],
    ['/questions', '/questions'],
  ])('is %s as %s', (path, page) => {
    expect(mailablePath(path)).toBe(page);
  });

  it.each([
    '/',
    '//evil.example',
    'https://evil.example',
    '/you-have-won/call-0800',
    '/pages/send%20money',
    `/consultations/${id}/x y`,
    '',
  ])('is not %j', (path) => {
    expect(mailablePath(path)).toBeUndefined();
  });
});
