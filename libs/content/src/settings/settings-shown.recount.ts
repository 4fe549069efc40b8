import { WithdrawnFiles, eventIn, inEveryLanguage, said, shown, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import { attachmentView } from '../file/attached/attached.contract';
import type { FileWithdrawn } from '../file/file.contract';
import { nothingSet, showSettings, type PlatformSettings, type SettingsChanged } from './settings.contract';

/** The settings of a site: the last ones, or none. */
export class SettingsShown implements ShownBook {
  readonly events: (SettingsChanged | FileWithdrawn)['type'][] = ['SettingsChanged', 'FileWithdrawn'];
  private readonly withdrawn = new WithdrawnFiles();
  private settings: () => MustBe<PlatformSettings> = () => nothingSet;

  take(entry: Entry): void {
    const event = eventIn<SettingsChanged | FileWithdrawn>(entry);
    if (event?.type === 'FileWithdrawn') return this.withdrawn.take(entry, event.data);
    if (event?.type !== 'SettingsChanged') return;
    const { by: _, institution, notice, crest = null, answerWithinDays = null, ...settings } = event.data;
    const texts = { institution: institution && inEveryLanguage(institution), notice: notice && inEveryLanguage(notice) };
    this.settings = () => {
      const shown = crest && this.withdrawn.shown(attachmentView(crest), entry.position);
      return said(entry, { ...settings, ...texts, answerWithinDays, crest: shown, version: entry.position } as MustBe<PlatformSettings>);
    };
  }

  readonly shows = [shown({ query: showSettings, groups: ['content'], asks: () => [{}], expected: () => this.settings() })];
}
