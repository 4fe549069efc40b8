import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  consultationDrafted,
  milestoneSet,
  officialAnswerPublished,
  rootUnit,
  type Actor,
  type Page,
  type UsedFileView,
} from '@isegoria/contracts';
import { readingFor } from '@isegoria/projection';
import { readModelStage, type ReadModelStage } from '../stage.fixture';
import { fileUseAnswers } from './file-uses';

const by = randomUUID();
const [water, roads] = ['root.aaaaaaaa', 'root.bbbbbbbb'];
const hash = () => randomUUID().replaceAll('-', '').repeat(2);
const official = (unit: string): Actor => ({ accountId: by, roles: [{ role: 'official', unit }], assurance: 'email' });

describe('where files stand', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const facts = { name: 'Plan.pdf', mediaType: 'application/pdf', size: 4, alt: null, width: null, height: null } as const;
  async function added(unit: string): Promise<{ file: string } & typeof facts> {
    const file = hash();
    await stage.record(`file-${file}`, { type: 'FileAdded', data: { file, unit, ...facts, by } });
    return { file, ...facts };
  }
  async function asked(reader: Actor | undefined, of: object = {}): Promise<readonly UsedFileView[]> {
    await stage.projected();
    const [answer] = fileUseAnswers;
    const reading = readingFor(answer!, fileUseAnswers, { rows: stage.dataSource, keys: stage.keys, reader });
    return ((await answer!.give(of as never, reading)) as Page<UsedFileView>).items;
  }

  it('is told of pages, consultations and answers, as far as the reader may see them', async () => {
    const plan = await added(water);
    const files = { picture: null, documents: [plan] };
    const [pageId, draftId, consultationId, questionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const page = { kind: 'information', title: 'The lake', body: 'B', language: 'en', files, by } as const;
    await stage.record(`page-${pageId}`, { type: 'PageDrafted', data: { pageId, unit: water, ...page } });
    await stage.record(`page-${pageId}`, { type: 'PagePublished', data: { pageId, by } });
    await stage.record(`page-${draftId}`, { type: 'PageDrafted', data: { pageId: draftId, unit: roads, ...page, title: 'A secret' } });
    const about = { ...consultationDrafted.sample.about!, ...files };
    const drafted = { ...consultationDrafted.sample, consultationId, unit: water, title: 'Shores', about };
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationDrafted', data: drafted });
    const person = randomUUID();
    await stage.keys.create([person]);
    const text = { sealed: await stage.keys.seal(person, 'questions', { event: questionId, field: 'text' }, 'When?') };
    const author = '000102030405060708090a0b0c0d0e0f';
    const asked1 = { questionId, unit: water, consultationId: null, author, assurance: 'email', text } as const;
    await stage.record(`question-${questionId}`, { type: 'QuestionAsked', data: asked1 });
    await stage.record(`question-${questionId}`, {
      type: 'QuestionAnswered',
      data: { questionId, consultationId: null, by, text: 'A', files },
    });

    const [seen] = await asked(official(water), { file: plan.file });
    expect(seen).toMatchObject({
      file: plan.file,
      uses: [
        { kind: 'consultation', id: consultationId, title: 'Shores', language: 'en', isPublic: false },
        { kind: 'page', id: pageId, title: 'The lake', language: 'en', isPublic: true },
        { kind: 'question', id: questionId, title: null, isPublic: true },
      ],
      otherUses: 1,
    });
    const [all] = await asked(official(rootUnit), { file: plan.file });
    expect(all).toMatchObject({ otherUses: 0 });
    expect(all!.uses).toHaveLength(4);
  });

  it('is told of what an office answered and reports, and of what stood there before; those pages say what was withdrawn', async () => {
    const [plan, draft] = [await added(water), await added(water)];
    const [consultationId, aboutId] = [randomUUID(), randomUUID()];
    const drafted = { ...consultationDrafted.sample, consultationId, unit: water, title: 'Quays' };
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationDrafted', data: drafted });
    const answer = { ...officialAnswerPublished.sample, consultationId, aboutId };
    const given = { documents: [draft], note: null };
    await stage.record(`official-answer-${aboutId}`, { type: 'OfficialAnswerPublished', data: { ...answer, ...given } });
    const anew = { documents: [plan, draft], note: 'The plan is drawn.' };
    await stage.record(`official-answer-${aboutId}`, { type: 'OfficialAnswerPublished', data: { ...answer, ...anew } });
    const milestoneId = randomUUID();
    const step = { ...milestoneSet.sample, consultationId, milestoneId, documents: [draft] };
    await stage.record(`milestone-${milestoneId}`, { type: 'MilestoneSet', data: step });
    const uses = [{ kind: 'consultation', id: consultationId, isPublic: true }];
    for (const { file } of [plan, draft]) expect(await asked(official(water), { file })).toMatchObject([{ uses }]);
    await stage.record(`file-${draft.file}`, { type: 'FileWithdrawn', data: { file: draft.file, by, reason: 'It named somebody.' } });
    await stage.projected();
    const rows = await stage.dataSource.query('SELECT documents, earlier FROM official_answer WHERE about_id = $1', [aboutId]);
    const gone = { file: draft.file, withdrawn: true, withdrawnReason: 'It named somebody.' };
    expect(rows).toMatchObject([{ documents: [plan, gone], earlier: [{ documents: [gone] }] }]);
    expect(rows[0].documents[0]).toEqual(plan);
  });

  it('is told of the files of one’s own units only', async () => {
    const [own, other] = [await added(water), await added(roads)];
    const seen = (await asked(official(water))).map(({ file }) => file);
    expect(seen).toContain(own.file);
    expect(seen).not.toContain(other.file);
    expect(await asked(official(water), { file: other.file })).toEqual([]);
    expect((await asked(official(rootUnit), { unit: roads })).map(({ file }) => file)).toEqual([other.file]);
    expect(await asked(undefined)).toEqual([]);
  });
});
