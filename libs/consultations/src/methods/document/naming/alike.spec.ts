import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksIn } from '../paper/blocks';
import { named } from '../paper/versions';

const letters = 'abcdefghijklmnop';
const lettered = (points: readonly string[]) => points.map((point, index) => `(${letters[index]!}) ${point}`);
const paperOf = (paragraphs: readonly string[]) => blocksIn(['# Zones', ...paragraphs].join('\n\n'));
const firstOf = (paragraphs: readonly string[]) => named(paperOf(paragraphs));
/** What each paragraph of a further version was before, undefined where it is new. */
const wereBefore = (paragraphs: readonly string[], first: readonly string[]) => {
  const before = firstOf(first);
  const texts = new Map(before.blocks.map(({ id, text }) => [id, text]));
  return named(paperOf(paragraphs), before)
    .blocks.slice(1)
    .map(({ id }) => texts.get(id));
};

const points = [
  'Lorries may enter the zone from 6 to 9.',
  'Taxis may enter the zone from 6 to 22.',
  'Bicycles may enter the zone at any time.',
];

describe('a paragraph that is taken out', () => {
  it('leaves its neighbours their names where they are numbered anew', () => {
    const first = lettered(points);
    expect(wereBefore(lettered(points.slice(1)), first)).toEqual(first.slice(1));
  });
  it.each([['i.', 'ii.', 'iii.'], ['A.', 'B.', 'C.'], ['أ.', 'ب.', 'ج.']])('does so whatever they are numbered by: %s', (...numbers) => {
    const by = (all: readonly string[]) => all.map((point, index) => `${numbers[index]} ${point}`);
    expect(wereBefore(by(points.slice(1)), by(points))).toEqual(by(points).slice(1));
  });
  it('leaves their names to neighbours that are changed as well', () => {
    const first = ['Cars may enter the old town from 6 to 9.', 'Bicycles may enter the old town from 6 to 22.'];
    expect(wereBefore(['Bicycles may enter the old town from 6 to 23.'], first)).toEqual([first[1]]);
  });
  it('is not another point that came in its place', () => {
    const first = lettered(points);
    expect(wereBefore(lettered(['Scooters may enter the zone from 7 to 12.', ...points.slice(1)]), first)).toEqual([
      undefined,
      ...first.slice(1),
    ]);
  });
});

describe('a paragraph in other words', () => {
  it.each([
    [['In Tunis, 50 micrograms a day;', 'In Sfax, 50 micrograms a day;'], 0, 'In Tunis, 45 micrograms a day;'],
    [points, 2, 'Bicycles may enter the zone from 5 to 23.'],
    [['Cities measure the soot each day.'], 0, 'Cities measure the soot every hour of each day.'],
  ])('stays itself: %p', (first, at, other) => {
    expect(wereBefore(lettered(first.with(at, other)), lettered(first))).toEqual(lettered(first));
  });
  it('stays itself where all of them are changed alike', () => {
    const first = points.map((point) => point.replace('the zone', 'the old town'));
    expect(wereBefore(lettered(first), lettered(points))).toEqual(lettered(points));
  });
});

describe('points that say nearly the same', () => {
  const subject = fc.constantFrom('Lorries', 'Taxis', 'Bicycles', 'Cars', 'Buses', 'Scooters', 'عربات');
  const point = fc.tuple(subject, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 12 })).map(([who, from, to]) => {
    return `${who} may enter the zone from ${from} to ${to}.`;
  });
  const list = fc.uniqueArray(point, { minLength: 2, maxLength: 12 });

  it('keep their names when one of them is taken out, numbered anew or not', () => {
    fc.assert(
      fc.property(list, fc.nat(11), (all, at) => {
        const without = all.toSpliced(at % all.length, 1);
        const first = lettered(all);
        expect(wereBefore(lettered(without), first)).toEqual(first.toSpliced(at % all.length, 1));
        expect(wereBefore(first.toSpliced(at % all.length, 1), first)).toEqual(first.toSpliced(at % all.length, 1));
      }),
    );
  });
  it('keep their names in any order', () => {
    const shuffled = list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, now]) => {
        const first = lettered(all);
        expect(wereBefore(lettered(now), first)).toEqual(now.map((each) => first[all.indexOf(each)]));
      }),
    );
  });
  it('take a time that is bounded, however many there are', () => {
    const fill = Array.from({ length: 70 }, (_, index) => index).join(' ');
    const many = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${fill} ${of}${index}`);
    const [first, second] = ['x', 'y'].map((of) => paperOf(many(499, of)));
    const begun = process.cpuUsage();
    named(second!, named(first!));
    expect(process.cpuUsage(begun).user).toBeLessThan(15_000_000);
  });
});
