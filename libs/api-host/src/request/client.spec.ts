import { describe, expect, it } from '@jest/globals';
import { originClassOf } from './client';

const key = Buffer.alloc(32, 1);
const phone = 'Mozilla/5.0 (iPhone) Mobile';
const classOf = (ip: string, agent = phone, within = 'one activity') =>
  originClassOf({ ip, headers: { 'user-agent': agent } }, key, within);

describe('the class that a request comes from', () => {
  it('is the same for neighbouring networks, and another for those further away', () => {
    expect(classOf('192.0.2.7')).toBe(classOf('192.0.2.200'));
    expect(classOf('::ffff:192.0.2.7')).toBe(classOf('192.0.2.7'));
    expect(classOf('192.0.2.7')).not.toBe(classOf('192.0.3.7'));
    expect(classOf('2001:db8:1:2::7')).toBe(classOf('2001:db8:1:ffff::1'));
    expect(classOf('2001:db8:1:2::7')).not.toBe(classOf('2001:db8:2:2::7'));
  });

  it('tells a phone from a program, and no more of what a browser says of itself', () => {
    expect(classOf('192.0.2.7', `${phone} Version/17.2`)).toBe(classOf('192.0.2.7'));
    expect(classOf('192.0.2.7', 'curl/8')).not.toBe(classOf('192.0.2.7'));
  });

  it('is another in each activity and under each key, and has nothing of the address in it', () => {
    expect(classOf('192.0.2.7', phone, 'another')).not.toBe(classOf('192.0.2.7'));
    expect(originClassOf({ ip: '192.0.2.7', headers: {} }, Buffer.alloc(32, 2), 'one activity')).not.toBe(classOf('192.0.2.7', ''));
    expect(classOf('192.0.2.7')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is none where no address is known', () => {
    for (const ip of ['', 'unknown']) expect(classOf(ip)).toBeUndefined();
  });
});
