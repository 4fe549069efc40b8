import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksIn, markdownOf } from './blocks';
import { named } from './versions';

const heading = (level: number, text: string) => ({ kind: 'heading', level, text });
const paragraph = (text: string) => ({ kind: 'paragraph', level: 0, text });

const law = `# Clean air act

Article 1
---------
The air of *everybody* is clean.
It stays so.

## Article 2 ##
1. Cities **measure**:
   (a) soot,
   (b) dust [as here](https://example.org/a "title").
- Villages may.

> A quotation

***
2 * 3 * 4 = 24 and snake_case_word
`;

describe('the blocks of a paper', () => {
  it('takes a backslash at the end of a line for a break, if another line follows, and no other', () => {
    const said = blocksIn('One\\\ntwo\\\\\nthree\\').map(({ text }) => text);
    expect(said).toEqual(['One two\\ three\\']);
  });

  it('are headings, paragraphs, and each point of a list, in plain words', () => {
    expect(blocksIn(law)).toEqual([
      heading(1, 'Clean air act'),
      heading(2, 'Article 1'),
      paragraph('The air of everybody is clean. It stays so.'),
      heading(2, 'Article 2'),
      paragraph('1. Cities measure:'),
      paragraph('(a) soot,'),
      paragraph('(b) dust as here.'),
      paragraph('– Villages may.'),
      paragraph('A quotation'),
      paragraph('2 * 3 * 4 = 24 and snake_case_word'),
    ]);
  });

  it('are rows of a table, typed as in a file, each by itself', () => {
    const table = 'Limits:\n| Street | Most |\n|:-- | --: |\n| Main | **30** |\n| a \\| b ||\n\nx | y\nz';
    expect(blocksIn(table)).toEqual(['Limits:', 'Street | Most', 'Main | 30', 'a | b |', 'x | y z'].map(paragraph));
    expect(blocksIn('a | b\n--- | --- | ---\nc')).toEqual([paragraph('a | b --- | --- | --- c')]);
  });

  it('are none where there is nothing to read', () => {
    expect(blocksIn(' \n\n#\n***\n')).toEqual([]);
  });

  it.each(['\\# no heading', '\\* no point', 'a \\[b\\](c) d', '\\`code\\`', '1\\. no point', '\\> no quotation'])(
    'have the characters that are escaped: %s',
    (markdown) => {
      expect(blocksIn(markdown)).toEqual([paragraph(markdown.replaceAll('\\', ''))]);
    },
  );

  const ofTables = ['|', ' | ', '\n-|-\n'];
  const ofMarkdown = ['#', '# ', '*', '**', '_', '`', '[', '](', ')', '>', '- ', '1. ', '(a) ', '\\', '\n', '\n\n', '==', '--'];
  const marks = fc.constantFrom(...ofMarkdown, ...ofTables, ' ', 'ض', '🏛', 'word');
  it('come again from the Markdown that is made of them', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 40 }), (parts) => {
        const blocks = blocksIn(parts.join(''));
        expect(blocksIn(markdownOf(blocks))).toEqual(blocks);
      }),
      { numRuns: 2_000 },
    );
  });

  it('take a time that grows with the text, whatever is in it', () => {
    const begun = performance.now();
    for (const hostile of ['*', '[', '](', '_a', '`', '**a ', '> ', '(a) ', '\\', '# ', '# \n', '#\t', '|', '-|', '|\n-|-\n'])
      blocksIn(hostile.repeat(100_000 / hostile.length));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('the names of blocks', () => {
  const first = named(blocksIn('# Act\n\nThe air is clean.\n\nCities measure the soot each day.\n\nEnd.'));
  const namesIn = (markdown: string) => named(blocksIn(markdown), first).blocks.map(({ id }) => id);

  it('are numbers in order at first', () => {
    expect(first).toMatchObject({ blocks: [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }, { id: 'p4' }], lastNumber: 4 });
  });
  it('stay with what stands as it did, also where something comes before it', () => {
    const longer = '# Act\n\nWhereas.\n\nThe air is clean.\n\nCities measure the soot each day.\n\nEnd.';
    expect(namesIn(longer)).toEqual(['p1', 'p5', 'p2', 'p3', 'p4']);
  });
  it('stay with what is said in other words in the same place', () => {
    const reworded = '# Act\n\nThe air is clean.\n\nCities measure the soot every hour of each day.\n\nEnd.';
    expect(namesIn(reworded)).toEqual(['p1', 'p2', 'p3', 'p4']);
  });
  it('stay with what stands in another place', () => {
    expect(namesIn('# Act\n\nEnd.\n\nCities measure the soot each day.\n\nThe air is clean.')).toEqual(['p1', 'p4', 'p3', 'p2']);
  });
  it('are new where something else is said, and never given again', () => {
    const second = named(blocksIn('# Act\n\nThe air is clean.\n\nFish.\n\nEnd.'), first);
    expect(second.blocks.map(({ id }) => id)).toEqual(['p1', 'p2', 'p5', 'p4']);
    expect(named(blocksIn('# Act\n\nFish.\n\nBirds sing.'), { ...second, blocks: second.blocks.slice(0, 2) }).lastNumber).toBe(7);
  });
});
