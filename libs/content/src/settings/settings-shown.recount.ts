import { eventIn, said, shown, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import { languages, type TextByLanguage } from '@isegoria/kernel';
import { showSettings, type PlatformSettings, type SettingsChanged } from './settings.contract';

/** The settings of a site: the last ones, or none. */
export class SettingsShown implements ShownBook {
  readonly events = ['SettingsChanged'];
  private settings: MustBe<PlatformSettings> = {
    institution: null,
    contactEmail: null,
    notice: null,
    contributionsPerPerson: null,
    editMinutes: null,
    staffNeedSecondFactor: null,
    version: 0,
  };

  take(entry: Entry): void {
    const event = eventIn<SettingsChanged>(entry);
    if (event?.type !== 'SettingsChanged') return;
    const { institution, notice, contactEmail, contributionsPerPerson, editMinutes, staffNeedSecondFactor } = event.data;
    const texts = { institution: inEveryLanguage(institution), notice: inEveryLanguage(notice) };
    this.settings = said(entry, {
      ...texts,
      contactEmail,
      contributionsPerPerson,
      editMinutes,
      staffNeedSecondFactor,
      version: entry.position,
    } as MustBe<PlatformSettings>);
  }

  readonly shows = [shown({ query: showSettings, groups: ['content'], asks: () => [{}], expected: () => this.settings })];
}

/** A language that the event does not have must be absent. */
function inEveryLanguage(texts: TextByLanguage | null): object | null {
  return texts && Object.fromEntries(languages.map((language) => [language, texts[language]]));
}
