import type { PaperBlock } from '../paper/block.contract';
import { charactersOf, startsOf } from '../paper/selection';
import { sidesWithNumbers, wordsOf } from './sides';

/** A place in a whole text, by characters. */
export interface Spot {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

/** A version of a text, one block after the other, with a space between. */
export class WholeText {
  readonly characters: string[] = [];
  private readonly begins = new Set<number>();
  private readonly blocks = new Map<string, { readonly from: number; readonly to: number }>();

  constructor(blocks: readonly PaperBlock[]) {
    for (const { id, text } of blocks) {
      if (this.characters.length > 0) this.characters.push(' ');
      const from = this.characters.length;
      this.begins.add(from);
      for (const character of charactersOf(text)) this.characters.push(character);
      this.blocks.set(id, { from, to: this.characters.length });
    }
  }

  startOf(paragraph: string): number {
    return this.blocks.get(paragraph)!.from;
  }

  spot(paragraph: string, { start, end }: { readonly start: number; readonly end: number }): Spot {
    const from = this.startOf(paragraph);
    return { paragraph, start: from + start, end: from + end };
  }

  /** Where words stand in these paragraphs, each with the same beside it of the words that they are part of. */
  spotsOf(words: readonly string[], sides: string, paragraphs: readonly string[]): Spot[] {
    return paragraphs.flatMap((paragraph) => {
      const { from, to } = this.blocks.get(paragraph)!;
      const text = this.characters.slice(from, to);
      const places = startsOf(text, words).map((start) => ({ start, end: start + words.length }));
      return places.filter((place) => sidesWithNumbers(text, place) === sides).map((place) => this.spot(paragraph, place));
    });
  }

  /** Where the sentence of words begins and ends: at the border of its paragraph, and at a space behind a mark that ends one. */
  sentenceOf({ paragraph, start, end }: Spot): { readonly from: number; readonly to: number } {
    let { from, to } = this.blocks.get(paragraph)!;
    for (let at = start - 1; at > from; at -= 1) if (this.isBorder(at)) from = at + 1;
    for (let at = to - 1; at >= end; at -= 1) if (this.isBorder(at)) to = at;
    return { from, to };
  }

  /** The sentence, with the one before it where it says too little alone: `Yes.`, or what a question or a colon leads to. */
  saidAround(spot: Spot): { readonly from: number; readonly to: number } {
    const sentence = this.sentenceOf(spot);
    let { from } = sentence;
    while (from > 0 && wordsOf(this.characters.slice(from, sentence.to)).length < 3) from = this.sentenceBefore(from);
    if (/^[:?؟]$/.test(this.characters[from - 2] ?? '')) from = this.sentenceBefore(from);
    return { from, to: sentence.to };
  }

  private sentenceBefore(from: number): number {
    let at = from - 1;
    while (at > 0 && !this.isBorder(at - 1) && !this.begins.has(at)) at -= 1;
    return Math.max(0, at);
  }

  private isBorder(at: number): boolean {
    return this.characters[at] === ' ' && /[.!?…;:؟؛]/.test(this.characters[at - 1]!);
  }

  /** How many characters are the same as in another text, each from its own place on. */
  sameAs(other: WholeText, { own, others }: { readonly own: number; readonly others: number }, step: 1 | -1, most: number): number {
    let count = 0;
    while (count < most && this.isSame(own + step * count, other, others + step * count)) count += 1;
    return count;
  }

  private isSame(at: number, other: WholeText, otherAt: number): boolean {
    const character = this.characters[at];
    return character !== undefined && character === other.characters[otherAt];
  }
}
