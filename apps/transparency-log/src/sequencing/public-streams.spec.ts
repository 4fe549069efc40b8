import { describe, expect, it } from '@jest/globals';
import { originAt } from '../log-identity';
import { isPublicStream } from './public-streams';

describe('what is public', () => {
  it.each([
    'account-1',
    'email-1',
    'pages-1',
    'xpage-1',
    'ballots-',
    'BALLOT-1',
    'session-1',
    'exports-1',
    'xexport-1',
    'settings-1',
    'xsettings',
    'settings\n',
    '$ballot-1',
    '',
  ])('shows no body of %j', (stream) => {
    expect(isPublicStream(stream)).toBe(false);
  });

  it.each(['page-1', 'consultation-1', 'ballot-1-2', 'comment-1', 'export-1', 'settings', 'log-keys'])(
    'shows the bodies of %s to everybody',
    (stream) => {
      expect(isPublicStream(stream)).toBe(true);
    },
  );

  it('belongs to a log that is named after its public address', () => {
    expect([originAt('http://localhost:8080'), originAt('https://ministry.example/some/path')]).toEqual([
      'localhost:8080/log',
      'ministry.example/log',
    ]);
  });
});
