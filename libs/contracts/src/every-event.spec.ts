import { describe, expect, it } from '@jest/globals';
import { eventCatalogue, everyEvent, isLoggedStream, isPublicStream, officialActionKinds, upcast, type EventContract } from './index';

const contracts = (everyEvent as readonly EventContract[]).map((contract) => [contract.type, contract] as const);

const jsonTypeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

describe('every event', () => {
  it('is declared once', () => {
    const types = everyEvent.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });

  it.each(contracts)('%s has a sample of each version that is JSON', (_, { sample, earlier }) => {
    for (const data of [sample, ...earlier.map((version) => version.sample)]) expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  it.each(contracts)('%s is brought from each earlier version to the present form', (type, { sample, earlier }) => {
    for (const [index, version] of earlier.entries()) {
      const present = upcast(eventCatalogue, type, index + 1, version.sample);
      expect(Object.keys(present).sort()).toEqual(Object.keys(sample).sort());
    }
  });

  // An older program reads a newer version by the members that it knows: see docs/adr/0023-events-that-last.md.
  it.each(contracts)('%s never loses a member from one version to the next', (_, { sample, earlier }) => {
    const versions = [...earlier.map((version) => version.sample), sample] as Record<string, unknown>[];
    for (const [index, older] of versions.slice(0, -1).entries()) {
      const newer = versions[index + 1]!;
      for (const [member, value] of Object.entries(older)) expect([member, jsonTypeOf(newer[member])]).toEqual([member, jsonTypeOf(value)]);
    }
  });

  it.each(contracts)('%s names the account that needs its permission', (_, { may, sample }) => {
    expect('by' in sample).toBe(may !== undefined);
  });
});

describe('what is public', () => {
  const closed = [
    'account-1',
    'email-1',
    'erased-1',
    'staff-sign-ins',
    'pages-1',
    'xpage-1',
    'ballots-',
    'BALLOT-1',
    'session-1',
    'exports-1',
    'xexport-1',
  ];
  it.each([...closed, 'settings-1', 'xsettings', 'settings\n', 'log-keys-1', '$ballot-1', ''])('shows no body of %j', (stream) => {
    expect(isPublicStream(stream)).toBe(false);
  });

  it.each([
    'page-1',
    'consultation-1',
    'activity-1',
    'unit-root',
    'statement-1',
    'ballot-1-2',
    'comment-1',
    'question-1',
    'export-1',
    'settings',
    'read-models',
    'log-keys',
    'erasures-1',
  ])('shows the bodies of %s to everybody', (stream) => {
    expect(isPublicStream(stream)).toBe(true);
  });
});

describe('what is in the public log', () => {
  it('is everything but what would tie accounts and words together, what nobody declared included', () => {
    const names = ['account-1', 'ballot-1-2', 'erasures-1', 'settings', 'something-newer-1', 'email', 'email-1', 'erased-1'];
    expect(names.filter((name) => !isLoggedStream(name))).toEqual(['email-1', 'erased-1']);
  });
});

describe('what the public may see officials do', () => {
  it('is every act of office, named after its event', () => {
    const some = ['page-withdrawn', 'ballot-excluded', 'contributions-exported', 'log-key-retired'];
    expect(officialActionKinds).toEqual(expect.arrayContaining(some));
    expect(officialActionKinds).not.toContain('page-drafted');
    expect(officialActionKinds).toHaveLength(64);
  });
});
