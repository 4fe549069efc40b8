import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLiteral, isValidPattern, SubscriptionIndex, type Interested } from './subjects';

interface Named extends Interested {
  readonly name: string;
}

function subscription(name: string, subject: string, queue?: string): Named {
  return { name, subject, queue, place: 0 };
}

function indexOf(...subscriptions: Named[]): SubscriptionIndex<Named> {
  const index = new SubscriptionIndex<Named>();
  subscriptions.forEach((one) => index.add(one));
  return index;
}

function reached(index: SubscriptionIndex<Named>, subject: string): string[] {
  const { everyone, groups } = index.match(subject);
  const inGroups = [...groups].map(([name, members]) => `${name}(${names(members)})`);
  return [...everyone.map((one) => one.name), ...inGroups].sort();
}

function names(members: readonly Named[]): string {
  return members
    .map((one) => one.name)
    .sort()
    .join('+');
}

describe('subjects', () => {
  it.each(['a', 'a.b', '*', '>', 'a.*.b', 'a.>', '*.>', 'a*', 'a.b>', '$SYS._x', 'ä.ö'])('takes the pattern %j', (subject) => {
    expect(isValidPattern(subject)).toBe(true);
  });

  it.each(['', '.', '.a', 'a.', 'a..b', 'a.>.b', '>.a', 'a..>', '>.>', '.>'])('refuses the pattern %j', (subject) => {
    expect(isValidPattern(subject)).toBe(false);
  });

  it.each([
    ['a.b', true],
    ['a*.>b', true],
    ['a.*', false],
    ['a.>', false],
    ['a..b', false],
    ['', false],
  ])('knows whether %j names one place: %s', (subject, literal) => {
    expect(isLiteral(subject)).toBe(literal);
  });
});

describe('SubscriptionIndex', () => {
  it('finds exact subjects, single tokens and rests', () => {
    const index = indexOf(
      subscription('exact', 'a.b'),
      subscription('star', 'a.*'),
      subscription('rest', 'a.>'),
      subscription('all', '>'),
      subscription('middle', '*.b'),
      subscription('other', 'a.c'),
    );
    expect(reached(index, 'a.b')).toEqual(['all', 'exact', 'middle', 'rest', 'star']);
    expect(reached(index, 'a.b.c')).toEqual(['all', 'rest']);
    expect(reached(index, 'a')).toEqual(['all']);
  });

  it('names a queue group once, with its members over every pattern', () => {
    const index = indexOf(
      subscription('1', 'a.b', 'q'),
      subscription('2', 'a.*', 'q'),
      subscription('3', 'a.b', 'r'),
      subscription('4', 'a.>'),
    );
    expect(reached(index, 'a.b')).toEqual(['4', 'q(1+2)', 'r(3)']);
  });

  it('reaches nobody by a subject with an empty token', () => {
    const index = indexOf(subscription('all', '>'), subscription('star', 'a.*'), subscription('between', 'a.*.b'));
    for (const subject of ['', 'a.', '.a', 'a..b']) expect(reached(index, subject)).toEqual([]);
  });

  it('counts, and forgets what is removed, however many have the same subject', () => {
    const all = Array.from({ length: 100_000 }, (_, i) => subscription(`${i}`, i % 2 ? 'a.*' : 'a.b', i % 4 > 1 ? 'q' : undefined));
    const index = indexOf(...all);
    expect(index.size).toBe(100_000);
    const [kept, gone] = [all.filter((_, i) => i % 997 === 0), all.filter((_, i) => i % 997 > 0)];
    gone.forEach((one) => index.remove(one));
    expect(index.size).toBe(kept.length);
    expect(reached(index, 'a.b')).toEqual(compared(kept, 'a.b'));
    kept.forEach((one) => index.remove(one));
    expect(reached(index, 'a.b')).toEqual([]);
  });

  it('agrees with a plain comparison token by token, whatever was added and removed', () => {
    const token = fc.constantFrom('a', 'b', '*', 'c*');
    const pattern = fc
      .tuple(fc.array(token, { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([tokens, open]) => [...tokens, ...(open ? ['>'] : [])].join('.'));
    const subject = fc.array(fc.constantFrom('a', 'b', 'c*', 'd'), { minLength: 1, maxLength: 5 }).map((tokens) => tokens.join('.'));
    const entry = fc.record({
      pattern: fc.oneof(pattern, fc.constantFrom('a.b', 'a.*')),
      queue: fc.constantFrom(undefined, 'q', 'r'),
      removed: fc.boolean(),
    });

    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.array(subject, { minLength: 1, maxLength: 10 }), (entries, subjects) => {
        const all = entries.map((one, i) => subscription(`${i}`, one.pattern, one.queue));
        const index = indexOf(...all);
        all.filter((_, i) => entries[i]!.removed).forEach((one) => index.remove(one));
        const left = all.filter((_, i) => !entries[i]!.removed);
        for (const one of subjects) expect(reached(index, one)).toEqual(compared(left, one));
      }),
    );
  });
});

function compared(subscriptions: readonly Named[], subject: string): string[] {
  const matching = subscriptions.filter((one) => covers(one.subject.split('.'), subject.split('.')));
  const groups = ['q', 'r'].map((queue) => ({ queue, members: matching.filter((one) => one.queue === queue) }));
  return [
    ...matching.filter((one) => one.queue === undefined).map((one) => one.name),
    ...groups.filter(({ members }) => members.length > 0).map(({ queue, members }) => `${queue}(${names(members)})`),
  ].sort();
}

function covers(pattern: readonly string[], subject: readonly string[]): boolean {
  const open = pattern.at(-1) === '>';
  if (open ? subject.length < pattern.length : subject.length !== pattern.length) return false;
  return pattern.every((token, i) => token === '*' || (open && i === pattern.length - 1) || token === subject[i]);
}
