import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { actor } from '@isegoria/testing';
import { by, startContent, type TestService } from '../content.fixture';
import { draftPage } from '../page/page.contract';
import { placePage, takePageOut, treeStream } from './site-tree.contract';

describe('places of pages over the bus', () => {
  let service: TestService;
  beforeAll(async () => void (service = await startContent()));
  afterAll(() => service?.stop());

  const official = actor('official');
  const drafted = async (title: string) =>
    (await service.send(draftPage.subject, { kind: 'information', title, body: 'b', language: 'en' }, by(official))).id;
  const address = (word: string) => `${word}-${randomUUID().slice(0, 8)}`;

  it('are given once, whatever is retried, and taken back', async () => {
    const pageId = await drafted('Water');
    const [placing, context] = [{ pageId, above: null, address: address('water') }, by(official)];
    const first = await service.send(placePage.subject, placing, context);
    expect(await service.send(placePage.subject, placing, context)).toEqual(first);
    const [event] = (await service.store.readStream(treeStream)).filter(({ data }) => (data as { pageId: string }).pageId === pageId);
    expect(event!.data).toEqual({ ...placing, unit: 'root', before: null, by: official.accountId });
    await service.send(takePageOut.subject, { pageId, reason: 'Merged.' }, by(official));
    for (const [command, code] of [
      [{ ...placing, pageId: randomUUID() }, 'PAGE_NOT_FOUND'],
      [{ ...placing, above: randomUUID() }, 'PAGE_NOT_FOUND'],
      [{ ...placing, above: pageId }, 'PAGE_NOT_FOUND'],
      [{ ...placing, address: 'No/../such' }, 'VALIDATION_FAILED'],
    ] as const)
      await expect(service.send(placePage.subject, command, by(official))).rejects.toMatchObject({ code });
  });

  it('are replaced by nobody who has not seen them: of two who move at once, the second is told who was first', async () => {
    const [one, other] = [await drafted('One'), await drafted('Other')];
    const { position } = await service.send(placePage.subject, { pageId: one, above: null, address: address('one') }, by(official));
    const read = (who = official) => ({ ...by(who), versions: [position] });
    const first = { pageId: other, above: one, address: 'first' };
    await service.send(placePage.subject, first, read());
    const second = { pageId: other, above: null, address: address('second') };
    await expect(service.send(placePage.subject, second, read(actor('official')))).rejects.toMatchObject({
      code: 'VERSION_CHANGED',
      details: { changed: { official: official.accountId.slice(0, 8) } },
    });
  });
});
