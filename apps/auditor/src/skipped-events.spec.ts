import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditedHistory } from './audited-history.fixture';
import { exitCodes } from '@isegoria/audit-kit';

describe('an audit of figures that leave an event out', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => void (audited = await auditedHistory()));
  afterEach(() => audited.close());

  const eventId = randomUUID();
  const administrator = randomUUID();
  const metadata = () => ({ schema: 1, at: audited.site.at });

  async function putOnRecord(by = administrator): Promise<void> {
    const registered = {
      type: 'AccountRegistered',
      data: { accountId: administrator, profile: { sealed: '1.x.y' } },
      metadata: metadata(),
    };
    const granted = {
      type: 'RoleGranted',
      data: { accountId: administrator, role: 'administrator', unit: 'root', by: administrator },
      metadata: metadata(),
    };
    const skipped = {
      type: 'ProjectionEventSkipped',
      data: { group: 'consultations', version: 1, eventId, by, reason: 'Written by a fault' },
      metadata: metadata(),
    };
    await audited.site.store.append(`account-${administrator}`, [registered, granted] as never, 'any');
    await audited.site.store.append('read-models', [skipped] as never, 'any');
    await audited.site.sign();
  }

  function publish(differing: object): void {
    const { deliberation } = audited.history;
    audited.site.published.set(`/api/v1/consultations/${deliberation.consultationId}/results`, { ...deliberation, ...differing });
  }

  it('names the event when the figures differ', async () => {
    await putOnRecord();
    publish({ skippedEvents: [eventId], comments: audited.history.deliberation.comments - 1 });
    expect(await audited.audit()).toMatchObject({
      exitCode: exitCodes.figure,
      finding: expect.stringContaining(`leave out event ${eventId}, as entry`),
    });
  });

  it('says so in its report when they are equal all the same', async () => {
    await putOnRecord();
    publish({ skippedEvents: [eventId] });
    expect(await audited.audit()).toMatchObject({ exitCode: 0, leftOut: [expect.stringContaining(`leave out event ${eventId}`)] });
  });

  it('finds fault with a site that leaves out what is not on record', async () => {
    publish({ skippedEvents: [eventId] });
    expect(await audited.audit()).toMatchObject({
      exitCode: exitCodes.figure,
      finding: expect.stringContaining('no entry of the log says so'),
    });
  });

  it('finds fault with a site whose words leave out what is not on record, or what another group left out', async () => {
    const groups = ['consultations', 'feedback', 'content', 'identity', 'officials'];
    const auditNow = () => {
      const position = audited.site.positionOf(audited.site.events.length - 1);
      const items = groups.map((group) => ({ group, position, skippedEvents: group === 'content' ? [eventId] : [] }));
      audited.site.published.set('/api/v1/read-models', { items });
      return audited.audit();
    };
    const found = { exitCode: exitCodes.words, finding: expect.stringContaining('no entry of the log says so') };
    expect(await auditNow()).toMatchObject(found);
    await putOnRecord();
    expect(await auditNow()).toMatchObject(found);
  });

  it('finds fault with the person who left it out without the role to do so', async () => {
    await putOnRecord(randomUUID());
    expect(await audited.audit()).toMatchObject({ exitCode: exitCodes.authority });
  });
});
