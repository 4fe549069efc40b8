import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsultationResults, OpinionMap } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { recordBefore, recordSample } from './what-comes-before.fixture';

const [consultationId, activityId] = ['7a3f0f52-6a0e-4b93-9f4e-0d7f5b0a1c11', '7a3f0f52-6a0e-4b93-9f4e-0d7f5b0a1c12'];

describe('an audit of levels', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    await recordBefore(audited.site, 'StatementVoteCast', audited.history.official, { consultationId, activityId });
  });
  afterEach(() => audited.close());

  const vote = (voter: string, assurance: string, metadata: object = {}) => {
    const { statementId } = audited.site.events.findLast(({ type }) => type === 'StatementSubmitted')!.data as { statementId: string };
    const data = { consultationId, activityId, statementId, voter, choice: 'agree', assurance };
    const event = { type: 'StatementVoteCast', data, metadata: { schema: 1, at: audited.site.at, ...metadata } };
    return audited.site.store.append(`ballot-${activityId}-${voter}`, [event] as never, 'any');
  };
  const brought = () => ({ imported: { at: '2015-08-30T23:59:59Z', by: audited.history.official } });
  const audit = async () => {
    audited.show(consultationId);
    await audited.site.sign();
    return audited.audit();
  };
  const altered = async <Answer extends object>(path: string, alter: (answer: Answer) => Answer) => {
    audited.site.published.set(path, alter(audited.site.published.get(path) as Answer));
    return audited.audit();
  };

  it('recounts the map of everybody where somebody is below the level that figures count from, and finds another one', async () => {
    await vote('eve', 'email');
    expect(await audit()).toMatchObject({ exitCode: 0, views: { 'opinion map': 2 } });
    await vote('fay', 'anonymous');
    expect(await audit()).toMatchObject({ exitCode: 0, views: { 'opinion map': 2, 'opinion map of everybody': 1 } });
    const path = `/api/v1/activities/${activityId}/opinion-map/everybody`;
    const without = await altered<OpinionMap>(path, (map) => ({ ...map, participants: 1 }));
    expect(without).toMatchObject({ exitCode: 9, finding: expect.stringContaining('participants: published 1, recounted 2') });
  });

  it('finds a site that counts from another level than the office chose', async () => {
    await vote('fay', 'anonymous');
    expect(await audit()).toMatchObject({ exitCode: 0 });
    const counting = await altered<ConsultationResults>(`/api/v1/consultations/${consultationId}/results`, (results) => ({
      ...results,
      activities: results.activities.map((activity) => ({ ...activity, countsFrom: 'anonymous', participants: 1 })),
    }));
    expect(counting).toMatchObject({ finding: expect.stringContaining('published') });
    expect(counting['exitCode']).not.toBe(0);
  });

  it('finds more attested people than offices vouched for', async () => {
    await vote('cem', 'attested', brought());
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await vote('dan', 'attested', brought());
    const attested = expect.stringContaining('person 2 at level attested or above');
    expect(await audit()).toMatchObject({ exitCode: 11, finding: attested });
  });

  it('finds more imported people than were imported, however little is said of them', async () => {
    await recordSample(audited.site, 'AccountImported', audited.history.official);
    await vote('cem', 'anonymous', brought());
    await vote('dan', 'anonymous', brought());
    expect(await audit()).toMatchObject({ exitCode: 0, credentials: { imported: 2, vouchedFor: 1 } });
    await vote('eve', 'anonymous', brought());
    expect(await audit()).toMatchObject({ exitCode: 11, finding: expect.stringContaining('imported person 3') });
  });
});
