import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditedHistory } from '../audited-history.fixture';

describe('an audit in words', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
  });
  afterEach(() => audited.close());

  it('tells how consultations were', async () => {
    const { site, command, history } = audited;
    const firstVote = site.events.findIndex(({ type }) => type === 'StatementVoteCast');
    const { consultationId } = history.deliberation;
    const then = await command('replay', '--as-of', site.events[firstVote]!.time, '--consultation', consultationId);
    expect((then.lines as string[]).join('\n')).toContain('1 person had cast 1 vote');
    expect((then.lines as string[]).join('\n')).toContain('3 statements: 2 accepted, 0 waiting, 1 rejected');
    expect(then).toMatchObject({ exitCode: 0, position: site.positionOf(firstVote), entries: firstVote + 1 });
    const now = (await command('replay', '--as-of', String(history.poll.position))).lines as string[];
    for (const words of [
      '4 people had cast 9 votes',
      'Counted from level anonymous; all who voted: 1 attested, 2 email, 1 anonymous.',
      'Counted from level email; all who voted: 1 email, 1 anonymous.',
      '"Words" rejected ("R")',
      "[sealed under its author's key] Answer: A",
      '"Pool": 0 votes (1 anonymous)',
    ]) {
      expect(now.join('\n')).toContain(words);
    }
  });

  it('tells what changed, and what was done in office', async () => {
    const { site, command, history } = audited;
    const rejected = site.events.findIndex(({ type }) => type === 'StatementRejected');
    const { lines } = await command('diff', '--from', String(site.positionOf(rejected - 1)), '--to', String(site.positionOf(rejected + 1)));
    const words = (lines as string[]).join('\n');
    for (const part of [
      '2 more',
      `(${history.statements[2]}) was pending before, and rejected after`,
      'people who voted: 0 before, 1 after',
      `entry ${rejected}, ${site.events[rejected]!.time}`,
      `statement ${history.statements[2]} rejected by account`,
    ]) {
      expect(words).toContain(part);
    }
    const { lines: nothing } = await command('diff', '--from', '0', '--to', '0');
    expect(nothing).toHaveLength(1);
  });

  /** What a diff says about one more event. */
  async function toldOf(stream: string, type: string, data: object): Promise<string> {
    const { site, command } = audited;
    await site.store.append(
      stream,
      [{ type, data, id: randomUUID(), metadata: { schema: 1, at: '2026-03-03T00:00:00.000Z', correlationId: 'test' } }],
      'none',
    );
    await site.sign();
    const last = site.events.length - 1;
    const { lines } = await command('diff', '--from', String(site.positionOf(last - 1)), '--to', String(site.positionOf(last)));
    return (lines as string[]).at(-1)!;
  }

  it('tells who took contributions out, and what for', async () => {
    const { consultationId } = audited.history.deliberation;
    const data = { exportId: 'e', consultationId, contents: 'comments', purpose: 'For the report', by: 'a1' };
    expect(await toldOf('export-e', 'ContributionsExported', data)).toContain(
      `consultation ${consultationId} comments exported by account a1: "For the report"`,
    );
  });

  it('tells who set what', async () => {
    const data = { institution: { en: 'Ministry' }, contactEmail: null, notice: null, contributionsPerPerson: null, by: 'a1' };
    expect(await toldOf('settings', 'SettingsChanged', data)).toContain(
      'settings changed by account a1: {"institution":{"en":"Ministry"},"contactEmail":null,"notice":null,"contributionsPerPerson":null}',
    );
  });

  it('verifies the log before it tells of it', async () => {
    const { site, command } = audited;
    site.alterLines = (lines) => lines.with(7, lines[7]!.replace('\\"time\\":\\"2026', '\\"time\\":\\"2027'));
    expect(await command('replay', '--as-of', '2026-10-01')).toMatchObject({ exitCode: 3, index: 7 });
  });
});
