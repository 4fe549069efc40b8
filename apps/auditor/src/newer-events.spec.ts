import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyEvent, type EventContract } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

const contracts = everyEvent as readonly EventContract[];
const streamOf = ({ stream, sample }: EventContract) => stream.nameFor(sample) ?? stream.pattern;

describe('an audit of a log on which a newer program records', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    audited.site.isLive = false;
    audited.site.showsAll = true;
  });
  afterEach(() => audited.close());

  const record = (stream: string, type: string, data: unknown, schema = 1) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema, at: audited.site.at } }] as never, 'any');
  const last = () => audited.site.positionOf(audited.site.events.length - 1);
  const figures = async () => {
    const { exitCode, credentials, acts, erasures, figures: equal, notChecked } = await audited.audit();
    return { exitCode, credentials, acts, erasures, equal, notChecked: notChecked as string[] };
  };
  const replayed = async () => {
    const { lines, finding } = await audited.command('replay', '--as-of', String(last()));
    expect(finding).toBeUndefined();
    return (lines as string[]).slice(1);
  };

  it('passes over types that it does not know, in any stream, and says so', async () => {
    const before = { ...(await figures()), replay: await replayed() };
    const start = last();
    const { consultationId } = audited.history.deliberation;
    for (const contract of contracts) {
      await record(streamOf(contract), 'SomethingNewer', { ...contract.sample, consultationId, by: 'nobody' });
      await record(streamOf(contract), 'constructor', { consultationId });
    }
    for (const stream of [`ballot-${audited.history.deliberated.activityId}-anna`, `consultation-${consultationId}`])
      await record(stream, 'toString', {});
    await audited.site.sign();
    const { notChecked, ...after } = await figures();
    expect({ ...after, notChecked: before.notChecked, replay: await replayed() }).toEqual({ ...before, replay: expect.anything() });
    const unknown = /^\d+ events that this version of the auditor does not know \(SomethingNewer, constructor, toString\)/;
    expect(notChecked).toContainEqual(expect.stringMatching(unknown));
    // The figures are of the history alone, and so are the words.
    expect(await replayed()).toEqual(before.replay);
    const { lines } = await audited.command('diff', '--from', String(start), '--to', String(last()));
    expect((lines as string[]).join('\n')).not.toMatch(/office|undefined|object/);
  });

  it('reads a newer version by the members that it knows, and says so', async () => {
    const { deliberation, official } = audited.history;
    const words = { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' } };
    await record('comment-8', 'CommentSubmitted', { commentId: '8', consultationId: deliberation.consultationId, ...words });
    const hidden = { commentId: '8', consultationId: deliberation.consultationId, by: official, reason: 'R', addedLater: 1 };
    await record('comment-8', 'CommentHidden', hidden, 2);
    await audited.site.sign();
    expect((await figures()).notChecked).toContainEqual(expect.stringContaining('(CommentHidden in version 2)'));
    await record('comment-8', 'CommentHidden', { ...hidden, by: 'nobody' }, 2);
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({ exitCode: 12 });
  });

  it('counts everybody who has a ballot, whatever a newer program began it with', async () => {
    const { activityId } = audited.history.deliberated;
    for (const voter of ['eve', 'fay', 'gil']) await record(`ballot-${activityId}-${voter}`, 'BallotOpened', {});
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({ exitCode: 11 });
  });

  it('tells in words of a sample of every event', async () => {
    const start = last();
    for (const contract of contracts) await record(streamOf(contract), contract.type, contract.sample);
    await audited.site.sign();
    const { exitCode, lines, finding } = await audited.command('diff', '--from', String(start), '--to', String(last()));
    expect(finding).toBeUndefined();
    const first = audited.site.events.length - contracts.length;
    const told = (lines as string[]).flatMap((line) => /entry (\d+)/.exec(line)?.[1] ?? []).map((seq) => Number(seq) - first);
    const acts = contracts.flatMap((contract, index) =>
      contract.act ||
      /^(Consultation|Draft|Review|Activity|Document|Phase|CredentialReissued|AccountsErased|AssuranceRaised)/.test(contract.type)
        ? [index]
        : [],
    );
    expect([exitCode, told]).toEqual([0, acts]);
    expect((lines as string[]).join('\n')).not.toMatch(/undefined|\[object/);
    expect(await audited.command('replay', '--as-of', String(last()))).toMatchObject({ exitCode: 0 });
  });
});
