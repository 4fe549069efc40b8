import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { Settings, SettingsChanged } from './settings.contract';
import { settingsDecider, type SettingsCommand } from './settings.decider';

const by = 'administrator-1';
const nothing: Settings = {
  institution: null,
  contactEmail: null,
  notice: null,
  contributionsPerPerson: null,
  editMinutes: null,
  answerWithinDays: null,
  staffNeedSecondFactor: null,
  timeZone: null,
  colour: null,
  crest: null,
};
const named: Settings = {
  institution: { en: 'Ministry of Works', ar: 'وزارة الأشغال' },
  contactEmail: 'contact@ministry.example',
  notice: { en: 'Closed on Friday.' },
  contributionsPerPerson: 20,
  editMinutes: null,
  answerWithinDays: null,
  staffNeedSecondFactor: null,
  timeZone: null,
  colour: null,
  crest: null,
};
const crest = { file: 'f'.repeat(64), name: 'Crest.png', mediaType: 'image/png', size: 9, alt: 'A heron', width: 3, height: 4 } as const;
const crested: Settings = { ...named, crest };
const change = ({ crest, ...settings }: Settings): SettingsCommand => {
  return { type: 'ChangeSettings', ...settings, attached: { picture: crest, documents: [] }, by };
};
const changed = (settings: Settings): SettingsChanged => ({ type: 'SettingsChanged', data: { ...settings, by } });

describe('the settings', () => {
  it('are recorded as a whole when something changes', () => {
    given(settingsDecider)
      .when(change(named))
      .then([changed(named)]);
    for (const other of [
      { ...named, institution: { en: 'Ministry of Works' } },
      { ...named, institution: { ...named.institution, ar: 'وزارة' } },
      { ...named, institution: { ...named.institution, fr: 'Ministère' } },
      { ...named, institution: null },
      { ...named, contactEmail: null },
      { ...named, contactEmail: 'other@ministry.example' },
      { ...named, notice: { ar: 'مغلق يوم الجمعة.' } },
      { ...named, notice: null },
      { ...named, contributionsPerPerson: null, editMinutes: null, answerWithinDays: null, staffNeedSecondFactor: null },
      { ...named, contributionsPerPerson: 21 },
      { ...named, staffNeedSecondFactor: false },
      { ...named, timeZone: 'Africa/Cairo' },
      { ...named, colour: '#0b5c6b' },
      { ...named, crest },
      { ...crested, crest: { ...crest, alt: 'A swan' } },
      { ...crested, crest: null },
      nothing,
    ]) {
      given(settingsDecider, [changed(other.crest === crest ? named : crested)])
        .when(change(other))
        .then([changed(other)]);
    }
  });

  it('take no new colour on which white words are hard to read', () => {
    given(settingsDecider)
      .when(change({ ...named, colour: '#f5c400' }))
      .thenRejected('COLOUR_HARD_TO_READ');
    given(settingsDecider, [changed({ ...named, colour: '#f5c400' })])
      .when(change({ ...nothing, colour: '#f5c400' }))
      .then([changed({ ...nothing, colour: '#f5c400' })]);
  });

  it('of a program that knew no crest have none', () => {
    const { crest: _, ...before } = named;
    const older: SettingsChanged = { type: 'SettingsChanged', data: { ...before, by } };
    given(settingsDecider, [older]).when(change(named)).thenNothing();
    given(settingsDecider, [older])
      .when(change(crested))
      .then([changed(crested)]);
  });

  it('may go back to what they were', () => {
    given(settingsDecider, [changed(named), changed(nothing)])
      .when(change(named))
      .then([changed(named)]);
  });

  it('that stay as they are record nothing, no matter who sets them', () => {
    given(settingsDecider).when(change(nothing)).thenNothing();
    given(settingsDecider, [changed(named)])
      .when(change(named))
      .thenNothing();
    given(settingsDecider, [changed(named)])
      .when({ ...change(named), by: 'administrator-2' })
      .thenNothing();
    given(settingsDecider, [changed(crested)])
      .when(change({ ...crested, crest: { ...crest } }))
      .thenNothing();
    given(settingsDecider, [changed(nothing)])
      .when(change({ ...nothing }))
      .thenNothing();
  });
});
