import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { opinionMapRows } from '@isegoria/consultations/read-models';
import type {
  AccountEvent,
  BatchEvent,
  BallotEvent,
  ConsultationsEvent,
  ContentEvent,
  EventMetadata,
  FeedbackEvent,
  FileEvent,
  LogEvent,
  MethodName,
  MethodSettings,
  SettingsChanged,
  ServiceEvent,
  SitePageFilledIn,
  SuspensionAppealEvent,
  SuspensionEvent,
  TreeEvent,
  UnitEvent,
} from '@isegoria/contracts';
import { rootUnit, type AssuranceLevel } from '@isegoria/contracts';
import { readModelGroups, readModelNames, readModels } from './index';
import { EventStore } from '@isegoria/event-sourcing';
import { EpochKeyFiles, Epochs, SubjectKeys, migrateVault } from '@isegoria/privacy';
import { rebuildGroup, rowsOfVersion, runGroup, waitForPosition } from '@isegoria/projection';
import { freshSecrets, testDatabase, testEventStore } from '@isegoria/testing';

type AnyEvent =
  | AccountEvent
  | BatchEvent
  | ContentEvent
  | FileEvent
  | ServiceEvent
  | SettingsChanged
  | SitePageFilledIn
  | ConsultationsEvent
  | FeedbackEvent
  | LogEvent
  | SuspensionAppealEvent
  | SuspensionEvent
  | TreeEvent
  | UnitEvent;

export interface DraftedActivity {
  readonly method: MethodName;
  readonly settings: MethodSettings;
  readonly title?: string;
}

export const aDeliberation = (moderation: 'before' | 'after' = 'before'): DraftedActivity => ({
  method: 'deliberation',
  settings: { moderation },
});
export const options = [
  { id: 'a', text: 'Trams' },
  { id: 'b', text: 'Buses' },
];
export const aPoll: DraftedActivity = { method: 'poll', settings: { multiple: true, options, ties: 'lot' } };
export const aSurvey: DraftedActivity = {
  method: 'survey',
  settings: {
    questionnaire: {
      sections: [
        {
          questions: [
            { id: 'transport', kind: 'single', text: 'How?', isRequired: true, options: [{ id: 'tram', text: 'By tram' }] },
            { id: 'wish', kind: 'long-text', text: 'What else?', isRequired: false },
          ],
        },
      ],
    },
  },
};
export const aRankedVote: DraftedActivity = { method: 'ranked-vote', settings: { counting: 'schulze', options } };
export const aScoreVote: DraftedActivity = { method: 'score-vote', settings: { scoring: 'mean', highestScore: 5, options } };
export const aMotion: DraftedActivity = { method: 'motion', settings: { majority: 'two-thirds', quorum: 3 } };

/** Real parts with the projections running: events go in, rows come out. */
export async function readModelStage() {
  const [events, database] = await Promise.all([testEventStore(), testDatabase()]);
  const store = new EventStore(events.url);
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 20, ...readModels }).initialize();
  await rowsOfVersion(dataSource, opinionMapRows);
  await migrateVault(dataSource);
  const { KEY_EPOCHS_FOLDER } = freshSecrets();
  const epochs = new Epochs(dataSource, new EpochKeyFiles(KEY_EPOCHS_FOLDER), randomBytes(32));
  const keys = new SubjectKeys(epochs);
  let runner = run();
  let last = 0;

  function run() {
    const abort = new AbortController();
    const failures: Error[] = [];
    const options = { store, dataSource, signal: abort.signal, onFailure: (error: Error) => failures.push(error) };
    const ended = Promise.all(readModelGroups.map((group) => runGroup({ ...options, group })));
    return { failures, stop: () => (abort.abort(), ended) };
  }

  /** Appends to one stream. `at` is when the commands were received. */
  async function record(stream: string, recorded: AnyEvent | readonly AnyEvent[], metadata: Partial<EventMetadata> = {}): Promise<number> {
    const list = [recorded].flat() as AnyEvent[];
    const beside = { schema: 1, at: new Date().toISOString(), correlationId: 'spec', ...metadata };
    const { position } = await store.append(
      stream,
      list.map((event) => ({ ...event, id: randomUUID(), metadata: beside })),
      'any',
    );
    last = Math.max(last, position);
    return position;
  }

  return {
    store,
    dataSource,
    keys,
    databaseUrl: database.url,
    eventStoreUrl: events.url,
    /** Keys as a process has them that never saw anybody. */
    freshKeys: () => new SubjectKeys(epochs),
    record,
    /** Records the draft of a consultation with these activities in its phases, one after the other. */
    async drafted(
      phases: readonly (readonly DraftedActivity[])[],
      {
        unit = rootUnit,
        externalId = null,
        countsFrom = 'email',
        title = 'T',
        answerWithinDays,
        categories,
      }: {
        title?: string;
        unit?: string;
        externalId?: string | null;
        countsFrom?: AssuranceLevel;
        answerWithinDays?: number;
        categories?: readonly string[];
      } = {},
    ) {
      const [consultationId, by] = [randomUUID(), randomUUID()];
      const phaseIds = phases.map(() => randomUUID());
      const words = { title, description: 'D', language: 'en', countsFrom, by, externalId, answerWithinDays, categories } as const;
      const data = { consultationId, unit, ...words, phases: phaseIds.map((phaseId) => ({ phaseId, title: null })) };
      await record(`consultation-${consultationId}`, { type: 'ConsultationDrafted', data });
      const activityIds: string[] = [];
      for (const [index, activities] of phases.entries()) {
        for (const { title: heading = null, ...activity } of activities) {
          const activityId = randomUUID();
          const ids = { activityId, consultationId, phaseId: phaseIds[index]!, by };
          await record(`activity-${activityId}`, { type: 'ActivityDrafted', data: { ...ids, ...activity, title: heading } });
          activityIds.push(activityId);
        }
      }
      return { consultationId, phaseIds, activityIds, activityId: activityIds[0]! };
    },
    /** Resolves when everything recorded here is in the rows, or what somebody else recorded up to a position. */
    async projected(within = 10_000, upTo = 0): Promise<number> {
      last = Math.max(last, upTo);
      await waitForPosition(dataSource, readModelNames, last, within).catch((error: Error) => {
        throw runner.failures.at(-1) ?? error;
      });
      return last;
    },
    async pause() {
      await runner.stop();
    },
    resume() {
      runner = run();
    },
    /** Fills every group again from the start of the log. */
    async rebuild() {
      await runner.stop();
      for (const group of readModelGroups) await rebuildGroup({ store, dataSource, group, signal: new AbortController().signal });
      runner = run();
      await waitForPosition(dataSource, readModelNames, last, 30_000);
    },
    async stop() {
      await runner.stop();
      await store.close();
      await dataSource.destroy();
      await Promise.all([events.stop(), database.stop()]);
    },
  };
}

export type ReadModelStage = Awaited<ReturnType<typeof readModelStage>>;

/** A pseudonym as they look. */
export const pseudonym = () => randomBytes(16).toString('hex');

export const ballotStream = ({ data }: BallotEvent) => `ballot-${data.activityId}-${data.voter}`;
