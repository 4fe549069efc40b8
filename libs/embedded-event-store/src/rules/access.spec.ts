import { describe, expect, it } from '@jest/globals';
import { mayAccess, type Action } from './access';

const may = (user: string | undefined, action: Action, stream: string, acl?: unknown) =>
  mayAccess(user, action, stream, () => Buffer.from(acl === undefined ? '' : JSON.stringify({ $acl: acl })));

describe('who may', () => {
  it.each([
    ['anybody, where nothing is said', 'ann', 'write', 'stream', undefined, true],
    ['those who are named', 'ann', 'write', 'stream', { $w: ['ann', 'bob'] }, true],
    ['one who is named alone', 'ann', 'write', 'stream', { $w: 'ann' }, true],
    ['nobody else', 'eve', 'write', 'stream', { $w: ['ann', 'bob'] }, false],
    ['nobody, where nobody is named', 'ann', 'write', 'stream', { $w: [] }, false],
    ['everybody, where everybody is named', 'eve', 'write', 'stream', { $w: ['$all'] }, true],
    ['do what is not spoken of', 'eve', 'read', 'stream', { $w: ['ann'] }, true],
    ['read', 'eve', 'read', 'stream', { $r: ['ann'] }, false],
    ['delete', 'eve', 'delete', 'stream', { $d: ['ann'] }, false],
    ['read metadata', 'eve', 'read', '$$stream', { $mr: ['ann'] }, false],
    ['write metadata', 'eve', 'write', '$$stream', { $mw: ['ann'] }, false],
    ['write metadata, no matter who may write', 'ann', 'write', '$$stream', { $w: ['bob'] }, true],
    ['read a system stream', 'ann', 'read', '$settings', undefined, false],
    ['read a system stream that is opened to them', 'ann', 'read', '$settings', { $r: ['ann'] }, true],
    ['write the metadata of a system stream', 'ann', 'write', '$$$settings', undefined, false],
    ['read the whole log', 'ann', 'read', '$all', undefined, false],
    ['be named by something else than text', 'ann', 'write', 'stream', { $w: 7 }, false],
    ['be kept out by an $acl that is none', 'ann', 'write', 'stream', '$userStreamAcl', true],
  ] as const)('%s', (_name, user, action, stream, acl, expected) => {
    expect(may(user, action, stream, acl)).toBe(expected);
  });

  it.each([undefined, 'admin'])('is not asked of the administrator (%s), whose call does not even read the metadata', (user) => {
    const untouched = () => {
      throw new Error('The metadata was read.');
    };
    expect(mayAccess(user, 'write', '$settings', untouched)).toBe(true);
  });
});
