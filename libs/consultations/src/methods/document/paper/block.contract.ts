export const blockKinds = ['heading', 'paragraph'] as const;

/** A heading or a paragraph of a paper, in plain words: a selection in it is a place in this text and nothing else. */
export interface Block {
  readonly kind: (typeof blockKinds)[number];
  /** Of a heading, from 1; 0 for a paragraph. */
  readonly level: number;
  readonly text: string;
}

/** A block under a name of its own, which it keeps from version to version. */
export interface PaperBlock extends Block {
  readonly id: string;
}
