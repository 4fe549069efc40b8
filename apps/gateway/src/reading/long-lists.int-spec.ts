import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit, type DomainEvent } from '@isegoria/contracts';
import { aPlace, accepted, deliberation, submitted, voted } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

interface List {
  readonly items: readonly { readonly id?: string; readonly voter?: string }[];
  readonly next: string | null;
  readonly count: number;
}

const many = 130;
const place = aPlace();
const { consultationId } = place;
const by = randomUUID();
const those = Array.from({ length: many }, () => randomUUID());
const voters = those.map((id) => id.replaceAll('-', ''));
const [author, assurance] = ['a'.repeat(32), 'email'];

describe('of a list longer than any page, each thing is seen once though the list changes meanwhile:', () => {
  let gateway: RunningGateway;
  let text: object;
  beforeAll(async () => {
    gateway = await startGateway();
    text = await (await gateway.rows.person()).seal(consultationId, 'words');
    await gateway.rows.record(...deliberation(place));
  });
  afterAll(() => gateway.stop());

  const listAt = async (path: string, cursor: string | null) => {
    const query = `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor ?? '')}`;
    const { token } = gateway.services.signIn('moderator', 'official');
    const { body } = await gateway.api
      .get(cursor === null ? path : path + query)
      .set('authorization', `Bearer ${token}`)
      .expect(200);
    return body as List;
  };

  /** @param change what happens to a thing of the first page before the second is read */
  async function seen(path: string, change?: (id: string) => DomainEvent): Promise<string[]> {
    const names = ({ items }: List) => items.map((item) => item.id ?? item.voter!);
    let page = await listAt(path, null);
    const all = names(page);
    expect(page.count).toBe(many);
    if (change) await gateway.rows.record(...all.slice(0, 20).map(change));
    while (page.next !== null) all.push(...names((page = await listAt(path, page.next))));
    return all.sort();
  }

  it('comments, of which some are hidden', async () => {
    const posted = those.map((commentId) => ({ type: 'CommentSubmitted', data: { commentId, consultationId, author, assurance, text } }));
    await gateway.rows.record(...posted);
    const hidden = (commentId: string) => ({ type: 'CommentHidden', data: { commentId, consultationId, by, reason: 'Names a person.' } });
    expect(await seen(`/consultations/${consultationId}/comments`, hidden)).toEqual([...those].sort());
  });

  it('open questions, of which some are answered', async () => {
    const unit = rootUnit;
    const asked = those.map((questionId) => ({
      type: 'QuestionAsked',
      data: { questionId, unit, consultationId, author, assurance, text },
    }));
    await gateway.rows.record(...asked);
    const answered = (questionId: string) => ({ type: 'QuestionAnswered', data: { questionId, consultationId, by, text: 'In May.' } });
    expect(await seen('/questions?status=open', answered)).toEqual([...those].sort());
  });

  it('statements that wait, of which some are accepted', async () => {
    await gateway.rows.record(...those.map((id) => submitted(place, id, text)));
    const path = `/activities/${place.activityId}/statements?status=pending`;
    expect(await seen(path, (id) => accepted(place, id))).toEqual([...those].sort());
  });

  it('ballots left out, of which some are put back', async () => {
    const votes = voters.map((voter) => voted(place, those[0]!, voter));
    const excluded = voters.map((voter) => ({ type: 'BallotExcluded', data: { ...place, voter, by, reason: 'Cast by a program' } }));
    await gateway.rows.record(...votes, ...excluded);
    const back = (voter: string) => ({ type: 'BallotReinstated', data: { ...place, voter, by, reason: 'By a person' } });
    expect(await seen(`/activities/${place.activityId}/ballots?status=excluded`, back)).toEqual([...voters].sort());
  });
});
