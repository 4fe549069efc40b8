import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { nothingSet, rootUnit, type PhaseView } from '@isegoria/contracts';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { account, consultations, ids } from '../testing/sample-data.fixture';

/** The day on which New York sets its clocks back; Brussels did so a week before. */
const now = Date.parse('2026-11-01T12:00:00.000Z');

const { api, get, post, start, stop } = portalOnFakeApi();

/** How the sample consultations were before. */
const before = consultations.map((one) => ({ one, was: { ...one, phases: one.phases } }));

function timed(id: string, status: 'open' | 'closed' | 'decided', closesAt: string, closedEarlyAt: string | null = null): void {
  const one = consultations.find((known) => known.id === id)!;
  const times = { opensAt: '2026-10-01T10:00:00.000Z', closesAt };
  const phases = one.phases.map((phase): PhaseView => ({ ...phase, ...times, status: status === 'open' ? 'open' : 'closed' }));
  Object.assign(one, { ...times, status, closedEarlyAt, phases, dateChanges: [] });
}

beforeAll(async () => {
  await start();
  timed(ids.poll, 'open', '2026-11-02T05:00:00.000Z');
  timed(ids.deliberation, 'open', '2026-11-08T23:00:00.000Z');
  timed(ids.decided, 'decided', '2026-10-25T23:00:00.000Z');
  timed(ids.phased, 'closed', '2026-11-02T12:00:00.000Z', '2026-10-31T23:30:00.000Z');
});
afterAll(async () => {
  for (const { one, was } of before) Object.assign(one, was);
  await stop();
});
beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const inZones = {
  'Pacific/Kiritimati': {
    poll: 'Closes today at 19:00',
    deliberation: 'Open for 7 more days, until 9 November 2026 at 13:00',
    decided: 'Closed on 26 October 2026',
    phased: 'Closed on 1 November 2026',
    typed: '2026-11-02T19:00',
    endOfTheFifth: '2026-11-05T09:59:59.999Z',
  },
  'Pacific/Pago_Pago': {
    poll: 'Closes today at 18:00',
    deliberation: 'Open for 7 more days, until 8 November 2026 at 12:00',
    decided: 'Closed on 25 October 2026',
    phased: 'Closed on 31 October 2026',
    typed: '2026-11-01T18:00',
    endOfTheFifth: '2026-11-06T10:59:59.999Z',
  },
  'Europe/Brussels': {
    poll: 'Closes tomorrow, 2 November 2026, at 06:00',
    deliberation: 'Open for 7 more days, until 8 November 2026',
    decided: 'Closed on 25 October 2026',
    phased: 'Closed on 1 November 2026',
    typed: '2026-11-02T06:00',
    endOfTheFifth: '2026-11-05T22:59:59.999Z',
  },
  'America/New_York': {
    poll: 'Open until the end of today',
    deliberation: 'Open for 7 more days, until 8 November 2026 at 18:00',
    decided: 'Closed on 25 October 2026',
    phased: 'Closed on 31 October 2026',
    typed: '2026-11-01T23:59',
    endOfTheFifth: '2026-11-06T04:59:59.999Z',
  },
  'Asia/Kolkata': {
    poll: 'Closes tomorrow, 2 November 2026, at 10:30',
    deliberation: 'Open for 8 more days, until 9 November 2026 at 04:30',
    decided: 'Closed on 26 October 2026',
    phased: 'Closed on 1 November 2026',
    typed: '2026-11-02T10:30',
    endOfTheFifth: '2026-11-05T18:29:59.999Z',
  },
};
const named = ['poll', 'deliberation', 'decided', 'phased'] as const;
const over = named.slice(2);

let changes = 0;

describe.each(Object.entries(inZones))('on a site in %s', (zone, said) => {
  const shown = async (path: string, cookie = '') => {
    const { status, text } = await get(path, cookie);
    expect(status).toBe(200);
    return text.slice(text.indexOf('<main'));
  };
  beforeEach(async () => {
    api.settings = { ...nothingSet, timeZone: zone };
    // Who may set it sees at once what was set, and from then on everybody does.
    api.account = official;
    await shown(`/announcements?after=${++changes}`, session);
    api.account = account;
  });

  it('lists and pages say on which day of its calendar something closes or closed', async () => {
    const list = await shown('/consultations');
    for (const name of named) {
      expect(list).toContain(said[name]);
      expect(await shown(`/consultations/${ids[name]}`)).toContain(said[name]);
    }
    expect(await shown('/')).toContain(said.deliberation);
  });

  it('what is over is never said to close', async () => {
    for (const name of over) expect(await shown(`/consultations/${ids[name]}`)).not.toMatch(/Closes|tomorrow|more days?,|end of today/);
  });

  it('an official types the times of the site, wherever the official is', async () => {
    api.account = { ...official, timeZone: 'Asia/Tokyo' };
    const form = await shown(`/office/consultations/${ids.poll}`, session);
    expect(form).toContain(`value="${said.typed}"`);
    expect(/<input[^>]*name="closesAtAllDay"[^>]*>/.exec(form)![0].includes(' checked')).toBe(said.typed.endsWith('23:59'));
  });

  it('what lasts until the end of a day is told as that day, in facts, timeline and calendar', async () => {
    const told = /1 November 2026 at the end of the day \(GMT-5\)/g;
    for (const [path, times] of [[`/consultations/${ids.poll}`, 2], ['/calendar', 1]] as const) {
      const page = await shown(path);
      const isEnd = zone === 'America/New_York';
      expect([path, page.match(told)?.length ?? 0]).toEqual([path, isEnd ? times : 0]);
      if (isEnd) expect(page).not.toMatch(/2 November 2026|1 November 2026 at 2/);
    }
  });

  it('a role that is given until a day lasts through that day', async () => {
    api.account = official;
    await post(`/office/accounts/${ids.account}/roles/${rootUnit}/official`, { change: 'grant', until: '2026-11-05', version: '1' });
    expect(api.lastWrite?.body).toMatchObject({ until: said.endOfTheFifth });
    const { text } = await get(`/office/accounts/${ids.account}/roles/${rootUnit}/official`, session);
    expect(text).toMatch(new RegExp(`name="untilReadIn" value="${zone}"`));
    expect(text).toMatch(new RegExp(`The last day\\. [^<]*In the time zone of this site: [^<]*${zone}`));
    const elsewhere = zone === 'UTC' ? 'Europe/Berlin' : 'UTC';
    const form = { change: 'grant', until: '2026-11-05', untilReadIn: elsewhere, version: '1' };
    await post(`/office/accounts/${ids.account}/roles/${rootUnit}/official`, form);
    expect(api.lastWrite?.body).not.toMatchObject({ until: said.endOfTheFifth });
  });

  it('a reader elsewhere reads days of that place, and everybody else those of the site', async () => {
    api.account = { ...account, timeZone: 'Asia/Kolkata' };
    for (const name of named) {
      expect(await shown(`/consultations/${ids[name]}`, session)).toContain(inZones['Asia/Kolkata'][name]);
      expect(await shown(`/consultations/${ids[name]}`)).toContain(said[name]);
    }
  });

  it('a reader who chose another zone reads a deadline in both, on pages and in lists', async () => {
    api.account = { ...account, timeZone: 'Asia/Kolkata' };
    const onSite = 'in the time zone of this site)';
    for (const path of ['/consultations', '/', `/consultations/${ids.poll}`]) {
      expect((await shown(path, session)).includes(onSite)).toBe(zone !== 'Asia/Kolkata');
      expect(await shown(path)).not.toContain(onSite);
    }
    // The day ends on the site, and where the reader is there is a time.
    if (zone === 'America/New_York')
      expect(await shown(`/consultations/${ids.poll}`, session)).toContain(
        '2 November 2026 at 10:30 GMT+5:30 (1 November 2026 at the end of the day in the time zone of this site)',
      );
  });
});

describe('a day on which something is due', () => {
  /** Years after everything else that the samples say. */
  const then = Date.parse('2035-06-15T12:00:00.000Z');
  const answer = { withinDays: 30, answeredAt: null, laterDate: null } as const;
  const owed = {
    [ids.phased]: { ...answer, state: 'due', dueAt: '2035-08-17T22:00:00.000Z' },
    [ids.decided]: { ...answer, state: 'overdue', dueAt: '2035-04-14T22:00:00.000Z', laterDate: '2035-09-24T22:00:00.000Z' },
  } as const;
  /** In either zone; milestones are due ten and nine days ago, since yesterday, and in twenty and thirty days. */
  const days = /(?:17|18) August|(?:14|15) April|(?:24|25) September|(?:14|5|6) June|(?:5|6|15|16) July/;
  const toldInBoth = /<(time|span)[^>]* data-deadline="[^"]*"[^>]*>.*?<\/\1>/gs;
  const decided = `/consultations/${ids.decided}`;

  it.each([
    ['/', 1],
    ['/consultations', 2],
    ['/calendar', 5],
    ['/answers', 2],
    [`/units/${rootUnit}`, 3],
    [`/consultations/${ids.phased}`, 2],
    [decided, 2],
    [`${decided}/outcome`, 8],
    [`${decided}/results`, 2],
    ['/office', 1],
    [`/office/consultations/${ids.phased}`, 1],
  ])('is told in both zones on %s', async (path, least) => {
    jest.spyOn(Date, 'now').mockReturnValue(then);
    for (const one of consultations) if (owed[one.id]) Object.assign(one, { answer: owed[one.id] });
    api.settings = { ...nothingSet, timeZone: 'Europe/Brussels' };
    api.account = { ...official, timeZone: 'Asia/Kolkata' };
    const { status, text } = await get(path, session);
    const main = text.slice(text.indexOf('<main'));
    const told = [...main.matchAll(toldInBoth)].map(([element]) => element).filter((element) => days.test(element));
    expect([status, told.length >= least, told]).toEqual([200, true, told]);
    // In the office the times are those of the site; to who is elsewhere a script says theirs.
    const isInOffice = path.startsWith('/office');
    for (const element of told) expect(element.includes('in the time zone of this site)')).toBe(!isInOffice);
    expect(days.exec(main.replaceAll(toldInBoth, ''))?.[0]).toBeUndefined();
  });
});
