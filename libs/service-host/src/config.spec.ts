import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { secrets } from './config';

describe('a secret of 32 bytes', () => {
  const named = { ...process.env };
  beforeEach(() => void delete process.env['COMMAND_ID_KEY']);
  afterEach(() => void Object.assign(process.env, named));

  it('is read from base64', () => {
    const key = randomBytes(32);
    process.env['COMMAND_ID_KEY'] = key.toString('base64');
    expect(secrets.commandIdKey()).toEqual(key);
  });

  const wrong = [undefined, '', 'c2hvcnQ=', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')];
  it.each(wrong)('is refused by name when it is %p', (value) => {
    if (value !== undefined) process.env['COMMAND_ID_KEY'] = value;
    expect(() => secrets.commandIdKey()).toThrow(/COMMAND_ID_KEY/);
  });
});
