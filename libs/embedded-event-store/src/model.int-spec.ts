import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ANY,
  BACKWARDS,
  END,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type ReadRevision,
  type ReadStreamOptions,
} from '@eventstore/db-client';
import { collect, newStream, runningStore } from './running-store.fixture';

const suite = runningStore();
const SEQUENCES = 60;

/** Where an append expects the stream to be; a number is so far from its real end. */
type Expected = 'any' | 'no_stream' | 'stream_exists' | number;
/** What the client can expect of a stream that it removes. */
type Removable = Exclude<Expected, 'stream_exists'>;
interface Truncation {
  readonly maxCount?: number;
  readonly truncateBefore?: number;
}
type Command =
  | { readonly kind: 'append'; readonly stream: number; readonly ids: readonly number[]; readonly expected: Expected }
  | { readonly kind: 'delete' | 'tombstone'; readonly stream: number; readonly expected: Removable }
  | { readonly kind: 'metadata'; readonly stream: number; readonly metadata: Truncation }
  | { readonly kind: 'read'; readonly stream: number; readonly from: number; readonly backwards: boolean; readonly count: number };

/** A stream as simply as it can be thought of. */
class ModelStream {
  events: string[] = [];
  hasMetadata = false;
  tombstoned = false;
  softDeleted = false;
  maxCount = Infinity;
  truncateBefore = 0;

  get last(): number {
    return this.events.length - 1;
  }

  append(ids: readonly string[], expected: Expected, recentPlace: (id: string) => number | undefined): string {
    if (this.tombstoned) return 'deleted';
    if (expected === 'stream_exists' && this.softDeleted) return 'deleted';
    if (expected === 'stream_exists' && this.last < 0 && !this.hasMetadata) return this.wrong();
    const at = this.revisionOf(expected);
    if (at === undefined) {
      const places = ids.map(recentPlace);
      if (places.every((place) => place === undefined)) return this.write(ids);
      return places.includes(undefined) ? this.wrong() : `ok ${places.at(-1)}`;
    }
    if (at > this.last) return this.wrong();
    if (at === this.last) return this.write(ids);
    if (ids.every((id, index) => this.events[at + 1 + index] === id)) return `ok ${at + ids.length}`;
    return at === -1 && this.softDeleted && this.events[0] !== ids[0] ? this.write(ids) : this.wrong();
  }

  /** A delete or a tombstone: anything but the real end, or no wish at all, is wrong. */
  remove(kind: 'delete' | 'tombstone', expected: Removable): string {
    if (this.tombstoned) return 'deleted';
    const at = this.revisionOf(expected);
    const startsAnew = at === -1 && this.softDeleted;
    if (at !== undefined && at !== this.last && !startsAnew) return this.wrong();
    if (kind === 'tombstone') this.tombstoned = true;
    else if (this.last < 0 && !this.hasMetadata) return this.wrong();
    else this.describe({ softDeleted: true });
    return 'ok';
  }

  describe({ softDeleted = false, maxCount = Infinity, truncateBefore = 0 }: Truncation & { softDeleted?: boolean }): string {
    if (this.tombstoned) return 'deleted';
    Object.assign(this, { hasMetadata: true, softDeleted, maxCount, truncateBefore });
    return 'ok';
  }

  read(from: number, backwards: boolean, count: number): string {
    if (this.tombstoned) return 'deleted';
    if (this.last < 0 || this.softDeleted) return 'not found';
    const first = Math.max(this.truncateBefore, this.events.length - this.maxCount, 0);
    const visible = this.events
      .map((_, revision) => revision)
      .filter((revision) => revision >= first && (backwards ? revision <= from : revision >= from));
    return (backwards ? visible.reverse() : visible)
      .slice(0, count)
      .map((revision) => `${revision}:${this.events[revision]}`)
      .join(' ');
  }

  /** The revision that is expected; undefined where none is. */
  revisionOf(expected: Expected): number | undefined {
    if (expected === 'any' || expected === 'stream_exists') return undefined;
    return expected === 'no_stream' ? -1 : Math.max(this.last + expected, 0);
  }

  private write(ids: readonly string[]): string {
    if (this.softDeleted) Object.assign(this, { softDeleted: false, truncateBefore: this.events.length });
    this.events.push(...ids);
    return `ok ${this.last}`;
  }

  private wrong(): string {
    return `wrong ${this.last}`;
  }
}

/** All streams; at no exact revision an id is known where it was written last. */
class Model {
  private readonly streams = [new ModelStream(), new ModelStream()];
  private readonly places = new Map<string, { stream: ModelStream; revision: number }>();

  stream(number: number): ModelStream {
    return this.streams[number]!;
  }

  append(number: number, ids: readonly string[], expected: Expected): string {
    const stream = this.stream(number);
    const before = stream.events.length;
    const result = stream.append(ids, expected, (id) =>
      this.places.get(id)?.stream === stream ? this.places.get(id)!.revision : undefined,
    );
    stream.events.forEach((id, revision) => revision >= before && this.places.set(id, { stream, revision }));
    return result;
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof StreamDeletedError) return 'deleted';
  if (error instanceof StreamNotFoundError) return 'not found';
  if (!(error instanceof WrongExpectedVersionError)) throw error;
  return `wrong ${error.actualVersion === NO_STREAM ? -1 : error.actualVersion}`;
}

const NAMED = { any: ANY, no_stream: NO_STREAM, stream_exists: STREAM_EXISTS } as const;

function expectedRevision<Name extends Exclude<Expected, number>>(
  expected: Name | number,
  stream: ModelStream,
): bigint | (typeof NAMED)[Name] {
  return typeof expected === 'number' ? BigInt(stream.revisionOf(expected)!) : NAMED[expected];
}

/** Does one command to the model and to the store. @returns what each of them says */
async function both(command: Command, model: Model, names: readonly string[], ids: readonly string[]): Promise<[string, string]> {
  const { client } = suite;
  const name = names[command.stream]!;
  const stream = model.stream(command.stream);
  const tried = async (attempt: () => Promise<string>) => attempt().catch(outcomeOf);
  if (command.kind === 'append') {
    const events = command.ids.map((n) => jsonEvent({ id: ids[n]!, type: 'Happened', data: {} }));
    const expected = expectedRevision(command.expected, stream);
    const done = await tried(
      async () => `ok ${(await client.appendToStream(name, events, { expectedRevision: expected })).nextExpectedRevision}`,
    );
    return [
      model.append(
        command.stream,
        command.ids.map((n) => ids[n]!),
        command.expected,
      ),
      done,
    ];
  }
  if (command.kind === 'metadata') {
    const done = await tried(async () => (await client.setStreamMetadata(name, { ...command.metadata }), 'ok'));
    return [stream.describe(command.metadata), done];
  }
  if (command.kind === 'read') {
    const { from, backwards, count } = command;
    const fromRevision: ReadRevision = backwards && from > 9 ? END : BigInt(from);
    const options: ReadStreamOptions = { direction: backwards ? BACKWARDS : FORWARDS, fromRevision, maxCount: count };
    const done = await tried(async () =>
      (await collect(client.readStream(name, options))).map(({ event }) => `${event!.revision}:${event!.id}`).join(' '),
    );
    return [stream.read(backwards && from > 9 ? Infinity : from, backwards, count), done];
  }
  const expected = expectedRevision(command.expected, stream);
  const remove = () =>
    command.kind === 'delete'
      ? client.deleteStream(name, { expectedRevision: expected })
      : client.tombstoneStream(name, { expectedRevision: expected });
  const done = await tried(async () => (await remove(), 'ok'));
  return [stream.remove(command.kind, command.expected), done];
}

const stream = fc.nat(1);
const expected = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Expected>('any', 'no_stream', 'stream_exists') },
  { weight: 4, arbitrary: fc.integer({ min: -4, max: 1 }) },
);
const metadata = fc.record({ maxCount: fc.integer({ min: 1, max: 4 }), truncateBefore: fc.nat(5) }, { requiredKeys: [] });
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      stream,
      ids: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
      expected,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      stream,
      expected: fc.constantFrom<Removable>('any', 'no_stream', -1, 0, 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('tombstone' as const),
      stream,
      expected: fc.constantFrom<Removable>('any', 'no_stream', -1, 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('metadata' as const), stream, metadata }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      stream,
      from: fc.nat(12),
      backwards: fc.boolean(),
      count: fc.integer({ min: 1, max: 20 }),
    }),
  },
);

describe('the store, beside a model of it', () => {
  it('says and shows the same after any sequence of commands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 25, size: 'max' }), async (commands) => {
        const model = new Model();
        const names = [newStream('model'), newStream('model')];
        const ids = Array.from({ length: 8 }, () => randomUUID());
        const whole = names.map((_, number): Command => ({ kind: 'read', stream: number, from: 0, backwards: false, count: 100 }));
        for (const next of [...commands, ...whole]) {
          const [ofModel, ofStore] = await both(next, model, names, ids);
          expect([next, ofStore]).toEqual([next, ofModel]);
        }
      }),
      { numRuns: SEQUENCES },
    );
  });
});
