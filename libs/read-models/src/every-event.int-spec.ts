import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  catalogue,
  contributionsTo,
  eventCatalogue,
  everyEvent,
  methods,
  officialActionKinds,
  upcast,
  type DomainEvent,
  type EventContract,
} from '@isegoria/contracts';
import { EventStore, type NewEvent } from '@isegoria/event-sourcing';
import { officialActions, readModelEntities } from './index';
import { readModelStage, type ReadModelStage } from './stage.fixture';

/** These take rows away: they come before what makes the rows. */
const takeAway = new Set(['DraftDiscarded', 'CommentRestored', 'CommentWithdrawn', 'QuestionRestored', 'QuestionWithdrawn']);
const contracts = (everyEvent as readonly EventContract[]).toSorted((a, b) => Number(takeAway.has(b.type)) - Number(takeAway.has(a.type)));
/** What is contributed before the closing counts, and behind it is late: so the samples come once more behind it. */
const closings = contracts.filter(({ type }) => ['PhaseClosed', 'ConsultationClosed', 'ConsultationCancelled'].includes(type));
const contributed = contracts.filter(({ type }) => contributionsTo(methods).has(type));
const inOrder = [...contracts.filter((contract) => !closings.includes(contract)), ...closings, ...contributed];
/** Of these, every event is a row. */
const growing = [
  ...['official_action', 'late_contribution', 'note', 'office_note', 'statement_status', 'answer_stance'],
  ...['count_move', 'consultation_moment', 'activity_correction', 'page_version'],
];
const streamOf = ({ stream, sample }: EventContract) => stream.nameFor(sample) ?? stream.pattern;
/** What a newer program knows: each event in a version more, with a member more. */
const newer = catalogue(contracts.map((contract) => ({ ...contract, schema: contract.schema + 1 })));
const addedLater = { addedLater: { consultationId: 'not an id', by: 7 } };

describe('every projection', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  /** Every row of every read model as text; where it stands in the log and when it came aside. */
  async function dump(): Promise<Record<string, string[]>> {
    const tables = readModelEntities.map((entity) => stage.dataSource.getMetadata(entity).tablePath);
    const rowsOf = async (table: string) => {
      const rows: { row: string }[] = await stage.dataSource.query(`SELECT rows::text AS row FROM ${table} AS rows ORDER BY 1`);
      return [table, rows.map(({ row }) => row)];
    };
    return Object.fromEntries(await Promise.all(tables.map(rowsOf)));
  }

  it('takes a sample of every version of every event', async () => {
    for (const contract of inOrder) {
      const { type, earlier, sample } = contract;
      const versions = [...earlier.map((version, index) => upcast(eventCatalogue, type, index + 1, version.sample)), sample];
      for (const data of versions) await stage.record(streamOf(contract), { type, data } as never);
    }
    await stage.projected();
    const kinds = (await officialActions(stage.dataSource)).items.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(officialActionKinds));
    const empty = Object.entries(await dump()).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []));
    const ofQuotas = ['quota_response', 'quota_taken', 'quota_exceeded'];
    expect(empty).toEqual(['annotation_place', 'survey_file', 'survey_text', ...ofQuotas, 'channel_tally', 'writer', 'opinion_map']);
  });

  it('passes over what only a newer program knows, in any stream and whatever it says', async () => {
    await stage.projected();
    const before = await dump();
    for (const contract of contracts) {
      const hostile: DomainEvent[] = [
        { type: 'SomethingNewer', data: { ...contract.sample, ...addedLater } },
        { type: `${contract.type}Again`, data: {} },
        { type: 'constructor', data: { consultationId: null, by: [] } },
      ];
      await stage.record(streamOf(contract), hostile as never);
    }
    await stage.projected();
    expect(await dump()).toEqual(before);
  });

  it('reads a newer version by the members that it knows', async () => {
    const store = new EventStore(stage.eventStoreUrl, { catalogue: newer });
    const counted = async () => Object.entries(await dump()).map(([table, rows]) => [table, rows.length] as const);
    const before = new Map(await counted());
    let last = 0;
    for (const contract of contracts) {
      const metadata = { at: new Date().toISOString(), correlationId: 'spec' };
      const event: NewEvent = { type: contract.type, data: { ...contract.sample, ...addedLater }, id: crypto.randomUUID(), metadata };
      last = (await store.append(streamOf(contract), [event], 'any')).position;
    }
    await store.close();
    await stage.projected(30_000, last);
    const lists = ((await stage.dataSource.query('SELECT 1 FROM official_action WHERE position <= $1', [last])) as unknown[]).length;
    const actsThatCount = contributed.filter(({ act }) => act !== undefined).length;
    const earlierActs = contracts.filter(({ act }) => act !== undefined).flatMap(({ earlier }) => earlier).length;
    expect(lists).toBe(2 * officialActionKinds.length + actsThatCount + earlierActs);
    // Ids are those of the first sample: rows are changed, and none is doubled.
    for (const [table, rows] of await counted()) if (!growing.includes(table)) expect([table, rows]).toEqual([table, before.get(table)]);
    const earlierContributions = contributed.flatMap(({ earlier }) => earlier).length;
    expect(new Map(await counted()).get('late_contribution')).toBe(2 * contributed.length + earlierContributions);
  });
});
