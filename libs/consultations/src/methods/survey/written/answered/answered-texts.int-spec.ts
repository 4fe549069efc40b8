import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { knownNotes } from '@isegoria/read-models';
import { pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { waitingConsultations } from '../../../../consultation/desk/desk.read-model';
import type { PhaseInRow } from '../../../../phase/phase.read-model';
import type { Questionnaire } from '../../questionnaire/questionnaire.pure';
import { surveyedOn } from '../../surveyed.fixture';

const questionnaire: Questionnaire = {
  sections: [{ questions: [{ id: 'wish', kind: 'long-text', text: 'Wish?', isRequired: false }] }],
};

describe('the answer to a text of a survey', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  it('is owed by its office once it is listed, and told to the person who wrote it alone', async () => {
    const { place, respond, seal, decide, answer, written, close } = await surveyedOn(stage, questionnaire);
    const { consultationId, activityId } = place;
    await stage.projected();
    const sql = 'SELECT phases FROM consultation WHERE id = $1';
    const [{ phases }]: [{ phases: PhaseInRow[] }] = await stage.dataSource.query(sql, [consultationId]);
    const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString();
    const dated = phases.map(({ id: phaseId }) => ({ phaseId, opensAt: day(-9), closesAt: day(9) }));
    const published = { consultationId, phases: dated, by: randomUUID() };
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationPublished', data: published });
    const voters = Array.from({ length: 10 }, () => pseudonym());
    for (const [at, voter] of voters.entries()) await respond(voter, { wish: await seal(voter, randomUUID(), 'wish', `Wish ${at}`) });
    await close();
    const { items } = await (await written('wish')).desk();
    const nameOf = (at: number) => items.find(({ words }) => words === `Wish ${at}`)!.text;
    const open = async () => {
      await stage.projected();
      const asked = { duty: 'answer', units: ['root'], account: randomUUID(), now: new Date() } as const;
      const waiting = await waitingConsultations(stage.dataSource, asked);
      return waiting.items.flatMap(({ activity }) => (activity?.id === activityId ? [activity.open] : []));
    };
    expect(await open()).toEqual([]);
    for (const at of [3, 4]) await decide(nameOf(at), 'listed');
    expect(await open()).toEqual([2]);
    await answer(nameOf(3), 'partly', 'Wishes');
    expect(await open()).toEqual([1]);
    await answer(nameOf(4), 'rejected');
    expect(await open()).toEqual([]);

    const { own } = await written('wish');
    const aboutId = expect.any(String);
    const stood = { question: 'wish', decision: 'listed', reason: null, rule: null };
    expect(await own(voters[3]!)).toEqual([{ ...stood, answer: { aboutId, stance: 'partly', theme: 'Wishes' } }]);
    expect(await own(voters[4]!)).toEqual([{ ...stood, answer: { aboutId, stance: 'rejected', theme: null } }]);
    expect(await own(voters[5]!)).toEqual([{ ...stood, decision: 'waiting', answer: null }]);

    const told = async (voter: string) => {
      const upTo = await knownNotes.upTo(stage.dataSource.manager);
      const stretch = { after: 0, upTo, kinds: ['text-answered', 'activity-answered'], limit: 9 };
      const pseudonymIn = (context: string) => Promise.resolve(context === consultationId ? voter : pseudonym());
      const person = { accountId: randomUUID(), units: [], pseudonymIn };
      return (await knownNotes.of(stage.dataSource.manager, person, stretch as never)).map(({ kind, ...of }) => [kind, of.aboutId]);
    };
    const [one] = await own(voters[3]!);
    expect(await told(voters[3]!)).toEqual([['text-answered', one!.answer!.aboutId]]);
    expect(await told(voters[5]!)).toEqual([]);
  });
});
