import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { draftApproved } from '@isegoria/consultations';
import { auditedHistory } from './audited-history.fixture';
import { anotherModerator, recordBefore, recordSample } from './what-comes-before.fixture';

describe('what was allowed once is not held against a site', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    [audited.site.isLive, audited.site.showsAll] = [false, true];
    const { site, history } = audited;
    await recordSample(site, 'UnitReviewSet', history.administrator, { unit: 'root' });
    site.passed += 5 * 60_000;
    await recordBefore(site, 'DraftApproved', history.administrator);
  });
  afterEach(() => audited.close());

  const add = (type: string, differing = {}) => recordSample(audited.site, type, audited.history.administrator, differing);
  /** As a program did that knew no translations of a check. */
  const approve = (differing = {}) => {
    const { site, history } = audited;
    const data = { ...draftApproved.earlier[0]!.sample, by: history.administrator, ...differing };
    const stream = draftApproved.stream.nameFor(data)!;
    return site.store.append(stream, [{ type: 'DraftApproved', data, metadata: { schema: 1, at: site.at } }] as never, 'any');
  };
  const found = async () => {
    await audited.site.sign();
    return audited.audit();
  };

  it('a draft that was translated after it was approved, and published so', async () => {
    await approve();
    await add('ConsultationTranslated');
    await add('ConsultationPublished');
    expect(await found()).toMatchObject({ exitCode: 0 });
  });

  it('a draft that was translated while it waited, approved and published so', async () => {
    await add('ConsultationTranslated');
    await approve();
    await add('ConsultationPublished');
    expect(await found()).toMatchObject({ exitCode: 0 });
  });

  it('an older program that goes on beside a newer one while a site is upgraded', async () => {
    const [consultationId, by] = [randomUUID(), anotherModerator];
    await add('DraftApproved');
    await recordSample(audited.site, 'ConsultationDrafted', by, { consultationId });
    await recordSample(audited.site, 'ActivityDrafted', by, { consultationId, activityId: randomUUID() });
    await recordSample(audited.site, 'ReviewRequested', by, { consultationId });
    await approve({ consultationId });
    await add('ConsultationPublished');
    await add('ConsultationPublished', { consultationId, timeZone: undefined, lotsSeed: undefined });
    expect(await found()).toMatchObject({ exitCode: 0 });
  });

  it('a draft that was translated while it waited, and sent back', async () => {
    await add('ConsultationTranslated');
    await add('DraftSentBack');
    expect(await found()).toMatchObject({ exitCode: 0 });
  });

  it('a draft that was translated while it waited is not approved so by a newer program', async () => {
    await add('ConsultationTranslated');
    await add('DraftApproved');
    const finding = expect.stringContaining('breaks the rule approved-in-languages:');
    expect(await found()).toMatchObject({ exitCode: 18, finding });
  });
});
