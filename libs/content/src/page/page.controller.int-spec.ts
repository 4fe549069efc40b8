import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { actor, actorIn, eventually } from '@isegoria/testing';
import { by, startContent, type TestService } from '../content.fixture';
import { noFiles, type AttachedFiles } from '../file/attached/attached.contract';
import { fileStream } from '../file/file.contract';
import { draftPage, planPage, publishPage, revisePage, withdrawPage } from './page.contract';

describe('pages over the bus', () => {
  let service: TestService;
  beforeAll(async () => void (service = await startContent()));
  afterAll(() => service?.stop());

  const send = (subject: string, command: object, context: CommandContext) => service.send(subject, command, context);
  const typesOf = (pageId: string) => service.typesOf(pageId);
  const words = { title: 'Bridge closed', body: 'From **Monday** on.', language: 'en' };
  const drafting = { kind: 'announcement', ...words };

  it('takes a page from draft to published, revised, withdrawn and published again', async () => {
    const official = actor('official');
    const { id: pageId } = await send(draftPage.subject, drafting, by(official));
    await send(publishPage.subject, { pageId }, by(official));
    await send(revisePage.subject, { pageId, ...words, title: 'Bridge open', note: 'It is open.' }, by(official));
    await send(withdrawPage.subject, { pageId, reason: 'Outdated.' }, by(actor('administrator')));
    const last = await send(publishPage.subject, { pageId }, by(official));

    const history = await service.store.readStream(`page-${pageId}`);
    expect(history.map(({ type }) => type)).toEqual(['PageDrafted', 'PagePublished', 'PageRevised', 'PageWithdrawn', 'PagePublished']);
    expect(history[0]!.data).toEqual({ pageId, unit: 'root', ...drafting, files: noFiles, by: official.accountId });
    expect(last.position).toBe(history.at(-1)!.position);
  });

  it('publishes a page by itself within a second of the time that was planned, and not where that was called off', async () => {
    const official = by(actor('official'));
    const anew = () => ({ ...official, commandId: randomUUID() });
    const drafted = async () => (await send(draftPage.subject, drafting, anew())).id;
    const [planned, calledOff] = [await drafted(), await drafted()];
    const at = new Date(Date.now() + 3_000).toISOString();
    for (const pageId of [planned, calledOff]) await send(planPage.subject, { pageId, at }, anew());
    await send(planPage.subject, { pageId: calledOff, at: null }, anew());
    const whole = ['PageDrafted', 'PagePublicationPlanned', 'PagePublished'];
    await eventually(async () => expect(await typesOf(planned)).toEqual(whole), 15_000);
    const last = (await service.store.readStream(`page-${planned}`)).at(-1)!;
    expect(last.data).toEqual({ pageId: planned, by: null });
    expect(Date.parse(last.metadata.at)).toBeGreaterThanOrEqual(Date.parse(at));
    expect(await typesOf(calledOff)).toEqual(['PageDrafted', 'PagePublicationPlanned', 'PagePublicationPlanned']);
  });

  it('puts files beside a page that were added, and are not withdrawn', async () => {
    const official = actor('official');
    const added = async (file: string, mediaType: string, ...more: object[]) => {
      const isPicture = mediaType === 'image/png';
      const size = isPicture ? { alt: 'A bridge', width: 9, height: 9 } : { alt: null, width: null, height: null };
      const data = { file, unit: 'root', mediaType, size: 9, name: 'As added', ...size, by: official.accountId };
      const metadata = { at: new Date().toISOString(), correlationId: 'spec' };
      const events = [{ type: 'FileAdded', data }, ...more].map((event) => ({ ...event, id: randomUUID(), metadata }));
      await service.store.append(fileStream(file), events as never, 'none');
      return { file };
    };
    const hash = () => randomUUID().replaceAll('-', '').repeat(2);
    const [bridge, plan] = [await added(hash(), 'image/png'), await added(hash(), 'application/pdf')];
    const gone = hash();
    await added(gone, 'application/pdf', { type: 'FileWithdrawn', data: { file: gone, by: official.accountId, reason: 'Wrong.' } });
    const beside = { picture: { ...bridge, alt: 'The bridge today' }, documents: [{ ...plan, name: 'Plan.pdf' }] };
    const { id } = await send(draftPage.subject, { ...drafting, ...beside }, by(official));
    const [event] = await service.store.readStream(`page-${id}`);
    expect((event!.data as { files: AttachedFiles }).files).toMatchObject({
      picture: { ...bridge, alt: 'The bridge today', name: 'As added', width: 9 },
      documents: [{ ...plan, name: 'Plan.pdf', mediaType: 'application/pdf', alt: null }],
    });
    for (const [files, field, code] of [
      [{ documents: [plan, { file: gone }] }, 'documents[1]', 'FILE_WITHDRAWN'],
      [{ documents: [{ file: hash() }] }, 'documents[0]', 'FILE_NOT_FOUND'],
      [{ picture: plan }, 'picture', 'PICTURE_EXPECTED'],
    ] as const) {
      const refused = send(revisePage.subject, { pageId: id, ...words, ...files }, by(official));
      await expect(refused).rejects.toMatchObject({ code, details: { field } });
    }
    expect(await typesOf(id)).toEqual(['PageDrafted']);

    const once = by(official);
    const first = await send(draftPage.subject, { ...drafting, ...beside }, once);
    const withdrawn = { type: 'FileWithdrawn', data: { file: plan.file, by: official.accountId, reason: 'Outdated.' } } as const;
    const metadata = { at: new Date().toISOString(), correlationId: 'spec' };
    await service.store.append(fileStream(plan.file), [{ ...withdrawn, id: randomUUID(), metadata }] as never, 0);
    // Whatever became of its files, the retry of a command changes nothing and has the first answer.
    expect(await send(draftPage.subject, { ...drafting, ...beside }, once)).toEqual(first);
    await expect(send(draftPage.subject, { ...drafting, ...beside }, by(official))).rejects.toMatchObject({ code: 'FILE_WITHDRAWN' });
  });

  it('drafts one page for a command that is delivered twice', async () => {
    const context = by(actor('official'));
    const [first, second] = await Promise.all([1, 2].map(() => send(draftPage.subject, drafting, context)));
    expect(second).toEqual(first);
    expect(await typesOf(first!.id)).toEqual(['PageDrafted']);
  });

  it('does not publish a withdrawn page again at the late retry of a publication that had changed nothing', async () => {
    const official = actor('official');
    const { id: pageId } = await send(draftPage.subject, drafting, by(official));
    await send(publishPage.subject, { pageId }, by(official));
    const again = { ...by(official), request: 'again' };
    const first = await send(publishPage.subject, { pageId }, again);
    await send(withdrawPage.subject, { pageId, reason: 'Outdated.' }, by(official));
    expect(await send(publishPage.subject, { pageId }, again)).toEqual(first);
    expect(await typesOf(pageId)).toEqual(['PageDrafted', 'PagePublished', 'PageWithdrawn']);
  });

  it('refuses another draft under the key of one that was accepted', async () => {
    const context = { ...by(actor('official')), request: 'one' };
    const { id: pageId } = await send(draftPage.subject, drafting, context);
    const other = send(draftPage.subject, { ...drafting, title: 'Another' }, { ...context, request: 'other' });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await typesOf(pageId)).toEqual(['PageDrafted']);
  });

  it('changes nothing when a page is published twice', async () => {
    const official = actor('official');
    const { id: pageId } = await send(draftPage.subject, drafting, by(official));
    const once = await send(publishPage.subject, { pageId }, by(official));
    expect(await send(publishPage.subject, { pageId }, by(official))).toEqual({ ...once, unchanged: true });
    expect(await typesOf(pageId)).toEqual(['PageDrafted', 'PagePublished']);
  });

  it('knows no page that was never drafted', async () => {
    const pageId = randomUUID();
    const context = () => by(actor('official'));
    for (const attempt of [
      send(publishPage.subject, { pageId }, context()),
      send(revisePage.subject, { pageId, ...words }, context()),
      send(withdrawPage.subject, { pageId, reason: 'Why not.' }, context()),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'PAGE_NOT_FOUND' });
    }
    expect(await typesOf(pageId)).toEqual([]);
  });

  it('is for officials and administrators only', async () => {
    const { id: pageId } = await send(draftPage.subject, drafting, by(actor('official')));
    const asEveryoneElse: [Actor | undefined, string][] = [
      [undefined, 'SIGN_IN_REQUIRED'],
      [actor(), 'FORBIDDEN_ROLE'],
      [actor('moderator', 'analyst', 'auditor'), 'FORBIDDEN_ROLE'],
    ];
    for (const [who, code] of asEveryoneElse) {
      await expect(send(draftPage.subject, drafting, by(who))).rejects.toMatchObject({ code });
      await expect(send(revisePage.subject, { pageId, ...words }, by(who))).rejects.toMatchObject({ code });
      await expect(send(publishPage.subject, { pageId }, by(who))).rejects.toMatchObject({ code });
      await expect(send(withdrawPage.subject, { pageId, reason: 'No.' }, by(who))).rejects.toMatchObject({ code });
    }
    expect(await typesOf(pageId)).toEqual(['PageDrafted']);
  });

  it('is drafted in a unit that is there and open, and goes on in one that is closed since', async () => {
    const [unit, below, closed] = ['root.aaaaaaaa', 'root.aaaaaaaa.bbbbbbbb', 'root.cccccccc'];
    for (const made of [unit, below, closed, `${closed}.dddddddd`]) await service.recordUnit(made, 'UnitMade');
    const official = actorIn(unit, 'official');
    const draftIn = (where: string, context = by(official)) => send(draftPage.subject, { ...drafting, unit: where }, context);
    const context = by(official);
    const first = await draftIn(below, context);
    const { id: pageId } = first;
    expect((await service.store.readStream(`page-${pageId}`))[0]!.data).toMatchObject({ unit: below });
    await service.recordUnit(closed, 'UnitClosed');
    for (const [where, who, code] of [
      [unit, actorIn(below, 'official'), 'FORBIDDEN_ROLE'],
      ['root', official, 'FORBIDDEN_ROLE'],
      [closed, actor('official'), 'UNIT_CLOSED'],
      [`${closed}.dddddddd`, actor('official'), 'UNIT_CLOSED'],
      ['root.eeeeeeee', actor('official'), 'UNIT_NOT_FOUND'],
      ['ministry', official, 'VALIDATION_FAILED'],
    ] as const)
      await expect(draftIn(where, by(who))).rejects.toMatchObject({ code });
    await service.recordUnit(unit, 'UnitClosed');
    expect(await draftIn(below, context)).toEqual(first);
    await send(revisePage.subject, { pageId, ...words, title: 'Bridge open' }, by(official));
    await send(publishPage.subject, { pageId }, by(actorIn(below, 'administrator')));
    for (const who of [actorIn(closed, 'official'), actorIn(`${below}.ffffffff`, 'official'), actorIn(below, 'moderator')]) {
      for (const [subject, command] of [
        [revisePage.subject, { pageId, ...words }],
        [publishPage.subject, { pageId }],
        [withdrawPage.subject, { pageId, reason: 'No.' }],
      ] as const)
        await expect(send(subject, command, by(who))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    }
    expect(await typesOf(pageId)).toEqual(['PageDrafted', 'PageRevised', 'PagePublished']);
  });

  it.each([
    ['a NUL in the title', { ...drafting, title: 'a\u0000b' }, 'title'],
    ['half a surrogate pair in the body', { ...drafting, body: 'a\ud800b' }, 'body'],
    ['a blank title', { ...drafting, title: ' \n' }, 'title'],
    ['a title that is too long', { ...drafting, title: 'a'.repeat(201) }, 'title'],
    ['a body of the wrong kind', { ...drafting, body: { $gt: '' } }, 'body'],
    ['an unknown kind', { ...drafting, kind: 'advertisement' }, 'kind'],
    ['a missing language', { ...drafting, language: undefined }, 'language'],
  ])('refuses %s and records nothing', async (_, command, field) => {
    const context = by(actor('official'));
    await expect(send(draftPage.subject, command, context)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
    expect(await typesOf(context.commandId)).toEqual([]);
  });

  it('refuses unknown fields, pages named by no UUID, and a withdrawal without a reason', async () => {
    const official = actor('official');
    const forged = { ...drafting, by: randomUUID() };
    await expect(send(draftPage.subject, forged, by(official))).rejects.toMatchObject({ code: 'UNKNOWN_FIELD', details: { field: 'by' } });
    for (const [subject, command, field] of [
      [publishPage.subject, { pageId: '../consultation-1' }, 'pageId'],
      [withdrawPage.subject, { pageId: randomUUID() }, 'reason'],
    ] as const) {
      await expect(send(subject, command, by(official))).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
    }
  });
});
