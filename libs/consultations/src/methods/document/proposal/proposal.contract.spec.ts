import { describe, expect, it } from '@jest/globals';
import { proposalAsText, proposalIn } from './proposal.contract';

describe('what somebody proposes in place of words', () => {
  it.each([
    ['10,000 people', '', { words: '10,000 people', reason: null }],
    ['10,000 people', ' Towns count.\n\nAll of them. ', { words: '10,000 people', reason: 'Towns count.\n\nAll of them.' }],
    ['One line\nand another', 'Why not?', { words: 'One line\nand another', reason: 'Why not?' }],
    // Words of a paragraph have no empty line: none of them is taken for a reason.
    ['One\n \n\ntwo', '', { words: 'One\ntwo', reason: null }],
  ])('%j with %j is told apart again', (words, reason, said) => {
    expect(proposalIn(proposalAsText(words, reason))).toEqual(said);
  });
});
