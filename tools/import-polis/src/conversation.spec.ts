import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConversation } from './conversation';

const commentsHeader = 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body';
const votesHeader = 'timestamp,datetime,comment-id,voter-id,vote';

describe('reading a Polis export', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'isegoria-polis-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, lines: string[]) => writeFileSync(join(folder, file), lines.join('\n') + '\n');
  const read = (comments: string[], votes: string[]) => {
    write('summary.csv', ['topic,"Buses, trams"', 'url,https://pol.is/x', 'conversation-description,"two', 'lines"']);
    write('comments.csv', [commentsHeader, ...comments]);
    write('votes.csv', [votesHeader, ...votes]);
    return readConversation(folder);
  };

  it('takes topic, statements and votes, and puts the votes in order of time', async () => {
    const conversation = await read(
      ['2000,x,1,7,0,0,-1,"second, with', 'a new line"', '1000,x,0,7,0,0,1,first'],
      ['5000,x,0,8,1', '4000,x,0,8,-1', '4000,x,1,8,0'],
    );
    expect(conversation).toMatchObject({ topic: 'Buses, trams', description: 'two\nlines', broken: [] });
    expect(conversation.statements).toEqual([
      {
        id: '0',
        author: '7',
        at: '1970-01-01T00:00:01.000Z',
        text: 'first',
        moderation: 'accepted',
        counted: { agrees: 0, disagrees: 0 },
        line: 4,
      },
      {
        id: '1',
        author: '7',
        at: '1970-01-01T00:00:02.000Z',
        text: 'second, with\na new line',
        moderation: 'rejected',
        counted: { agrees: 0, disagrees: 0 },
        line: 3,
      },
    ]);
    expect(conversation.votes.map(({ statement, choice, line }) => [statement, choice, line])).toEqual([
      ['0', 'disagree', 3],
      ['1', 'pass', 4],
      ['0', 'agree', 2],
    ]);
  });

  it('names each broken row by its line and goes on', async () => {
    const { votes, statements, broken } = await read(
      ['1000,x,0,7,0,0,1,fine', 'soon,x,1,7,0,0,1,no time', '1000,x,2,7,0,0,5,odd moderation', '1000,x,3,7,0,0,1,'],
      ['1000,x,0,8,1', '1000,x,9,8,1', '1000,x,0,8,2', '1000,x,0', '1000,x,0,,1', '1000,x,0,9,-1'],
    );
    expect(statements).toHaveLength(1);
    expect(votes.map(({ line }) => line)).toEqual([2, 7]);
    expect(broken.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'comments.csv:3',
      'comments.csv:4',
      'comments.csv:5',
      'votes.csv:3',
      'votes.csv:4',
      'votes.csv:5',
      'votes.csv:6',
    ]);
    expect(broken.every(({ why }) => why.length > 10)).toBe(true);
  });

  it('fails with the name of a missing file', async () => {
    await expect(readConversation(folder)).rejects.toThrow(/summary\.csv/);
  });
});
