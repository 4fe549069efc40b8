import { StringDecoder } from 'node:string_decoder';

/** Characters of a line; no honest entry comes near this, and anybody may make a bundle. */
const longestLine = 64 * 1024 * 1024;

/** The lines of a text that comes in pieces. @throws RangeError for a line that is too long */
export async function* textLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop()!;
    if (rest.length > longestLine) throw new RangeError('a line is too long');
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}
