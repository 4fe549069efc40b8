import { FilesOnRecord, rule, ruleBook, type ActsInWords, type RuleBook, type RulesOf } from '@isegoria/audit-kit';
import { noSettings, settingNames, type Settings, type SettingsChanged } from './settings.contract';

export const actsOfSettings: ActsInWords<SettingsChanged> = {
  SettingsChanged: ({ by, ...settings }) => `settings changed by account ${by}: ${JSON.stringify(settings)}`,
};

/** The settings as they were last, in a form that can be compared; a site begins with none. */
export function rulesOfSettings(): RuleBook {
  let standing = inOneForm(noSettings);
  const files = new FilesOnRecord();
  const rules: RulesOf<SettingsChanged> = {
    SettingsChanged: [
      rule(
        'settings-differ',
        'Settings are recorded where they differ from those before.',
        ({ data }) => inOneForm(data) !== standing,
        ({ data }) => (standing = inOneForm(data)),
      ),
      ...files.rules<SettingsChanged>(({ crest }) => (crest ? { picture: crest, documents: [] } : undefined)),
    ],
  };
  return ruleBook(rules, files.remembers);
}

function inOneForm(settings: Partial<Settings>): string {
  const sorted = (texts: object) => Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1));
  const inForm = (value: unknown) => (typeof value === 'object' && value !== null ? sorted(value) : (value ?? null));
  return JSON.stringify(settingNames.map((name) => inForm(settings[name])));
}
