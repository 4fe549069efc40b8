import type { Recorded } from './alterable-store.fixture';

/** The history of a store after an insider altered the event at a place. */
export type Alteration = (history: readonly Recorded[], at: number) => Recorded[];

const withData =
  (alter: (text: string) => string): Alteration =>
  (history, at) => {
    const event = history[at]!;
    return [...history].with(at, { ...event, data: Buffer.from(alter(event.data.toString())) });
  };

const withChanged =
  (change: Partial<Recorded>): Alteration =>
  (history, at) =>
    [...history].with(at, { ...history[at]!, ...change });

const other: Recorded = {
  id: '5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10',
  type: 'Noted',
  stream: 'comment-other',
  recordedAt: '2026-03-02T12:00:00.000Z',
  data: Buffer.from('{}'),
  metadata: Buffer.from('{"schema":1}'),
};

/** For events whose data have the word "agree" and more than one member. */
export const alterations = {
  'flips a bit of the data': withData((text) => text.replace('"agree"', '"afree"')),
  'flips a bit of the metadata': (history, at) => {
    const metadata = Buffer.from(history[at]!.metadata.toString().replace('"schema":1', '"schema":3'));
    return [...history].with(at, { ...history[at]!, metadata });
  },
  'writes the same in another form': withData((text) => JSON.stringify(JSON.parse(text), null, 1)),
  'writes its members in another order': withData((text) =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse())),
  ),
  'gives it another id': withChanged({ id: '5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a11' }),
  'gives it another type': withChanged({ type: 'Renamed' }),
  'puts it into another stream': withChanged({ stream: 'comment-other' }),
  'gives it another time': (history, at) => {
    const { recordedAt } = history[at]!;
    return withChanged({ recordedAt: new Date(Date.parse(recordedAt) + 1).toISOString() })(history, at);
  },
  'deletes it': (history, at) => history.toSpliced(at, 1),
  'inserts another before it': (history, at) => history.toSpliced(at, 0, other),
  'swaps it with the next': (history, at) => [...history].with(at, history[at + 1]!).with(at + 1, history[at]!),
  'moves it to the end': (history, at) => [...history.toSpliced(at, 1), history[at]!],
  'cuts the store there': (history, at) => history.slice(0, at),
} satisfies Record<string, Alteration>;

export type AlterationName = keyof typeof alterations;

export const alterationNames = Object.keys(alterations) as AlterationName[];
