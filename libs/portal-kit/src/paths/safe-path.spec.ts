import { describe, expect, it } from '@jest/globals';
import { safePath } from './safe-path';

describe('a path to come back to', () => {
  it.each(['/', '/consultations/1?after=3#voting', '/questions'])('keeps %s', (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    'consultations',
    '',
    undefined,
    ['/a'],
  ])('refuses %j', (path) => {
    expect(safePath(path)).toBe('/');
  });
});
