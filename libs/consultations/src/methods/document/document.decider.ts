import { uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, isOneLine, limits, withoutTurns } from '@isegoria/kernel';
import { deliberation, type VoteOnStatement } from '../deliberation/deliberation.decider';
import type { Beginning, DraftFields, Drafted, Method } from '../method/method.decider';
import { document as contract, type DocumentSettings, type DocumentWritten } from './document.contract';
import type { Block, PaperBlock } from './paper/block.contract';
import { blocksIn } from './paper/blocks';
import { paperStream } from './paper/paper.decider';
import { named } from './paper/versions';

export const document: Method = {
  ...deliberation,
  contract,
  draftFields: ['document', 'moderation'],

  settings(draft: DraftFields): DocumentSettings {
    written(draft.document ?? '');
    return deliberation.settings(draft);
  },

  begins({ document: markdown }: DraftFields, { activityId, consultationId, by }: Drafted): readonly Beginning[] {
    const { blocks } = named(written(markdown ?? ''));
    const id = uuidFrom(activityId, 'document');
    return [{ id, stream: paperStream(activityId), events: inParts({ activityId, consultationId, version: 1, by }, blocks) }];
  },

  cast(command: VoteOnStatement, settings: DocumentSettings) {
    // There is nothing to disagree with: who wants other words proposes them.
    if (command.choice === 'disagree') throw new Rejection('VALIDATION_FAILED', { field: 'choice', params: { constraint: 'isIn' } });
    if (command.choice === 'agree' && command.statement?.author === command.voter) throw new Rejection('OWN_CONTRIBUTION');
    return deliberation.cast(command, settings);
  },
};

/** The blocks of a text that may be put up for discussion. @throws Rejection VALIDATION_FAILED for the field `document` */
export function written(markdown: string): Block[] {
  const blocks = blocksIn(markdown);
  const refuse = (constraint: string, limit: number, more: Readonly<Record<string, string | number>> = {}) => {
    throw new Rejection('VALIDATION_FAILED', { field: 'document', params: { constraint, limit, ...more } });
  };
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  if (paragraphs.length === 0) refuse('arrayMinSize', 1);
  const sums = { paragraphs: paragraphs.length, headings: blocks.length - paragraphs.length };
  if (blocks.length > limits.paragraphsMax) refuse('hasTooManyParagraphs', limits.paragraphsMax, sums);
  for (const block of blocks) {
    const { length } = Array.from(block.text);
    const said = { number: paragraphs.indexOf(block) + 1, words: firstWords(withoutTurns(block.text)), length };
    const constraint = block.kind === 'paragraph' ? 'paragraphIsTooLong' : 'headingIsTooLong';
    if (length > limits.paragraphLength) refuse(constraint, limits.paragraphLength, said);
    // What it turns round would pass for other words, on a page that nobody can tell from the law.
    if (!isOneLine(block.text)) refuse('turnsRound', 0, said);
  }
  return blocks;
}

/** Enough of a text to find it by. */
function firstWords(text: string): string {
  const start = Array.from(text).slice(0, 60).join('');
  const lastSpace = start.lastIndexOf(' ');
  return lastSpace > 0 ? start.slice(0, lastSpace) : start;
}

/** So many characters of text go into one event, which must fit into a message of any store. */
const mostInPart = 50_000;

/** A version of a text, in events that follow each other. */
export function inParts(
  about: Pick<DocumentWritten['data'], 'activityId' | 'consultationId' | 'version' | 'by'>,
  blocks: readonly PaperBlock[],
): DocumentWritten[] {
  const parts: PaperBlock[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    if (length + block.text.length > mostInPart && length > 0) [length] = [0, parts.push([])];
    parts.at(-1)!.push(block);
    length += block.text.length;
  }
  return parts.map((part, index): DocumentWritten => {
    const { by, ...place } = about;
    return { type: 'DocumentWritten', data: { ...place, part: index + 1, parts: parts.length, blocks: part, by } };
  });
}
