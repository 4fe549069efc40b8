import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDeliberation, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { StatementEvent } from '../statement/statement.contract';
import { statementList } from '../statement/statement.read-model';
import { ballotStream } from '../../../ballot/ballot.decider';

const at = '2026-03-01T00:30:00.000Z';

describe('statements that their authors change or withdraw', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: StatementEvent) => stage.record(`statement-${event.data.statementId}`, event, { at });

  /** A statement that may be voted on at once, and what its author does with it. */
  async function stated() {
    const place = await stage.drafted([[aDeliberation('after')]]);
    const { consultationId, activityId } = place;
    const [statementId, person] = [randomUUID(), randomUUID()];
    await stage.keys.create([person]);
    const author = await stage.keys.pseudonym(person, consultationId);
    const about = { statementId, consultationId, activityId, author };
    const sealed = async (words: string) => ({
      sealed: await stage.keys.seal(person, consultationId, { event: randomUUID(), field: 'text' }, words),
    });
    const text = await sealed('Buses');
    await record({ type: 'StatementSubmitted', data: { ...about, assurance: 'email', text, externalId: null } });
    return {
      edit: async (words: string) => record({ type: 'StatementEdited', data: { ...about, text: await sealed(words) } }),
      withdraw: () => record({ type: 'StatementWithdrawn', data: about }),
      reject: () =>
        record({ type: 'StatementRejected', data: { statementId, consultationId, activityId, by: randomUUID(), reason: 'Off' } }),
      async vote() {
        const voter = randomUUID().replaceAll('-', '');
        const data = { consultationId, activityId, statementId, voter, choice: 'agree', assurance: 'email' } as const;
        await stage.record(ballotStream(activityId, voter), { type: 'StatementVoteCast', data }, { at });
      },
      close: () =>
        stage.record(`consultation-${consultationId}`, { type: 'PhaseClosed', data: { consultationId, phaseId: place.phaseIds[0]! } }),
      async shown(status?: 'withdrawn' | 'rejected') {
        await stage.projected();
        const options = { status, forModerator: true };
        return (await statementList(stage.dataSource, stage.freshKeys(), activityId, options)).items;
      },
    };
  }

  it('have the newest words, and say when they were changed', async () => {
    const { edit, shown } = await stated();
    await edit('Trams');
    await edit('Ferries');
    expect(await shown()).toMatchObject([{ text: 'Ferries', editedAt: at, edits: 2, status: 'pending' }]);
  });

  it.each(['before', 'with'])('keep the words that were voted on, if the vote was projected %s the change', async (when) => {
    const { edit, vote, shown } = await stated();
    await vote();
    if (when === 'before') await shown();
    await edit('Trams');
    expect(await shown()).toMatchObject([{ text: 'Buses', editedAt: null, edits: 1 }]);
  });

  it('keep words that were changed before the first vote', async () => {
    const { edit, vote, shown } = await stated();
    await edit('Trams');
    await vote();
    expect(await shown()).toMatchObject([{ text: 'Trams', editedAt: at }]);
  });

  it('keep the words that stood at the closing', async () => {
    const { edit, close, shown } = await stated();
    await close();
    await edit('Trams');
    expect(await shown()).toMatchObject([{ text: 'Buses', editedAt: null, edits: 1 }]);
  });

  it('lose their words for everybody once withdrawn, and stay rejected if they were', async () => {
    const [withdrawn, rejected] = [await stated(), await stated()];
    await rejected.reject();
    for (const { edit, withdraw } of [withdrawn, rejected]) {
      await edit('Trams');
      await withdraw();
    }
    expect(await withdrawn.shown('withdrawn')).toMatchObject([{ text: null, status: 'withdrawn' }]);
    expect(await withdrawn.shown()).toEqual([]);
    expect(await rejected.shown('rejected')).toMatchObject([{ text: null, status: 'rejected', rejectionReason: 'Off' }]);
  });
});
