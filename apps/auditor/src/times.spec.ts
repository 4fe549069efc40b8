import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditedHistory } from './audited-history.fixture';
import type { PaperSite } from './paper-site.fixture';
import { recordBefore, recordSample } from './what-comes-before.fixture';

const [minute, day] = [60_000, 86_400_000];
const vote = { assurance: 'email' };

describe('times that cannot be true', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    audited.site.isLive = false;
    await recordBefore(audited.site, 'PollBallotCast', audited.history.administrator);
  });
  afterEach(() => audited.close());

  const voted = async (change: (event: PaperSite['events'][number]) => void) => {
    const { site, history } = audited;
    await recordSample(site, 'PollBallotCast', history.administrator, vote);
    change(site.events.at(-1)!);
    audited.show('c0450000-0000-4000-8000-000000000001');
    await site.sign();
    return audited.audit();
  };
  const ago = (ms: number) => new Date(Date.parse(audited.site.at) - ms).toISOString();

  it.each([
    ['was recorded long before the one before it', (event: { time: string }) => void (event.time = ago(2 * minute))],
    [
      'says that it was received long before it was recorded',
      ({ metadata }: { metadata: object }) => Object.assign(metadata, { at: ago(day) }),
    ],
    [
      'says that it was received after it was recorded',
      ({ metadata }: { metadata: object }) => Object.assign(metadata, { at: ago(-2 * minute) }),
    ],
    ['says no time', ({ metadata }: { metadata: object }) => Object.assign(metadata, { at: 'noon' })],
  ])('are found in a vote that %s', async (_, change) => {
    expect(await voted(change)).toMatchObject({ exitCode: 19, index: audited.site.events.length - 1 });
  });

  it('are not found where honest clocks differ, or are set back', async () => {
    const isBefore = (event: PaperSite['events'][number]) => {
      event.time = ago(minute / 2);
      Object.assign(event.metadata, { at: ago(0) });
    };
    expect(await voted(isBefore)).toMatchObject({ exitCode: 0 });
  });
});
