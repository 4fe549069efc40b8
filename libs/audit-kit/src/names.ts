import { Numbers } from './numbers';

const chunkSize = 1024 * 1024;

/** What pseudonyms are: 128 bits in hex, kept as 16 bytes. */
const pseudonym = /^[0-9a-f]{32}$/;
const isPseudonym = 0xffff;

/** Short texts by number, outside of the heap: their bytes and six more each. */
export class Names {
  private readonly chunks: Buffer[] = [];
  private used = chunkSize;
  /** By number: one more than where its bytes begin, counted over all chunks, in 16-byte steps; and how many they are. */
  private readonly starts = new Numbers();
  private readonly lengths = new Numbers();

  /** Keeps the first name of a number. */
  keep(number: number, name: string): void {
    if (this.starts.get(number) !== 0) return;
    const isHex = pseudonym.test(name);
    const bytes = Buffer.from(name, isHex ? 'hex' : 'utf8');
    if (bytes.length >= isPseudonym) return;
    if (this.used + bytes.length > chunkSize) {
      this.chunks.push(Buffer.alloc(chunkSize));
      this.used = 0;
    }
    bytes.copy(this.chunks.at(-1)!, this.used);
    this.starts.set(number, ((this.chunks.length - 1) * chunkSize + this.used) / step + 1);
    this.lengths.set(number, isHex ? isPseudonym : bytes.length);
    this.used = Math.ceil((this.used + bytes.length) / step) * step;
  }

  /** @returns undefined for a number without a name */
  of(number: number): string | undefined {
    const start = this.starts.get(number);
    if (start === 0) return undefined;
    const at = (start - 1) * step;
    const from = at % chunkSize;
    const chunk = this.chunks[Math.floor(at / chunkSize)]!;
    const length = this.lengths.get(number);
    return length === isPseudonym ? chunk.toString('hex', from, from + step) : chunk.toString('utf8', from, from + length);
  }
}

/** Steps of 16 bytes let 32 bits reach 64 GB. */
const step = 16;
