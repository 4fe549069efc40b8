import { describe, expect, it } from '@jest/globals';
import { officialActs } from './official-acts.decider';
import { pagesOfActs } from './official-acts.page';

describe('what officials do to a consultation', () => {
  it.each(officialActs.map((act) => [act.contract.name, act] as const))('%s is never done on what was not seen', (name, act) => {
    expect(act.contract.versionedBy ?? []).not.toEqual([]);
    for (const { version } of pagesOfActs.filter(({ contract }) => contract.name === name)) expect(version).toBeDefined();
  });
});
