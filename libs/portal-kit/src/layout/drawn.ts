import { gzipSync } from 'node:zlib';

/** HTML that is sent to many people: drawn once, and compressed once for browsers that accept that. */
export interface Drawn {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** The lower level compresses nearly as well in a third of the time; dashboards of open consultations are drawn every second. */
export function drawn(html: string): Drawn {
  const plain = Buffer.from(html);
  return { plain, zipped: gzipSync(plain, { level: 4 }) };
}
