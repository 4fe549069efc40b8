import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi } from '../testing/portal.fixture';
import { consultations } from '../testing/sample-data.fixture';

describe('the start page', () => {
  const { get, start, stop } = portalOnFakeApi();
  const before = consultations.map((one) => ({ one, was: { ...one } }));
  beforeAll(start);
  afterAll(async () => {
    for (const { one, was } of before) Object.assign(one, was);
    await stop();
  });
  const section = async (id: string) => new RegExp(`aria-labelledby="${id}"[\\s\\S]*?</section>`).exec((await get('/')).text)?.[0] ?? '';

  it('lists what is open, to come and closed, each under a heading of its own', async () => {
    const open = consultations.filter(({ status }) => status === 'open');
    const [one, other] = open as [(typeof open)[number], (typeof open)[number]];
    Object.assign(one, { status: 'scheduled', title: 'A question to come' });
    Object.assign(other, { status: 'closed', title: 'A question that waits' });
    expect(await section('scheduled')).toMatch(/Opening soon[\s\S]*status=scheduled[\s\S]*A question to come/);
    expect(await section('closed')).toMatch(/Closed, outcome to come[\s\S]*status=closed[\s\S]*A question that waits/);
    expect(await section('open')).not.toMatch(/A question to come|A question that waits/);
  });

  it('does not say that nothing is open while one consultation is', async () => {
    for (const one of consultations) if (one.status === 'open') Object.assign(one, { status: 'closed' });
    expect(await section('open')).toContain('No consultation is open at the moment.');
    Object.assign(consultations[0]!, { status: 'open', title: 'The only one' });
    expect(await section('open')).not.toContain('No consultation is open');
    expect(await section('open')).toContain('The only one');
  });
});
