import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameInArchive } from './names-in-archive.pure';

describe('the name of a file in an archive', () => {
  it('has no path, no formula and no sign with a meaning, and is short, whatever it was called', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(200_000), (given, number) => {
        const name = nameInArchive(number, 'plan', given, 'pdf');
        expect(name).toMatch(/^\d{5,}-plan(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.pdf$/u);
        expect([...name].length).toBeLessThan(90);
      }),
    ));
  it('is another for each file', () => {
    expect(nameInArchive(1, 'plan', 'a.pdf', 'pdf')).not.toBe(nameInArchive(2, 'plan', 'a.pdf', 'pdf'));
  });
});
