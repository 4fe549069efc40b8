import { describe, expect, it } from '@jest/globals';
import { IsString } from 'class-validator';
import { Accepted } from '../command-context';
import { command } from './command';
import { IsSecret, Nested, hasSecrets, secretFields } from './fields';

class Letter {
  @IsString() @IsSecret() readonly link: string;
}
class Letters {
  @Nested(() => Letter, { each: true }) readonly items: readonly Letter[];
}
class Open {
  @IsString() door: string;
}
class Unlock extends Open {
  @IsString() @IsSecret() key: string;
}
class UnlockTwice extends Unlock {}
const options = { may: 'anyone', summary: 'For a test' } as const;

describe('a command carries a secret', () => {
  it('when one of its fields is, inherited or not', () => {
    expect([Open, Unlock, UnlockTwice].map((shape) => hasSecrets(command<object, Accepted>(shape, options)))).toEqual([false, true, true]);
    expect(secretFields(UnlockTwice)).toEqual(['key']);
  });

  it('when there is one in its answer, however deep', () => {
    expect(hasSecrets(command(Open, { ...options, reply: Letters }))).toBe(true);
    expect(secretFields(Letters)).toEqual([]);
  });
});
