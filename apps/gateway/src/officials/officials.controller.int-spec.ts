import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

describe('what officials did', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('is for everybody to read, without an account and without names or whole account ids', async () => {
    const [by, accountId, pageId] = [randomUUID(), randomUUID(), randomUUID()];
    await gateway.rows.record({ type: 'RoleGranted', data: { accountId, role: 'moderator', unit: 'root', by } });
    const after = await gateway.rows.record({ type: 'PagePublished', data: { pageId, by } });

    const { body, text } = await gateway.api.get(`/officials/actions?after=${after}`).expect(200);
    expect(body.next).toBeNull();
    expect(body.items).toEqual([
      {
        eventId: expect.any(String),
        position: after,
        at: expect.any(String),
        kind: 'page-published',
        official: by.slice(0, 8),
        subject: pageId,
        consultationId: null,
        ...{ activityId: null, about: null, named: null, method: null, activity: null },
        unit: null,
        title: null,
        language: null,
        milestone: null,
        role: null,
        contents: null,
        reason: null,
        rule: null,
      },
      expect.objectContaining({
        kind: 'role-granted',
        official: by.slice(0, 8),
        subject: accountId.slice(0, 8),
        role: 'moderator',
        unit: 'root',
      }),
    ]);
    expect(text).not.toContain(by);
    expect(text).not.toContain(accountId);

    const ofOneKind = await gateway.api.get('/officials/actions?kind=role-granted').expect(200);
    expect(ofOneKind.body.items).toHaveLength(1);
    expect((await gateway.api.get(`/officials/actions?cursor=${ofOneKind.body.items[0].position}`).expect(200)).body).toEqual({
      items: [],
      next: null,
      count: 2,
    });
  });

  it.each(['kind=sign-ins', 'kind=', 'kind=role-granted&kind=role-revoked', 'cursor=', 'cursor=x', 'cursor=-1', 'cursor=1&cursor=2'])(
    'refuses ?%s',
    async (query) => {
      expect((await gateway.api.get(`/officials/actions?${query}`).expect(400)).body.code).toBe('VALIDATION_FAILED');
    },
  );
});
