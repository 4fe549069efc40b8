import type { Decider } from '@isegoria/event-sourcing';
import type { TextByLanguage } from '@isegoria/kernel';
import type { SettingsChanged } from './settings.contract';

export type Settings = Omit<SettingsChanged['data'], 'by'>;
export type SettingsCommand = Settings & { readonly type: 'ChangeSettings'; readonly by: string };

/** The settings of the platform. Only a change is recorded, so that the record says who changed what. */
export const settingsDecider: Decider<Settings, SettingsCommand, SettingsChanged> = {
  initialState: {
    institution: null,
    contactEmail: null,
    notice: null,
    contributionsPerPerson: null,
    editMinutes: null,
    staffNeedSecondFactor: null,
  },

  decide({ type: _, by, ...settings }, standing) {
    const { institution, contactEmail, notice, contributionsPerPerson, editMinutes, staffNeedSecondFactor } = settings;
    const isSame =
      isSameText(institution, standing.institution) &&
      contactEmail === standing.contactEmail &&
      isSameText(notice, standing.notice) &&
      contributionsPerPerson === standing.contributionsPerPerson &&
      editMinutes === standing.editMinutes &&
      staffNeedSecondFactor === standing.staffNeedSecondFactor;
    return isSame ? [] : [{ type: 'SettingsChanged', data: { ...settings, by } }];
  },

  evolve(standing, { type, data }) {
    if (type !== 'SettingsChanged') return standing;
    const { institution, contactEmail, notice, contributionsPerPerson, editMinutes, staffNeedSecondFactor } = data;
    return { institution, contactEmail, notice, contributionsPerPerson, editMinutes, staffNeedSecondFactor };
  },
};

function isSameText(one: TextByLanguage | null, other: TextByLanguage | null): boolean {
  const languages = Object.keys({ ...one, ...other });
  return languages.every((language) => one?.[language] === other?.[language]);
}
