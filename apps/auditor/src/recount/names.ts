import { Numbers } from './numbers';

const chunkSize = 1024 * 1024;

/** Short texts by number, outside of the heap: their bytes and six more each. */
export class Names {
  private readonly chunks: Buffer[] = [];
  private used = chunkSize;
  /** By number: one more than where its bytes begin, counted over all chunks, in 16-byte steps; and how many they are. */
  private readonly starts = new Numbers(Uint32Array);
  private readonly lengths = new Numbers(Uint16Array);

  /** Keeps the first name of a number. */
  keep(number: number, name: string): void {
    if (this.starts.get(number) !== 0) return;
    const bytes = Buffer.from(name);
    if (bytes.length > 0xffff) return;
    if (this.used + bytes.length > chunkSize) {
      this.chunks.push(Buffer.alloc(chunkSize));
      this.used = 0;
    }
    bytes.copy(this.chunks.at(-1)!, this.used);
    this.starts.set(number, ((this.chunks.length - 1) * chunkSize + this.used) / step + 1);
    this.lengths.set(number, bytes.length);
    this.used = Math.ceil((this.used + bytes.length) / step) * step;
  }

  /** @returns undefined for a number without a name */
  of(number: number): string | undefined {
    const start = this.starts.get(number);
    if (start === 0) return undefined;
    const at = (start - 1) * step;
    const from = at % chunkSize;
    return this.chunks[Math.floor(at / chunkSize)]!.toString('utf8', from, from + this.lengths.get(number));
  }
}

/** Steps of 16 bytes let 32 bits reach 64 GB. */
const step = 16;
