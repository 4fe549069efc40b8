import { Finding, type Entry, type EventBody } from '@isegoria/audit-kit';
import { eventCatalogue, upcast, type EventMetadata } from '@isegoria/contracts';
import type { LeafEntry } from '@isegoria/merkle-log';

/** An entry that is in its place, with the leaf that was hashed into the tree. */
export class TakenEntry implements Entry {
  private parsed?: EventBody;
  private present?: EventBody;

  constructor(
    readonly position: number,
    readonly leaf: LeafEntry,
    private readonly bytes: { readonly data: Buffer; readonly metadata: Buffer } | undefined,
  ) {}

  get seq(): number {
    return this.leaf.seq;
  }

  get hasBody(): boolean {
    return this.bytes !== undefined;
  }

  /** The body in the version that this program knows; undefined if only the leaf was given. @throws Finding body as {@link stored} */
  get body(): EventBody | undefined {
    const { stored } = this;
    if (!stored) return undefined;
    this.present ??= { ...stored, data: upcast(eventCatalogue, this.leaf.type, stored.metadata.schema, stored.data) as EventBody['data'] };
    return this.present;
  }

  /** The body as it was recorded. @throws Finding body where it is not that of an event */
  get stored(): EventBody | undefined {
    if (!this.bytes) return undefined;
    this.parsed ??= { data: this.parse(this.bytes.data), metadata: this.parse(this.bytes.metadata) as unknown as EventMetadata };
    return this.parsed;
  }

  private parse(bytes: Buffer): Record<string, unknown> {
    try {
      const value = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // Told below.
    }
    throw new Finding('body', `The body of entry ${this.seq} is not that of an event.`, this.seq);
  }
}
