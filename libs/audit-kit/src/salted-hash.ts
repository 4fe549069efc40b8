import { hash, randomBytes } from 'node:crypto';

/** New for every run: nobody can prepare two names that share 64 bits of it. */
const salt = randomBytes(16).toString('hex');

/**
 * 64 bits that stand for a name, as two 32-bit words. That any two of ten million names share them has one chance in 370,000; it would look
 * like a fault where there is none, and another run would not repeat it.
 */
export function saltedHash(name: string): readonly [high: number, low: number] {
  const digest = Buffer.from(hash('sha256', salt + name, 'binary'), 'binary');
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}

/** The same for a `CompactTable` whose values take so many bits (fewer than 32) of the high word. */
export function saltedKey(name: string, valueBits: number): readonly [high: number, low: number] {
  const [high, low] = saltedHash(name);
  return [high % 2 ** (32 - valueBits), low];
}
