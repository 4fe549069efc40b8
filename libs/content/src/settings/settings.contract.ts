import { IsBoolean, IsInt, IsObject, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  IsColour,
  IsEmailAddress,
  IsOneLine,
  IsZoneName,
  Nested,
  OrAbsent,
  OrNull,
  command,
  event,
  limits,
  query,
  stream,
  textByLanguage,
  type DomainEvent,
  type TextByLanguage,
} from '@isegoria/kernel';

import { AttachFile, AttachmentView, type Attached } from '../file/attached/attached.contract';

const InstitutionByLanguage = textByLanguage(limits.nameLength, IsOneLine());
const NoticeByLanguage = textByLanguage(limits.noticeLength);

/** Sets all settings, in the form in which they are read: anything absent is cleared. */
export class ChangeSettings {
  /** The name of the institution in any of the languages. */
  @OrAbsent()
  @OrNull()
  @Nested(() => InstitutionByLanguage)
  institution?: InstanceType<typeof InstitutionByLanguage> | null;

  /** Public. */
  @OrAbsent()
  @OrNull()
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  contactEmail?: string | null;

  /** Shown at the top of every page. */
  @OrAbsent()
  @OrNull()
  @Nested(() => NoticeByLanguage)
  notice?: InstanceType<typeof NoticeByLanguage> | null;

  /** How many statements, comments or questions each a person may add to one consultation. */
  @OrAbsent()
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(limits.contributionsPerPersonMax)
  contributionsPerPerson?: number | null;

  /** For how many minutes people may change the words of what they said. */
  @OrAbsent()
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(limits.editMinutesMax)
  editMinutes?: number | null;

  /** Within how many days of its end a consultation is answered, unless its draft says otherwise. */
  @OrAbsent()
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(limits.answerDaysMax)
  answerWithinDays?: number | null;

  /** Whether roles count only in sessions that a second factor opened. */
  @OrAbsent()
  @OrNull()
  @IsBoolean()
  staffNeedSecondFactor?: boolean | null;

  /** The IANA name of the zone in which the site shows and takes times. */
  @OrAbsent()
  @OrNull()
  @IsZoneName()
  timeZone?: string | null;

  /** The colour of buttons and links, as `#rrggbb`. */
  @OrAbsent()
  @OrNull()
  @IsColour()
  colour?: string | null;

  /** A picture that was added before, in the place of the mark of the platform at the top of every page. */
  @OrAbsent()
  @OrNull()
  @Nested(() => AttachFile)
  crest?: AttachFile | null;
}
/** What makes a new version of the settings. */
export const newSettings: readonly SettingsChanged['type'][] = ['SettingsChanged'];

export const changeSettings = command(ChangeSettings, {
  route: 'PUT /settings',
  may: 'administer',
  summary: 'Set all settings; what is absent is set to nothing',
  versionedBy: newSettings,
});

/** The settings of the platform; null where nothing is set, and then the site is as it was installed. */
export class PlatformSettings {
  /** The name of the institution. */
  @OrNull() @IsObject() readonly institution: TextByLanguage | null;
  @OrNull() @IsString() readonly contactEmail: string | null;
  /** The notice at the top of every page. */
  @OrNull() @IsObject() readonly notice: TextByLanguage | null;
  /** How many statements, comments or questions each a person may add to one consultation; null: as many as the platform says. */
  @OrNull() @IsInt() readonly contributionsPerPerson: number | null;
  /** For how many minutes people may change the words of what they said; null: as long as the platform says. */
  @OrNull() @IsInt() readonly editMinutes: number | null;
  /** Within how many days of its end a consultation is answered, as its draft suggests; null: as many as the platform says. */
  @OrNull() @IsInt() readonly answerWithinDays: number | null;
  /** Whether roles count only in sessions that a second factor opened; null: they do. */
  @OrNull() @IsBoolean() readonly staffNeedSecondFactor: boolean | null;
  /** The IANA name of the zone in which times are shown; null: as the site was installed. */
  @OrNull() @IsString() readonly timeZone: string | null;
  /** The colour of buttons and links, as `#rrggbb`; null: as the platform has it. */
  @OrNull() @IsString() readonly colour: string | null;
  /** The crest of the institution, at the top of every page; null: the mark of the platform. */
  @OrNull() @Nested(() => AttachmentView) readonly crest: AttachmentView | null;
  /** 0 while nothing was ever set. */
  @IsInt() readonly version: number;
}

/** Before anything was set. */
export const noSettings = {
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
} as const satisfies Omit<PlatformSettings, 'version'>;

export const nothingSet: PlatformSettings = { ...noSettings, version: 0 };

export type Settings = Omit<SettingsChanged['data'], 'by' | 'crest' | 'answerWithinDays'> & {
  readonly crest: Attached | null;
  readonly answerWithinDays: number | null;
};
export const settingNames = Object.keys(noSettings) as (keyof Settings)[];

/** The settings that an event holds: nothing for those that its program did not know, and none that are not known here. */
export function settingsIn(data: Partial<Settings>): Settings {
  return Object.fromEntries(settingNames.map((name) => [name, data[name] ?? null])) as unknown as Settings;
}

/** Whether roles count only in sessions that a second factor opened, under these settings, or if there are none. */
export function mustHaveSecondFactor(settings?: Partial<Pick<PlatformSettings, 'staffNeedSecondFactor'>>): boolean {
  return settings?.staffNeedSecondFactor ?? true;
}

/** How many of each kind a person may add to one consultation under these settings, or if there are none. */
export function mostContributions(settings?: Partial<Pick<PlatformSettings, 'contributionsPerPerson'>>): number {
  return settings?.contributionsPerPerson ?? limits.contributionsPerPerson;
}

/** For how many minutes people may change the words of what they said, under these settings, or if there are none. */
export function minutesToEdit(settings?: Partial<Pick<PlatformSettings, 'editMinutes'>>): number {
  return settings?.editMinutes ?? limits.editMinutes;
}

/** What the draft of a consultation suggests under these settings, or if there are none: within how many days of its end it is answered. */
export function daysToAnswer(settings?: Partial<Pick<PlatformSettings, 'answerWithinDays'>>): number {
  return settings?.answerWithinDays ?? limits.answerDays;
}

export class ShowSettings {}
/** The same for everybody, and every portal asks for it again and again. */
export const showSettings = query(ShowSettings, PlatformSettings, {
  route: 'GET /settings',
  may: 'anyone',
  summary: 'How the platform names itself and what it tells everybody',
  keptFor: 5,
});

const by = '0ff1ce00-0000-4000-8000-000000000001';

/** The one stream of the platform's settings. */
export const settingsStream = 'settings';

const settings = stream(settingsStream, 'public');

/** All settings each time, including those that stay as they were. */
export type SettingsChanged = DomainEvent<
  'SettingsChanged',
  Omit<PlatformSettings, 'version' | 'crest' | 'answerWithinDays'> & {
    readonly crest?: Attached | null;
    readonly answerWithinDays?: number | null;
    readonly by: string;
  }
>;
export const settingsChanged = event<SettingsChanged>('SettingsChanged', {
  stream: settings,
  says:
    'How the site names itself and what it tells everybody from now on: all settings each time, null where nothing is set. `institution` ' +
    'and `notice` are each `{ en, ar }`, either of which may be absent; `contributionsPerPerson` is how many statements, comments or ' +
    'questions each a person may add to one consultation, `editMinutes` for how many minutes people may change the words of these, and ' +
    '`staffNeedSecondFactor` whether roles count only in sessions that a second factor opened; `timeZone` is the IANA name of the zone ' +
    'in which times are shown, `colour` that of buttons and links as `#rrggbb`, and `crest` a picture with what was recorded of it when ' +
    'it was added; `answerWithinDays` is within how many days of its end a consultation is answered, as its draft suggests. Earlier ' +
    'programs knew neither of these two.',
  may: 'administer',
  act: {},
  sample: {
    institution: { en: 'Ministry of Lakes' },
    contactEmail: 'office@ministry.example',
    notice: null,
    contributionsPerPerson: 20,
    editMinutes: 60,
    answerWithinDays: 60,
    staffNeedSecondFactor: true,
    timeZone: 'Africa/Cairo',
    colour: '#0b5c6b',
    crest: null,
    by,
  },
});
