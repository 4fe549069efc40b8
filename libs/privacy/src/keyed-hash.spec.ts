import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyedUuid } from './keyed-hash';

const key = Buffer.alloc(32, 1);

describe('a keyed id', () => {
  it('is a UUID of version 8 with the RFC 9562 variant, whatever the value', () => {
    for (let value = 0; value < 256; value++) {
      expect(keyedUuid(key, 'purpose', String(value))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('is the beginning of the HMAC-SHA-256 of purpose and value, but for version and variant', () => {
    const mac = createHmac('sha256', key).update('purpose\0value').digest('hex');
    const id = keyedUuid(key, 'purpose', 'value').replaceAll('-', '');
    expect(id.slice(0, 12) + id.slice(13, 16) + id.slice(17)).toBe(mac.slice(0, 12) + mac.slice(13, 16) + mac.slice(17, 32));
  });

  it('is another one for another key, purpose or value, and the same for the same', () => {
    const ids = [keyedUuid(key, 'a', 'b'), keyedUuid(key, 'a', 'c'), keyedUuid(key, 'ab', ''), keyedUuid(Buffer.alloc(32, 2), 'a', 'b')];
    expect(new Set(ids).size).toBe(4);
    expect(keyedUuid(Buffer.from(key), 'a', 'b')).toBe(ids[0]);
  });
});
