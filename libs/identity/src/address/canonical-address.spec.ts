import { describe, expect, it } from '@jest/globals';
import { canonicalAddress } from './canonical-address';

describe('the one spelling of an address', () => {
  it.each([
    ['capitals', 'Ayşe@Example.ORG', 'ayşe@example.org'],
    ['composed and decomposed letters', 'o\u0308zge@mu\u0308nchen.example', '\u00f6zge@m\u00fcnchen.example'],
    ['Unicode and punycode', 'a@m\u00fcnchen.example', 'a@XN--MNCHEN-3YA.example'],
    ['a sharp s and its punycode', 'a@stra\u00dfe.example', 'a@xn--strae-oqa.example'],
    ['characters that nobody sees', 'a\u200bb\u00ad\u2060\ufe0f@m\u00fcn\u00adchen.example', 'ab@m\u00fcnchen.example'],
    ['what is invisible between a letter and its accent', 'o\u034f\u0308@example.org', '\u00f6@example.org'],
    ['a blank that is no space', 'a\u2800b@example.org', 'ab@example.org'],
    ['full width', '\uff55\uff53er@example.org', 'user@example.org'],
    ['a final sigma', '\u03bf\u03b4\u03cc\u03c2@example.org', '\u039f\u0394\u038c\u03a3@example.org'],
  ])('is the same for %s', (_, one, other) => {
    expect(canonicalAddress(one)).toBe(canonicalAddress(other));
    expect(canonicalAddress(canonicalAddress(one))).toBe(canonicalAddress(one));
  });

  it.each([
    ['weiß@example.org', 'weiss@example.org'],
    ['a.b@example.org', 'ab@example.org'],
    ['a+b@example.org', 'a@example.org'],
    ['\u0131@example.org', 'i@example.org'],
    ['a@stra\u00dfe.example', 'a@strasse.example'],
    ['a@x.example', 'a@y.example'],
  ])('is another one for %s than for %s, which may be another mailbox', (one, other) => {
    expect(canonicalAddress(one)).not.toBe(canonicalAddress(other));
  });

  it('is the address itself for plain ASCII in small letters', () => {
    expect(canonicalAddress('some.body+x@sub.example.org')).toBe('some.body+x@sub.example.org');
  });
});
