/** What a text cannot keep of the file that it comes from, or keeps otherwise than it was. */
export const lossKinds = [
  'pictures',
  'tables',
  'spans',
  'notes',
  'comments',
  'changes',
  'struck',
  'hidden',
  'unread',
  'turns',
  'onLine',
  'headingNumbers',
  'listNumbers',
  'margins',
  'formulas',
  'embedded',
  'scripts',
  'links',
  'tags',
  'above',
] as const;
export type LossKind = (typeof lossKinds)[number];

/** How often each stands in the file. */
export type Losses = Partial<Record<LossKind, number>>;

export interface ReadBlock {
  readonly kind: 'heading' | 'paragraph';
  /** Of a heading, from 1 to 6; 0 for a paragraph. */
  readonly level: number;
  readonly text: string;
}

/** Why a file was not read. */
export type Unread =
  | { readonly unread: 'tooLarge' | 'empty' | 'kind' | 'notAsNamed' | 'letters' | 'damaged' | 'tooMuch' | 'busy' }
  /** How many characters it has. */
  | { readonly unread: 'tooLong'; readonly length: number };

/** A text in Markdown as it was, and any other as its headings and paragraphs. */
export type ReadText = { readonly losses: Losses } & ({ readonly markdown: string } | { readonly blocks: readonly ReadBlock[] });

export type Outcome = ReadText | Unread;

/** A file that is refused while it is being read. */
export class NotRead extends Error {
  constructor(readonly why: 'kind' | 'notAsNamed' | 'letters' | 'damaged' | 'tooMuch') {
    super(why);
  }
}

export function counter(losses: Losses) {
  return (kind: LossKind, times = 1): void => {
    if (times > 0) losses[kind] = (losses[kind] ?? 0) + times;
  };
}
