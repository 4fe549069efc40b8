import type { Forbidden } from './forbidden-in-identity.fixture';

const words = { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' } };
const paragraph = (id: string) => ({ id, kind: 'paragraph', level: 0, text: 'The air is clean.' });
const at = { paragraph: 'p2', version: 1, words: null, replaces: false };

/** What may not become of the text of a document, nor be written to it. */
export const forbiddenInDocuments: readonly Forbidden[] = [
  [
    'the text of what is no document',
    'text-of-a-document',
    async ({ add, before }) => {
      await before('PollBallotCast');
      await add('DocumentWritten');
    },
  ],
  [
    'a first text after publication',
    'first-text-before-publication',
    async ({ add, before }) => {
      await before('DocumentWritten');
      await add('ConsultationPublished');
      await add('DocumentWritten');
    },
  ],
  [
    'a text that has a part twice',
    'text-in-order',
    async ({ add, before }) => {
      await before('DocumentWritten');
      await add('DocumentWritten');
      await add('DocumentWritten', { blocks: [paragraph('p3')] });
    },
  ],
  [
    'a text that begins with its second part',
    'text-in-order',
    async ({ add, before }) => {
      await before('DocumentWritten');
      await add('DocumentWritten', { part: 2, parts: 2 });
    },
  ],
  [
    'two blocks of one name',
    'blocks-named-once',
    async ({ add, before }) => {
      await before('DocumentWritten');
      await add('DocumentWritten', { parts: 2, blocks: [paragraph('p1')] });
      await add('DocumentWritten', { part: 2, parts: 2, blocks: [paragraph('p1')] });
    },
  ],
  [
    'a further version of a text that nobody has read yet',
    'version-of-a-published-text',
    async ({ add, before }) => {
      await before('DocumentWritten');
      await add('DocumentWritten');
      await add('DocumentWritten', { version: 2 });
      await add('DocumentRevised', { follows: [] });
    },
  ],
  [
    'a further version that is not written',
    'version-is-written',
    async ({ add, before }) => {
      await before('DocumentRevised');
      await add('DocumentRevised', { version: 3 });
    },
  ],
  [
    'a further version that stands twice',
    'version-is-written',
    async ({ add, before }) => {
      await before('DocumentRevised');
      await add('DocumentRevised');
      await add('DocumentRevised');
    },
  ],
  [
    'a further text of which nobody says why',
    'text-in-order',
    async ({ add, before }) => {
      await before('DocumentRevised');
      await add('DocumentWritten', { version: 3 });
    },
  ],
  ...(
    [
      ['a change that follows what nobody wrote', 'p2', 'nobody'],
      ['a change that follows what was written to another paragraph', 'p1', '57a70000-0000-4000-8000-000000000001'],
    ] as const
  ).map(([what, named, statementId]): Forbidden => [
    what,
    'version-follows-annotations',
    async ({ add, before }) => {
      await before('DocumentRevised');
      await add('DocumentRevised', { follows: [{ paragraph: named, statementId }] });
    },
  ]),
  [
    'a change that follows what was written to a paragraph that stands as it did',
    'version-follows-annotations',
    async ({ add, before }) => {
      await before('DocumentRevised');
      await add('DocumentRevised');
      await add('DocumentWritten', { version: 3, blocks: [{ ...paragraph('p2'), text: 'The air of villages is clean.' }] });
      await add('DocumentRevised', { version: 3 });
    },
  ],
  ...(
    [
      ['an annotation of nothing', undefined],
      ['an annotation of a paragraph that there is not', { ...at, paragraph: 'p3' }],
      ['an annotation of a heading', { ...at, paragraph: 'p1' }],
      ['an annotation of words that do not stand there', { ...at, words: { exact: 'sea', prefix: '', suffix: '', start: 4, end: 7 } }],
      ['an annotation of a version to come', { ...at, version: 2 }],
      ['words that are left out by what proposes nothing', { ...at, leavesOut: true }],
    ] as const
  ).map(([what, place]): Forbidden => [
    what,
    'annotation-of-a-paragraph',
    async ({ add, before }) => {
      await before('DocumentWritten');
      await add('DocumentWritten');
      await add('ConsultationPublished');
      await add('StatementSubmitted', { ...words, at });
      await add('StatementSubmitted', { ...words, statementId: 'another', ...(place && { at: place }) });
    },
  ]),
  [
    'a statement of a deliberation that has a place',
    'annotation-of-a-paragraph',
    async ({ add, before }) => {
      await before('StatementAccepted');
      await add('StatementSubmitted', { ...words, statementId: 'another', at });
    },
  ],
];
