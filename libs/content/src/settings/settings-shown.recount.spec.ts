import { describe, expect, it } from '@jest/globals';
import { Said, type Entry } from '@isegoria/audit-kit';
import { SettingsShown } from './settings-shown.recount';

const unset = { contactEmail: null, notice: null, editMinutes: null, answerWithinDays: null, staffNeedSecondFactor: null };
const settings = { ...unset, institution: { en: 'Ministry' }, contributionsPerPerson: 3 };

describe('the settings that everybody may read', () => {
  it('are those of the event, and not who changed them', () => {
    const book = new SettingsShown();
    const entry = { seq: 7, position: 7, leaf: { type: 'SettingsChanged' }, body: { data: { ...settings, by: 'a' }, metadata: {} } };
    book.take(entry as unknown as Entry);
    const expected = book.shows[0]!.expected({}, []) as unknown;
    expect(expected).toBeInstanceOf(Said);
    expect(Object.keys((expected as Said).must as object).sort()).toEqual([...Object.keys(settings), 'crest', 'version'].sort());
  });
});
