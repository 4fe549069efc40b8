import { withoutTurns } from '@isegoria/kernel';
import type { LossKind, ReadBlock } from './outcome';

/** Headings and paragraphs that come one after the other. */
export class Flow {
  readonly blocks: ReadBlock[] = [];
  private parts: string[] = [];
  private level = 0;
  private nextMark = '';

  constructor(private readonly lose: (kind: LossKind, times: number) => void) {}

  say(words: string): void {
    this.parts.push(words);
  }

  /** What comes until it is closed is a heading. */
  begin(level: number): void {
    this.level = level;
  }

  /** What the next paragraph begins with: the number of a point. */
  mark(mark: string): void {
    this.close();
    this.nextMark = mark;
  }

  close(): void {
    const said = plain(this.parts.join(''));
    const text = withoutTurns(said);
    this.lose('turns', said.length - text.length);
    const { level } = this;
    [this.parts, this.level] = [[], 0];
    if (text === '') return;
    this.blocks.push({ kind: level > 0 ? 'heading' : 'paragraph', level, text: this.nextMark + text });
    this.nextMark = '';
  }
}

/** Soft hyphens and controls are of the page and not of its words. A note of a DOCX ends with a way back to its place. */
function plain(words: string): string {
  return words
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/ ↑$/, '')
    .replace(/^\p{Default_Ignorable_Code_Point}+$/u, '');
}
