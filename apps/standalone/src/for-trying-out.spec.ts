import { describe, expect, it } from '@jest/globals';
import { forTryingOut } from './for-trying-out';
import { publicAddress } from './public-address';
import { StartRefused } from './start-refused';

const wanted = { demo: true, hasDemo: false, sendsMail: false };
const on = (HOST?: string, PUBLIC_URL?: string) => publicAddress({ HOST, PUBLIC_URL });

describe('the demo and the open mailbox', () => {
  it.each([undefined, '127.0.0.1', 'localhost', '::1', '127.8.8.8'])('are there where HOST is %s', (host) => {
    expect(forTryingOut(on(host), wanted)).toEqual({ demo: true, mailbox: true, withoutSecondFactor: 'example.org', sentences: [] });
    expect(forTryingOut(on(host), { ...wanted, demo: false, hasDemo: true, sendsMail: true })).toEqual({
      demo: false,
      mailbox: false,
      withoutSecondFactor: 'example.org',
      sentences: [],
    });
  });

  it.each(['0.0.0.0', '::', '192.0.2.7', 'participate.example.org', '127.0.0.1.example.org'])('are not where it is %s', (host) => {
    const { demo, mailbox, withoutSecondFactor, sentences } = forTryingOut(on(host, 'http://localhost'), wanted);
    expect([demo, mailbox, withoutSecondFactor]).toEqual([false, false, undefined]);
    expect(sentences).toEqual([expect.stringContaining('without the demo'), expect.stringContaining('Mails go nowhere')]);
    expect(forTryingOut(on(host), { demo: false, hasDemo: false, sendsMail: true }).sentences).toEqual([]);
    for (const demo of [true, false]) expect(() => forTryingOut(on(host), { ...wanted, demo, hasDemo: true })).toThrow(StartRefused);
  });

  it('are not where PUBLIC_URL is an address for others, to which a proxy may lead', () => {
    const site = on('127.0.0.1', 'https://participate.example.org');
    const { demo, mailbox, sentences } = forTryingOut(site, wanted);
    expect([demo, mailbox]).toEqual([false, false]);
    expect(sentences).toEqual([expect.stringContaining('PUBLIC_URL'), expect.stringContaining('Mails go nowhere')]);
    expect(() => forTryingOut(site, { ...wanted, hasDemo: true })).toThrow('PUBLIC_URL');
  });
});
