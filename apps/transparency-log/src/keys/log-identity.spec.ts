import { describe, expect, it } from '@jest/globals';
import { originAt } from './log-identity';

describe('the identity of a log', () => {
  it('is named after its public address', () => {
    expect([originAt('http://localhost:8080'), originAt('https://ministry.example/some/path')]).toEqual(['localhost:8080/log', 'ministry.example/log']);
  });
});
