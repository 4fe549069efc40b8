import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, contrast, leastContrast, readableOn } from '@isegoria/kernel';
import { filesOf, type WithFiles } from '../file/attached/attached.contract';
import { noSettings, settingNames, settingsIn, type Settings, type SettingsChanged } from './settings.contract';

export type SettingsCommand = Omit<Settings, 'crest'> & WithFiles & { readonly type: 'ChangeSettings'; readonly by: string };

/** The settings of the platform. Only a change is recorded, so that the record says who changed what. */
export const settingsDecider: Decider<Settings, SettingsCommand, SettingsChanged> = {
  initialState: noSettings,

  decide({ type: _, by, attached, ...said }, standing) {
    const settings = { ...said, crest: filesOf({ attached }).picture };
    if (settingNames.every((name) => isSame(settings[name], standing[name]))) return [];
    if (settings.colour !== standing.colour) mustBeReadable(settings.colour);
    return [{ type: 'SettingsChanged', data: { ...settings, by } }];
  },

  evolve(standing, { type, data }) {
    return type === 'SettingsChanged' ? settingsIn(data) : standing;
  },
};

/** Texts by their words in each language and a file by what is recorded of it, everything else as it is. */
function isSame(one: Settings[keyof Settings], other: Settings[keyof Settings]): boolean {
  if (!hasParts(one) && !hasParts(other)) return one === other;
  const [parts, others] = [hasParts(one) ? one : {}, hasParts(other) ? other : {}];
  return Object.keys({ ...parts, ...others }).every((name) => parts[name] === others[name]);
}

function hasParts(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const white = '#ffffff';

/**
 * Buttons have white words on this colour; for dark screens, a lighter one is made of it.
 * @throws Rejection COLOUR_HARD_TO_READ with the contrast, and the nearest colour that has enough
 */
function mustBeReadable(colour: string | null): void {
  if (colour === null || contrast(colour, white) >= leastContrast) return;
  // Rounded down: 4.49 must not read as the 4.5 that is asked for.
  const ratio = Math.floor(contrast(colour, white) * 100) / 100;
  const nearest = readableOn([white], colour, '#000000');
  throw new Rejection('COLOUR_HARD_TO_READ', { field: 'colour', params: { ratio, least: leastContrast, nearest } });
}
