import { describe, expect, it } from '@jest/globals';
import { sentForm } from '@isegoria/portal-kit';
import type { ConsultationView } from '../consultation/consultation.contract';
import { officialActs } from './official-acts.decider';
import { pagesOfActs } from './official-acts.page';

describe('what officials do to a consultation', () => {
  it.each(officialActs.map((act) => [act.contract.name, act] as const))('%s is never done on what was not seen', (name, act) => {
    expect(act.contract.versionedBy ?? []).not.toEqual([]);
    for (const { version } of pagesOfActs.filter(({ contract }) => contract.name === name)) expect(version).toBeDefined();
  });

  it.each(pagesOfActs.map((act) => [act.name, act] as const))('%s says the same when it is sent again, whatever it changed', (_, act) => {
    const dates = { opensAt: '2031-05-03T08:00', closesAt: '2031-06-30T23:59', closesAtAllDay: 'yes' };
    const fields = { youSaid: 'More buses', weDid: 'We bought ten', reason: 'By law', phaseId: 'p', ...dates, key: 'k', version: '0' };
    const phase = { id: 'p', status: 'scheduled', opensAt: '2031-05-02T08:00:00.000Z', closesAt: '2031-06-01T00:00:00.000Z' };
    const before = { id: 'c', outcome: null, phases: [phase], activities: [], title: 'Buses', summary: '', description: '' };
    const changed = { ...phase, opensAt: '2031-05-03T08:00:00.000Z', closesAt: '2031-07-01T00:00:00.000Z' };
    const outcome = { youSaid: fields.youSaid, weDid: fields.weDid, version: 1 };
    const [first, again] = [before, { ...before, outcome, phases: [changed], status: 'decided' }].map((stands) =>
      act.command(sentForm(fields), stands as unknown as ConsultationView, 'UTC'),
    );
    expect(again).toEqual(first);
  });
});
