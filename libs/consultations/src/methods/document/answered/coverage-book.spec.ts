import { describe, expect, it } from '@jest/globals';
import type { Participation } from '../../../results/participation/participation.recount';
import type { CountedEvent } from '../../method/method.recount';
import { DocumentBook } from './coverage-book.recount';

/** A paragraph that says its own name, or what stands behind a colon. */
const block = (named: string) => {
  const [id, text = id] = named.split(': ');
  return { id, kind: 'paragraph', text };
};
const text = (version: number, ...paragraphs: readonly string[]) => ({
  type: 'DocumentWritten',
  data: { version, part: 1, parts: 1, blocks: [{ id: 'p1', kind: 'heading', text: 'Act' }, ...paragraphs.map(block)] },
});
const wrote = (statementId: string, paragraph: string, replaces = false, words: object | null = null) => {
  return { type: 'StatementSubmitted', data: { statementId, at: { paragraph, version: 1, words, replaces }, text: {} } };
};
const answered = (aboutId: string, stance: string) => ({ type: 'OfficialAnswerPublished', data: { about: 'statement', aboutId, stance } });
const hidden = (statementId: string) => ({ type: 'StatementRejected', data: { statementId } });
const revised = { type: 'DocumentRevised', data: { version: 2, carriedBy: 'sentence' } };

function coverageOf(...events: readonly object[]) {
  const book = new DocumentBook({ excludedCount: 0, countsFrom: 'email' } as unknown as Participation, { moderation: 'after' });
  events.forEach((event, position) => book.take({ ...event, position } as unknown as CountedEvent));
  return book.coverage();
}

const none = { annotations: 0, open: 0, accepted: 0, partly: 0, rejected: 0, noted: 0, withParagraph: 0 };
const unanswered = { ...none, answer: null };
const wholly = (named: string, stance: string) => {
  return { type: 'OfficialAnswerPublished', data: { about: 'paragraph', aboutId: `id of ${named}`, named, textVersion: 1, stance } };
};

describe('how much of what people wrote to a document is answered', () => {
  it('is counted for each paragraph and as a whole, by the answer that stands', () => {
    const said = [text(1, 'p2', 'p3'), wrote('a', 'p3'), wrote('b', 'p2'), wrote('c', 'p2')];
    expect(coverageOf(...said, answered('b', 'noted'), answered('b', 'partly'))).toEqual({
      ...{ ...none, annotations: 3, open: 2, partly: 1, proposals: none },
      paragraphs: [
        { ...unanswered, paragraph: 'p2', number: 1, annotations: 2, open: 1, partly: 1 },
        { ...unanswered, paragraph: 'p3', number: 2, annotations: 1, open: 1 },
      ],
    });
  });

  it('has what was written to an answered paragraph beside what has an answer of its own', () => {
    const said = [text(1, 'p2', 'p3', 'p4'), wrote('a', 'p2'), wrote('b', 'p2', true), wrote('c', 'p3')];
    const wholes = [wholly('p2', 'noted'), wholly('p2', 'partly'), wholly('p4', 'rejected')];
    expect(coverageOf(...said, answered('a', 'accepted'), ...wholes)).toEqual({
      ...{ ...none, annotations: 3, open: 1, accepted: 1, withParagraph: 1, proposals: { ...none, annotations: 1, withParagraph: 1 } },
      paragraphs: [
        { ...none, paragraph: 'p2', number: 1, answer: 'partly', annotations: 2, accepted: 1, withParagraph: 1 },
        { ...unanswered, paragraph: 'p3', number: 2, annotations: 1, open: 1 },
        { ...none, paragraph: 'p4', number: 3, answer: 'rejected' },
      ],
    });
  });

  it('leaves out what nobody may read, whatever was answered to it', () => {
    expect(coverageOf(text(1, 'p2'), wrote('a', 'p2'), answered('a', 'accepted'), hidden('a'))).toEqual({
      ...{ ...none, proposals: none },
      paragraphs: [],
    });
  });

  it('counts what became of proposals once more', () => {
    const said = [text(1, 'p2'), wrote('a', 'p2', true), wrote('b', 'p2'), wrote('c', 'p2', true), wrote('d', 'p2', true), hidden('d')];
    const { proposals, ...whole } = coverageOf(...said, answered('a', 'accepted'), answered('b', 'rejected'));
    expect(whole).toMatchObject({ annotations: 3, open: 1, accepted: 1, rejected: 1 });
    expect(proposals).toEqual({ ...none, annotations: 2, open: 1, accepted: 1 });
  });

  it('counts what went to another paragraph with its words there', () => {
    const words = { exact: 'leaves', prefix: 'ir is clean. Nobody burns ', suffix: '.', start: 31, end: 37 };
    const [air, leaves] = ['The air is clean.', 'Nobody burns leaves.'];
    const events = [text(1, `p2: ${air} ${leaves}`), wrote('a', 'p2', false, words), wrote('b', 'p2'), text(2, `p2: ${air}`, `p3: ${leaves}`)];
    expect(coverageOf(...events, revised).paragraphs.map(({ paragraph, annotations }) => [paragraph, annotations])).toEqual([
      ['p2', 1],
      ['p3', 1],
    ]);
  });

  it('numbers paragraphs by the version that stands, and keeps those that it leaves out', () => {
    const events = [text(1, 'p2', 'p3', 'p4'), wrote('a', 'p4'), wrote('b', 'p3'), wrote('c', 'p2'), text(2, 'p5', 'p4')];
    const numbers = (...more: readonly object[]) => {
      return coverageOf(...events, ...more).paragraphs.map(({ paragraph, number }) => [paragraph, number]);
    };
    expect(numbers()).toEqual([
      ['p2', 1],
      ['p3', 2],
      ['p4', 3],
    ]);
    expect(numbers(revised)).toEqual([
      ['p4', 2],
      ['p2', null],
      ['p3', null],
    ]);
  });
});
