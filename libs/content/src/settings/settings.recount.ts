import { rule, ruleBook, type ActsInWords, type RuleBook } from '@isegoria/audit-kit';
import type { SettingsChanged } from './settings.contract';

export const actsOfSettings: ActsInWords<SettingsChanged> = {
  SettingsChanged: ({ by, ...settings }) => `settings changed by account ${by}: ${JSON.stringify(settings)}`,
};

/** The settings as they were last, in a form that can be compared; a site begins with none. */
export function rulesOfSettings(): RuleBook {
  let standing = inOneForm({
    institution: null,
    contactEmail: null,
    notice: null,
    contributionsPerPerson: null,
    editMinutes: null,
    staffNeedSecondFactor: null,
  });
  return ruleBook<SettingsChanged>({
    SettingsChanged: [
      rule(
        'settings-differ',
        'Settings are recorded where they differ from those before.',
        ({ data }) => inOneForm(data) !== standing,
        ({ data }) => (standing = inOneForm(data)),
      ),
    ],
  });
}

function inOneForm(settings: Omit<SettingsChanged['data'], 'by'>): string {
  const { institution, contactEmail, notice, contributionsPerPerson, editMinutes, staffNeedSecondFactor } = settings;
  const sorted = (texts: object | null) => Object.entries(texts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([sorted(institution), contactEmail, sorted(notice), contributionsPerPerson, editMinutes, staffNeedSecondFactor]);
}
