import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atEachLevel } from '@isegoria/consultations';
import type { AssuranceLevel } from '@isegoria/kernel';
import { pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { commentList } from '../comment/comment.read-model';
import { replyList, threadList } from '../comment/thread/thread.read-model';
import { questionList } from '../question/question.read-model';

describe('replies and support in rows', () => {
  let stage: ReadModelStage;
  beforeAll(async () => void (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  const words = { assurance: 'email', text: { plain: 'Buses at night, please' } } as const;
  async function comment(consultationId: string, reply?: { to: string; thread: string }): Promise<string> {
    const commentId = randomUUID();
    const data = { commentId, consultationId, author: pseudonym(), ...words, ...(reply && { reply }) };
    await stage.record(`comment-${commentId}`, { type: 'CommentSubmitted', data });
    return commentId;
  }
  async function support(
    itemId: string,
    consultationId: string | null,
    { supporter = pseudonym(), supports = true, assurance = 'email' as AssuranceLevel, item = 'comment' as 'comment' | 'question' } = {},
  ): Promise<string> {
    const data = { item, itemId, consultationId, supporter, supports, assurance };
    await stage.record(`support-${itemId}-${supporter}`, { type: 'SupportCast', data });
    return supporter;
  }
  const threads = async (consultationId: string, sort?: 'supported') => {
    await stage.projected();
    return (await threadList(stage.dataSource, stage.keys, { consultationId, sort })).items;
  };

  it('counts each person once, at the level of the last word, and not who took it back; a replay comes to the same', async () => {
    const { consultationId } = await stage.drafted([[]], { countsFrom: 'attested' });
    const id = await comment(consultationId);
    const [changes, goes] = [await support(id, consultationId), await support(id, consultationId)];
    await support(id, consultationId, { assurance: 'anonymous' });
    await support(id, consultationId, { supporter: changes, assurance: 'attested' });
    await support(id, consultationId, { supporter: goes, supports: false });
    const seen = async () => (await stage.projected(), (await commentList(stage.dataSource, stage.keys, consultationId)).items);
    const expected = [{ id, support: atEachLevel(0, { anonymous: 1, attested: 1 }), supporters: 1 }];
    expect(await seen()).toMatchObject(expected);
    await stage.rebuild();
    expect(await seen()).toMatchObject(expected);
  });

  it('shows threads newest or most supported first, each with its first replies, those to replies among them', async () => {
    const consultationId = randomUUID();
    const [liked, older, newer] = [await comment(consultationId), await comment(consultationId), await comment(consultationId)];
    await support(liked, consultationId);
    const replies: string[] = [];
    for (let to = older; replies.length < 4; to = replies.at(-1)!) replies.push(await comment(consultationId, { to, thread: older }));
    const newest = await threads(consultationId);
    expect(newest.map((one) => one.comment.id)).toEqual([newer, older, liked]);
    expect(newest[1]).toMatchObject({
      comment: { inReplyTo: null, threadId: older },
      replies: [
        { id: replies[0], inReplyTo: older, threadId: older },
        { id: replies[1], inReplyTo: replies[0], threadId: older },
        { id: replies[2], inReplyTo: replies[1], threadId: older },
      ],
      replyCount: 4,
    });
    expect((await threads(consultationId, 'supported')).map((one) => one.comment.id)).toEqual([liked, newer, older]);
    const all = await replyList(stage.dataSource, stage.keys, { commentId: older });
    expect(all).toMatchObject({ items: replies.map((id) => ({ id })), count: 4, next: null });
  });

  it('goes on after a page in the order of support', async () => {
    const consultationId = randomUUID();
    const ids: string[] = [];
    for (let n = 0; n < 102; n += 1) ids.push(await comment(consultationId));
    const [first, second] = [ids[50]!, ids[10]!];
    await support(first, consultationId);
    await support(first, consultationId);
    await support(second, consultationId);
    await stage.projected();
    const page = await threadList(stage.dataSource, stage.keys, { consultationId, sort: 'supported' });
    const rest = await threadList(stage.dataSource, stage.keys, { consultationId, sort: 'supported', cursor: page.next! });
    expect(page.items.slice(0, 3).map((one) => one.comment.id)).toEqual([first, second, ids.at(-1)]);
    expect(rest.items.map((one) => one.comment.id)).toEqual([ids[1], ids[0]]);
    expect([page.count, rest.next]).toEqual([102, null]);
    await expect(threadList(stage.dataSource, stage.keys, { consultationId, sort: 'supported', cursor: 'x' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });

  it('sorts questions too, and counts support for those about no consultation from a confirmed address', async () => {
    const unit = 'root.cccccccc';
    const ask = async () => {
      const questionId = randomUUID();
      const data = { questionId, unit, consultationId: null, author: pseudonym(), ...words };
      await stage.record(`question-${questionId}`, { type: 'QuestionAsked', data });
      return questionId;
    };
    const [liked, other] = [await ask(), await ask()];
    await support(liked, null, { item: 'question' });
    await support(other, null, { item: 'question', assurance: 'anonymous' });
    await stage.projected();
    const { items } = await questionList(stage.dataSource, stage.keys, { units: [unit], sort: 'supported' });
    expect(items.map(({ id, supporters }) => [id, supporters])).toEqual([
      [liked, 1],
      [other, 0],
    ]);
  });
});
