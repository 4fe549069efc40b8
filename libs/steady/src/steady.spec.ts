import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { inBackground, reportFailuresTo, steady } from './index';

describe('a steady callback', () => {
  let told: string[];
  beforeEach(() => {
    told = [];
    reportFailuresTo((error) => told.push(error.message));
  });

  it('is given what the emitter gives, and does what it does', () => {
    const heard: unknown[] = [];
    const emitter = new EventEmitter().on(
      'said',
      steady((word: string, times: number) => heard.push(word, times)),
    );
    emitter.emit('said', 'word', 2);
    expect([heard, told]).toEqual([['word', 2], []]);
  });

  it('throws nothing at the emitter, and tells of what it met', () => {
    const emitter = new EventEmitter().on('said', steady(fails));
    emitter.emit('said');
    expect(told).toEqual(['thirteen']);
  });

  it('leaves no rejection unhandled', async () => {
    setTimeout(
      steady(async () => fails()),
      1,
    );
    inBackground(Promise.resolve().then(fails));
    await pause(20);
    expect(told).toEqual(['thirteen', 'thirteen']);
  });

  it('does in place of telling what it was asked to do', () => {
    const met: string[] = [];
    steady(fails, ({ message }) => met.push(message))();
    expect([met, told]).toEqual([['thirteen'], []]);
  });

  it('survives what is done about a failure, a failing report included', () => {
    steady(fails, () => {
      throw new Error('fourteen');
    })();
    expect(told).toEqual(['fourteen']);
    reportFailuresTo(fails);
    expect(steady(fails)()).toBeUndefined();
  });

  it('tells of what was thrown and is no error', () => {
    steady(() => {
      throw undefined;
    })();
    expect(told).toEqual(['Something other than an Error was thrown.']);
  });
});

function fails(): never {
  throw new Error('thirteen');
}
