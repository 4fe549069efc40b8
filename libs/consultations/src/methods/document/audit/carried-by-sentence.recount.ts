import { cut, type StandsAt } from './carried-by-paragraph.recount';
import type { PaperVersion } from './paper-texts.recount';

type Blocks = PaperVersion['blocks'];

/** All blocks of a version in one line, with where each begins in it. */
interface Line {
  readonly characters: readonly string[];
  readonly begins: ReadonlyMap<string, number>;
  /** Where each of its sentences begins, in order. */
  readonly sentences: readonly number[];
}

/** A place of the words: in its paragraph and in the line, and where its sentence begins and ends there. */
interface Found {
  readonly paragraph: string;
  readonly inParagraph: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: readonly [from: number, to: number];
}

/** How far beyond a sentence texts are compared. */
const further = 64;

/** Where the words of an annotation stand in the next version by their sentence; undefined where they are lost. */
export function goesWithSentence(
  { blocks: read }: Pick<PaperVersion, 'blocks'>,
  { blocks: next }: Pick<PaperVersion, 'blocks'>,
  { paragraph, words }: StandsAt,
): StandsAt | undefined {
  const [said, says] = [saidBy(read, paragraph), saidBy(next, paragraph)];
  if (said === says) return { paragraph, words };
  if (words === null) return says === undefined || isAnother(said!, says) ? undefined : { paragraph, words };
  const beside = besideOf(words, said!);
  const placesIn = (blocks: Blocks, others: Blocks) =>
    blocks
      .filter(({ id, kind, text }) => kind === 'paragraph' && saidBy(others, id) !== text)
      .flatMap(({ id, text }) => placesOf(words.exact, beside, id, text, lineOf(blocks)));
  const [were, are] = [placesIn(read, next), placesIn(next, read)];
  const own = were.find((place) => place.paragraph === paragraph && place.inParagraph === words.start);
  const goes = own && first(are.map((place) => ({ place, score: scoreOf(read, own, next, place) })));
  const comes = goes && first(were.map((place) => ({ place, score: scoreOf(read, place, next, goes) })));
  if (!goes || comes !== own || !saysTheSame(lineOf(read), own, lineOf(next), goes)) return undefined;
  const text = Array.from(saidBy(next, goes.paragraph)!);
  return { paragraph: goes.paragraph, words: cut(text, goes.inParagraph, goes.end - goes.start) };
}

const texts = new WeakMap<Blocks, ReadonlyMap<string, string>>();
const lines = new WeakMap<Blocks, Line>();

/** What a paragraph says; undefined where a version has none of that name. */
function saidBy(blocks: Blocks, name: string): string | undefined {
  if (!texts.has(blocks)) texts.set(blocks, new Map(blocks.filter(({ kind }) => kind === 'paragraph').map(({ id, text }) => [id, text])));
  return texts.get(blocks)!.get(name);
}

function lineOf(blocks: Blocks): Line {
  const known = lines.get(blocks);
  if (known) return known;
  const begins = new Map<string, number>();
  let length = 0;
  for (const { id, text } of blocks) {
    begins.set(id, length);
    length += [...text].length + 1;
  }
  const characters = [...blocks.map(({ text }) => text).join(' ')];
  const starts = new Set(begins.values());
  const sentences = characters.flatMap((_, at) => (starts.has(at) || endsOne(characters[at - 2], characters[at - 1]) ? [at] : []));
  const line = { begins, characters, sentences };
  lines.set(blocks, line);
  return line;
}

/** Every place of words in a paragraph at which they are as much of a word as they were. */
function placesOf(exact: string, beside: string, paragraph: string, text: string, { begins }: Line): Found[] {
  const places: Found[] = [];
  const [size, begin] = [[...exact].length, begins.get(paragraph)!];
  let [counted, inParagraph] = [0, 0];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    inParagraph += [...text.slice(counted, at)].length;
    counted = at;
    const end = inParagraph + size;
    if (besideOf({ start: inParagraph, end }, text) !== beside) continue;
    const [from, to] = sentenceAround(text, inParagraph, end);
    places.push({ paragraph, inParagraph, start: begin + inParagraph, end: begin + end, sentence: [begin + from, begin + to] });
  }
  return places;
}

/** In characters of the paragraph: a sentence ends at a space behind a full stop and the like. */
function sentenceAround(text: string, start: number, end: number): [from: number, to: number] {
  const borders = [...text.matchAll(/(?<=[.!?…;:؟؛]) /g)].map(({ index }) => [...text.slice(0, index)].length);
  const from = borders.findLast((border) => border < start);
  return [from === undefined ? 0 : from + 1, borders.find((border) => border >= end) ?? [...text].length];
}

const endsOne = (mark = '', space = '') => space === ' ' && '.!?…;:؟؛'.includes(mark || ' ');

/** What stands beside words of the word or number that they are a part of; groups of digits are one number. */
function besideOf({ start, end }: { readonly start: number; readonly end: number }, text: string): string {
  const all = [...text];
  const sides = [all.slice(0, start + 1).reverse(), all.slice(end - 1)];
  return sides.map((side) => /^.(?:[.,'’-]?[\p{L}\p{M}\p{N}]|(?<=\p{N})\s\p{N})*/su.exec(side.join(''))![0]).join('\n');
}

type Score = readonly [inSentence: number, inAll: number];

/** Undefined where words would go to another paragraph without all of their sentence. */
function scoreOf(read: Blocks, was: Found, next: Blocks, is: Found): Score | undefined {
  const [then, now] = [lineOf(read).characters, lineOf(next).characters];
  const [left, right] = [was.start - was.sentence[0], was.sentence[1] - was.end];
  let [before, behind] = [0, 0];
  while (before < left + further && isAlike(then[was.start - before - 1], now[is.start - before - 1])) before += 1;
  while (behind < right + further && isAlike(then[was.end + behind], now[is.end + behind])) behind += 1;
  const isWhole = before >= left && behind >= right;
  if (!isWhole && was.paragraph !== is.paragraph) return undefined;
  return [Math.min(left, before) + Math.min(right, behind), before + behind];
}

const isAlike = (one: string | undefined, other: string | undefined) => one !== undefined && one === other;

/** The one with the highest score, if no other has the same. */
function first(scored: readonly { readonly place: Found; readonly score: Score | undefined }[]): Found | undefined {
  const ranked = scored
    .flatMap(({ place, score }) => (score ? [{ place, score }] : []))
    .sort((one, other) => other.score[0] - one.score[0] || other.score[1] - one.score[1]);
  const [best, next] = ranked;
  return best && !(next && next.score.join() === best.score.join()) ? best.place : undefined;
}

/** Whether the sentence around words is the one that it was: two thirds of its pairs of words, or all of it and no more. */
function saysTheSame(read: Line, was: Found, next: Line, is: Found): boolean {
  const [then, now] = [said(read, was), said(next, is)];
  const whole = next.characters.slice(is.start - then.before.length, is.end + then.behind.length).join('');
  const before = is.start >= then.before.length;
  if (before && whole === then.all.join('') && now.all.length <= then.all.length) return true;
  return sharedBy(then.pairs, now.pairs) / (then.pairs.length + now.pairs.length) >= 1 / 3;
}

/** Whether a paragraph came to say something else: no more than half of the pairs of words of the shorter text stand in the other. */
function isAnother(said: string, says: string): boolean {
  const [then, now] = [said, says].map((text) => pairsIn([null, ...wordsIn([text]), null])) as [string[], string[]];
  return sharedBy(then, now) / Math.min(then.length, now.length) <= 1 / 2;
}

const pairsIn = (words: readonly (string | null | undefined)[]) => words.slice(1).map((word, index) => `${words[index]} ${word}`);

/** How many pairs stand in both, each as often as it stands in the one that has it less often. */
function sharedBy(then: readonly string[], now: readonly string[]): number {
  const others = [...now];
  return then.filter((pair) => {
    const at = others.indexOf(pair);
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  }).length;
}

/** The sentence around words; with the one before it while it has fewer than three words, or where a colon or a question leads to it. */
function said({ characters, sentences }: Line, { start, end, sentence: [first, to] }: Found) {
  let at = sentences.indexOf(first);
  while (at > 0 && wordsIn(characters.slice(sentences[at], to)).length < 3) at -= 1;
  if (at > 0 && ':?؟'.includes(characters[sentences[at]! - 2] ?? ' ')) at -= 1;
  const [from, all] = [sentences[at]!, characters.slice(sentences[at], to)];
  const [before, behind] = [characters.slice(from, start), characters.slice(end, to)];
  return { all, before, behind, pairs: pairsIn([null, ...wordsIn(before), undefined, ...wordsIn(behind), null]) };
}

/** Letters and digits; all else parts them. */
const wordsIn = (text: readonly string[]) =>
  [...text.join('').toLowerCase()]
    .map((character) => (/[\p{L}\p{M}\p{N}]/u.test(character) ? character : ' '))
    .join('')
    .split(' ')
    .filter(Boolean);
