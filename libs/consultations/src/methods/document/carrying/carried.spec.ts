import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Selection } from '../annotation/place.contract';
import { blocksIn } from '../paper/blocks';
import { select } from '../paper/select.fixture';
import { named, nothingWritten } from '../paper/versions';
import { carryingRules, type CarryingRule } from '../revision/revision.contract';
import { carryThrough, notCarriedYet, type PaperVersion } from './carried';

/** Versions of a text of paragraphs, the first one first. */
function versionsOf(carriedBy: CarryingRule, ...texts: readonly (readonly string[])[]): PaperVersion[] {
  let names = nothingWritten;
  return texts.map((paragraphs, index) => {
    names = named(blocksIn(paragraphs.join('\n\n')), names);
    return { version: index + 1, carriedBy: index === 0 ? null : carriedBy, blocks: names.blocks };
  });
}

/** Where words of a paragraph go, with the number of the paragraph from 0; undefined where they are lost. */
function goes(carriedBy: CarryingRule, words: Selection, before: readonly string[], after: readonly string[], at = 0) {
  const versions = versionsOf(carriedBy, before, after);
  const paragraph = versions[0]!.blocks[at]!.id;
  const carried = carryThrough(versions)(notCarriedYet({ paragraph, version: 1, words, replaces: false, leavesOut: false }));
  return carried.words ? { words: carried.words, at: versions[1]!.blocks.findIndex(({ id }) => id === carried.paragraph) } : undefined;
}

const text = 'The air of the city is clean. The air of the village is clean, too.';

describe.each(carryingRules)('words that are carried over by their %s', (carriedBy) => {
  const of = (words: string, near?: number) => select(text, words, near)!;
  const carriedOver = (words: Selection, before: string, after: string) => goes(carriedBy, words, [before], [after])?.words;
  it('moves with what comes before it', () => {
    expect(carriedOver(of('village'), text, `Whereas. ${text}`)).toMatchObject({ exact: 'village', start: 54 });
  });
  it('is lost where its words are changed, and does not go to the same words elsewhere', () => {
    expect(carriedOver(of('The air'), text, text.replace('The air', 'The water'))).toBeUndefined();
    expect(carriedOver(of('village'), text, text.replace('village', 'town'))).toBeUndefined();
  });
  it('is lost where something is put into it', () => {
    expect(carriedOver(of('city is clean'), text, text.replace('city is clean', 'city is very clean'))).toBeUndefined();
  });
  it.each([
    ['just', 'The law is just.', 'The law is unjust.'],
    ['At most 5', 'At most 5 per cent', 'At most 50 per cent'],
    ['At most 5', 'At most 5 per cent', 'At most 5.5 per cent'],
    ['clean', 'The air is clean.', 'The air is cleaner.'],
    ['نظيف', 'هواء نظيف', 'هواء نظيفة'],
    ['air', 'The sea-air', 'The air'],
  ])('is lost where %p becomes a part of another word, or stops being one', (words, before, after) => {
    expect(carriedOver(select(before, words)!, before, after)).toBeUndefined();
  });
  it('stays where a sentence ends or goes on behind it', () => {
    expect(carriedOver(select('It is clean', 'clean')!, 'It is clean', 'It is clean. And more.')).toMatchObject({ exact: 'clean' });
  });
  it('goes with a sentence that changes its place', () => {
    expect(carriedOver(of('village'), text, 'The air of the village is clean, too. The air of the city is clean.')).toMatchObject({
      exact: 'village',
    });
  });
});

describe('words that a paragraph has twice', () => {
  const lands = (words: string, near: number, after: readonly string[], before = [text]) => {
    const carried = goes('sentence', select(before[0]!, words, near)!, before, after);
    return carried && [carried.at, carried.words.start];
  };
  const [city, village] = ['The air of the city is clean.', 'The air of the village is clean, too.'];
  it('are lost with their sentence, and stay in the other', () => {
    expect(lands('The air', 0, [village])).toBeUndefined();
    expect(lands('The air', 30, [village])).toEqual([0, 0]);
    expect(lands('is clean', 53, [city])).toBeUndefined();
    expect(lands('is clean', 20, [city])).toEqual([0, 20]);
    const between = [`Whereas all breathe. ${text}`];
    expect(lands('The air', 21, [`Whereas all breathe. ${village}`], between)).toBeUndefined();
  });
  it('stay where their sentence is said in other words', () => {
    expect(lands('is clean', 20, [text.replace('the city', 'every city')])).toEqual([0, 22]);
    expect(lands('limited to', 5, ['Cars are limited to 30 and lorries are limited to 40.'], [
      'Cars are limited to 50 and lorries are limited to 40.',
    ])).toEqual([0, 9]);
  });
  it('stay where they are beside sentences that say quite the same', () => {
    const fees = ['For cars: fee of 5. For vans: fee of 5.'];
    expect(lands('fee', 30, ['For vans: fee of 5.'], fees)).toEqual([0, 10]);
    expect(lands('fee', 10, ['For vans: fee of 5.'], fees)).toBeUndefined();
  });
});

describe('words that another sentence has come to have', () => {
  const before = 'Parking is free on Sundays. Parking is free on Mondays.';
  it.each([
    ['allowed', 'Smoking in parks is allowed.', 'Smoking in parks is punished. Dogs on a lead are allowed.'],
    ['5 euros', 'The owner pays 5 euros.', 'The owner pays 8 euros. A dog in the flower beds costs 5 euros.'],
    ['right of appeal', 'Everybody has a right of appeal.', 'Everybody has a right to be heard. Nobody has a right of appeal.'],
    ['right of appeal', 'Everybody has a right of appeal.', 'Nobody has a right of appeal.'],
    ['Yes', 'Is it lawful? Yes.', 'Is it lawful? No. Is it fair? Yes.'],
    ['Yes', 'Is it lawful? Yes.', 'Is it fair? Yes.'],
    ['fee of 5', 'For cars: fee of 5.', 'For bikes: fee of 5.'],
    ['At most 5', 'At most 5 vehicles may enter.', 'At most 5 000 vehicles may enter.'],
    ['5 vehicles', 'At most 5 vehicles may enter it on any day.', 'At most 25 000 5 vehicles may enter it on any day.'],
    ['000', 'The fine is 5 000 euros for every day of it.', 'The fine is 75 000 euros for every day of it.'],
    ['18', 'Owners under 18 years may apply for a permit.', 'Owners may apply for a permit. The fee is 18 euros.'],
    ['The fee', 'The fee for vans is 8. The fee for bikes is 5.', 'The fee for bikes is 5.'],
    ['The fee', 'The fee for vans.', 'The fee for bikes.'],
    ['in parks', 'Dogs must be kept on a lead in parks.', 'Dogs must be kept on a lead. Children must be kept quiet in parks.'],
    ['must be kept', 'Dogs must be kept on a lead in parks.', 'Children must be kept quiet in parks.'],
    ['10 jours', 'La durée est de 10 jours.', 'La durée est de 5 jours. Le congé des agents dure 10 jours.'],
    ['par. 3', 'Applications under Art. 12 par. 3 are free.', 'Applications cost 9 euros. Appeals under par. 3 are void.'],
    ['Parking is free', before, 'Parking is free on no day.'],
    ['the town', 'The owner pays the town a fee.', 'The fee a owner pays the town.'],
    ['خمسة يورو', 'الرسم خمسة يورو للسيارات. الرسم ثمانية يورو للشاحنات.', 'الرسم ستة يورو للسيارات. غرامة القمامة خمسة يورو.'],
  ])('are lost: %p', (words, was, is) => {
    expect(goes('sentence', select(was, words)!, [was], [is])).toBeUndefined();
  });
  it.each([
    ['5 euros', 'The owner pays 5 euros.', 'The owner now pays 5 euros.'],
    ['Yes', 'Is it lawful? Yes.', 'Is it quite lawful? Yes.'],
    ['Smoking in parks is allowed.', 'Smoking in parks is allowed.', 'Parks are green. Smoking in parks is allowed.'],
    ['5', 'At most 5 vehicles may enter.', 'Now at most 5 vehicles may enter.'],
    ['Dogs', 'It is new. Dogs are forbidden.', 'It is new. So is this. Dogs are forbidden.'],
    ['18', 'Owners under 18 years may apply for a permit.', 'All owners under 18 years may apply for a free permit.'],
  ])('go with their own, in some other words: %p', (words, was, is) => {
    expect(goes('sentence', select(was, words)!, [was], [is])?.words.exact).toBe(words);
  });
  it('are lost where it is another paragraph that has them', () => {
    const [first, second] = ['Is it lawful? Yes.', 'It is asked of all.'];
    expect(goes('sentence', select(first, 'Yes')!, [first, second], ['Is it lawful? No.', `${second} Is it fair? Yes.`])).toBeUndefined();
  });
});

describe('a paragraph as a whole', () => {
  const was = 'The owner pays a fee of 5 euros for each car in the zone. It is due on Mondays.';
  const lostIn = (carriedBy: CarryingRule, before: string, after: string) => {
    const versions = versionsOf(carriedBy, [before], after.split('\n'));
    const { id } = versions[0]!.blocks[0]!;
    return carryThrough(versions)(notCarriedYet({ paragraph: id, version: 1, words: null, replaces: false, leavesOut: false })).lostIn;
  };
  it.each([
    ['a word is changed', was, was.replace('5 euros', '8 euros')],
    ['it gets another sentence', was, `${was} Whoever pays late pays twice, and nobody is let in before that, whatever they say.`],
    ['a sentence is taken out', was, 'The owner pays a fee of 5 euros for each car in the zone.'],
  ])('keeps what was written to it where %s', (_, before, after) => {
    expect(lostIn('sentence', before, after)).toBeNull();
  });
  it.each([
    ['The owner pays a fee of 5 euros for each car in the zone.', 'The town pays a grant of 500 euros for each tree in the zone.'],
    ['Two dogs may be kept in a flat.', 'Two cars may stand in a street.'],
    ['Cars only.', 'Bikes only.'],
  ])('loses it where it came to say something else: %p', (before, after) => {
    expect(lostIn('sentence', before, after)).toBe(2);
    expect(lostIn('paragraph', before, after)).toBeNull();
  });
});

describe('words of a paragraph that is split, merged or moved in part', () => {
  const [first, second] = ['The air of the city is clean.', 'Nobody burns leaves in the open.'];
  it.each([
    ['are in the second half', [`${first} ${second}`], 'leaves', [first, second], [1, 13]],
    ['are in a half that is cut within a sentence', [`${first} ${second}`], 'leaves', [`${first} Nobody`, 'burns leaves in the open.'], [1, 6]],
    ['were a paragraph of their own', [second, first], 'leaves', [`${first} ${second}`], [0, 43]],
    [
      'have become a point of a list',
      ['It holds for: cars; vans of firms; buses.'],
      'vans',
      ['It holds for:', '– cars;', '– vans of firms;'],
      [2, 2],
    ],
  ])('stand where their words stand: %s', (_, before, words, after, lands) => {
    const carried = goes('sentence', select(before[0]!, words)!, before, after);
    expect(carried && [carried.at, carried.words.start]).toEqual(lands);
    expect(carried?.words.exact).toBe(words);
  });
  it('are lost where the border runs through them, and where another paragraph has but the same words', () => {
    const whole = `${first} ${second}`;
    expect(goes('sentence', select(whole, 'Nobody burns')!, [whole], [`${first} Nobody`, 'burns leaves.'])).toBeUndefined();
    expect(goes('sentence', select(second, 'leaves')!, [second, first], [first, 'The train leaves at noon.'])).toBeUndefined();
  });
  it('are carried by an earlier version as they were', () => {
    expect(goes('paragraph', select(`${first} ${second}`, 'leaves')!, [`${first} ${second}`], [first, second])).toBeUndefined();
    expect(goes('paragraph', select(text, 'The air')!, [text], ['The air of the village is clean, too.'])).toMatchObject({ at: 0 });
  });
});

describe('a sentence that nobody changes', () => {
  /** Each has a subject of its own, and all of them have their other words in common. */
  const sentence = (subject: number) => `The owner of vehicle ${subject} pays the fee of the zone.`;
  const edit = fc.record({
    what: fc.constantFrom('insert', 'leave', 'move', 'split', 'merge', 'swap'),
    ...{ at: fc.nat(20), to: fc.nat(20) },
  });
  /** Paragraphs as lists of subjects. */
  function edited(paragraphs: readonly (readonly number[])[], { what, at, to }: { what: string; at: number; to: number }, fresh: number) {
    const all = paragraphs.map((one) => [...one]);
    const [one, other] = [at % all.length, to % all.length];
    const within = to % all[one]!.length;
    if (what === 'insert') all[one]!.splice(within, 0, fresh);
    else if (what === 'leave' && all.flat().length > 1) all[one]!.splice(within, 1);
    else if (what === 'move') all[other]!.push(...all[one]!.splice(within, 1));
    else if (what === 'split') all.splice(one, 1, all[one]!.slice(0, within), all[one]!.slice(within));
    else if (what === 'merge' && one + 1 < all.length) all.splice(one, 2, [...all[one]!, ...all[one + 1]!]);
    else if (what === 'swap') all[one]!.reverse();
    return all.filter(({ length }) => length > 0);
  }

  it('keeps what people wrote to it through twenty edits, and what is left out loses it', () => {
    const words = fc.constantFrom('The owner', 'pays', 'the fee', 'of', 'zone');
    fc.assert(
      fc.property(fc.array(edit, { minLength: 20, maxLength: 20 }), fc.nat(5), words, (edits, chosen, word) => {
        let paragraphs: number[][] = [[0, 1, 2], [3], [4, 5]];
        const history = [paragraphs];
        edits.forEach((each, index) => history.push((paragraphs = edited(paragraphs, each, 10 + index))));
        const texts = history.map((each) => each.map((subjects) => subjects.map(sentence).join(' ')));
        const versions = versionsOf('sentence', ...texts);
        const block = versions[0]!.blocks.find(({ text }) => text.includes(sentence(chosen)))!;
        const at = select(block.text, word, block.text.indexOf(sentence(chosen)) + sentence(chosen).indexOf(word))!;
        const carry = carryThrough(versions);
        const place = { paragraph: block.id, version: 1, words: at, replaces: false, leavesOut: false };
        const { paragraph, words: now, lostIn } = carry(notCarriedYet(place));
        const leftIn = history.findIndex((each) => !each.flat().includes(chosen));
        expect(lostIn).toBe(leftIn < 0 ? null : leftIn + 1);
        if (!now) return;
        const stands = versions.at(-1)!.blocks.find(({ id }) => id === paragraph)!.text;
        expect(now.start - stands.indexOf(sentence(chosen))).toBe(sentence(chosen).indexOf(word));
      }),
      { numRuns: 300 },
    );
  });
});
