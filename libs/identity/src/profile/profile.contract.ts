import { IsIn, IsTimeZone, MaxLength } from 'class-validator';
import { IsOneLine, OrAbsent, command, event, languages, limits, type DomainEvent, type Language } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

export class ChangeProfile {
  @IsOneLine()
  @MaxLength(limits.nameLength)
  name: string;

  @IsIn(languages)
  language: Language;

  /** An IANA name such as `Africa/Cairo`; that of the site when absent. */
  @OrAbsent()
  @IsTimeZone()
  timeZone?: string;
}

/** What makes a new version of a profile. */
export const newProfiles = ['AccountRegistered', 'ProfileChanged'];

export const changeProfile = command(ChangeProfile, {
  route: 'PUT /accounts/current/profile',
  may: 'participate',
  summary: 'Change the name, the language and the time zone of the own account',
  atMostAMinute: 30,
  versionedBy: newProfiles,
});

const accountId = 'acc00000-0000-4000-8000-000000000001';

/** `profile` is sealed as in `AccountRegistered`; what has changed in it is for nobody to see. */
export type ProfileChanged = DomainEvent<'ProfileChanged', { accountId: string; profile: { sealed: string } }>;
export const profileChanged = event<ProfileChanged>('ProfileChanged', {
  stream: accountStreams,
  says:
    "Name, address, language or time zone changed; `profile` is sealed under the person's key. Comes with the confirmation of an " +
    'account, too.',
  sample: { accountId, profile: { sealed: `2.000102030405060708090a0b0c0d0e0f.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}` } },
});
