import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { settingsChanged } from '@isegoria/content';
import { catalogue } from '@isegoria/kernel';
import { PlatformModule } from '@isegoria/service-host';
import { Accounts } from './account/accounts.service';
import { AccountSearchController } from './account/search/account-search.controller';
import { Credentials } from './account/credential/credentials.service';
import { PassingKeys } from './account/profile/passing-keys.service';
import { Profiles } from './account/profile/profiles.service';
import { AddressClaims } from './address/address-claims.service';
import { Addresses } from './address/addresses.service';
import { ALL_ARE_CLOSED_UP_TO, ReleasedCredentialsAreForgotten, type AllAreClosedUpTo } from './address/released-credentials.policy';
import { ReleasedCredentials } from './address/released-credentials.service';
import { AddressChanges } from './change-of-address/address-changes.service';
import { ChangeOfAddressController } from './change-of-address/change-of-address.controller';
import { ConfirmationLinks } from './confirmation/confirmation-links.service';
import { ConfirmationController } from './confirmation/confirmation.controller';
import { Confirmations } from './confirmation/confirmations.service';
import { ErasureController } from './erasure/erasure.controller';
import { DestroyedKeysBecomeUnreadable } from './erasure/batches/epochs.policy';
import { NothingIsKeptOfTheErased } from './erasure/erasure.policy';
import { Erasure } from './erasure/erasure.service';
import { ErasuresAreToldInBatches } from './erasure/batches/erasure-batches.policy';
import { ErasureBatches } from './erasure/batches/erasure-batches.service';
import { UnpublishedErasures } from './erasure/batches/unpublished-erasures.service';
import { OldGuessesAreForgotten } from './guessing/guesses.policy';
import { Guesses } from './guessing/guesses.service';
import { AcceptedInvitations } from './invitation/accepting/accepted-invitations.service';
import { InvitationController } from './invitation/invitation.controller';
import { InvitationsOfStaff } from './invitation/invitations.service';
import { WhatIsNotConfirmedExpires } from './link/expiry/expiry.policy';
import { Expiry } from './link/expiry/expiry.service';
import { LinkController } from './link/link.controller';
import { Links } from './link/links.service';
import { MailboxController } from './mailbox/mailbox.controller';
import { MailCounts } from './mail/mail-counts.service';
import { Mailer } from './mail/mailer.service';
import { Post } from './mail/post.service';
import { KNOWN_NOTES, type KnownNotes } from './note/known-notes.service';
import { ContributorsAreTold } from './note/mails/note-mails.policy';
import { NoteMails } from './note/mails/note-mails.service';
import { ToldSoFar } from './note/mails/told-so-far.service';
import { NoteController } from './note/note.controller';
import { NotesOfPeople } from './note/notes.service';
import { OwnSessionsController } from './own-sessions/own-sessions.controller';
import { ForgottenPasswords } from './password/forgotten-passwords.service';
import { PasswordController } from './password/password.controller';
import { Passwords } from './password/passwords.service';
import { PasswordRules } from './password/rules/password-rules.service';
import { ImportsController } from './people-import/people-import.controller';
import { ProfileChanges } from './profile/profile-changes.service';
import { ProfileController } from './profile/profile.controller';
import { RegistrationController } from './registration/registration.controller';
import { Registration } from './registration/registration.service';
import { Administrators } from './role/administrators.service';
import { FirstAdministrator } from './role/first-administrator.service';
import { RolesController } from './role/role.controller';
import { CountedRoles } from './second-factor/sign-in/counted-roles.service';
import { OwnSecondFactor } from './second-factor/codes/own-second-factor.service';
import { RecoveryCodes } from './second-factor/codes/recovery-codes.service';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactorResets } from './second-factor/reset/second-factor-resets.service';
import { SecondFactors } from './second-factor/codes/second-factors.service';
import { SessionsController } from './session/session.controller';
import { Sessions } from './session/sessions.service';
import { SigningIn } from './session/signing-in.service';
import { FailedSignInsAreTold } from './staff-sign-in/staff-sign-ins.policy';
import { StaffSignIns } from './staff-sign-in/staff-sign-ins.service';
import { SuspensionAppeals } from './suspension/appeal/suspension-appeals.service';
import { SuspensionNotices } from './suspension/suspension-notices.service';
import { SuspensionController } from './suspension/suspension.controller';
import { Suspensions } from './suspension/suspensions.service';
import { Tables } from './tables.service';
import { UnitController } from './unit/unit.controller';
import { eventsOfIdentity } from './contract';

export type { KnownNote, KnownNotes, PersonToTell, WhichNotes } from './note/known-notes.service';

/** Who people are to the platform: accounts, sessions and roles. Everything personal is sealed or hashed before it leaves this service. */
@Module({
  imports: [
    PlatformModule.with({
      eventStore: catalogue([...eventsOfIdentity, settingsChanged]),
      answers: 'identity',
      entities: [],
      nats: true,
      secretCommands: 'handle',
      subjectKeys: true,
    }),
  ],
  controllers: [
    AccountSearchController,
    RegistrationController,
    ConfirmationController,
    LinkController,
    InvitationController,
    PasswordController,
    ProfileController,
    ChangeOfAddressController,
    SessionsController,
    SecondFactorController,
    OwnSessionsController,
    RolesController,
    SuspensionController,
    UnitController,
    ErasureController,
    ImportsController,
    MailboxController,
    NoteController,
  ],
  providers: [
    { provide: Tables, useFactory: Tables.in, inject: [DataSource] },
    Accounts,
    Addresses,
    AddressClaims,
    AddressChanges,
    Guesses,
    OldGuessesAreForgotten,
    Credentials,
    ReleasedCredentials,
    ReleasedCredentialsAreForgotten,
    MailCounts,
    Mailer,
    Post,
    Links,
    Expiry,
    InvitationsOfStaff,
    AcceptedInvitations,
    WhatIsNotConfirmedExpires,
    PassingKeys,
    Profiles,
    ProfileChanges,
    PasswordRules,
    Passwords,
    ForgottenPasswords,
    Registration,
    Confirmations,
    ConfirmationLinks,
    CountedRoles,
    RecoveryCodes,
    SecondFactors,
    OwnSecondFactor,
    SecondFactorResets,
    SigningIn,
    StaffSignIns,
    FailedSignInsAreTold,
    Sessions,
    Suspensions,
    SuspensionAppeals,
    SuspensionNotices,
    Erasure,
    ErasureBatches,
    ErasuresAreToldInBatches,
    UnpublishedErasures,
    NothingIsKeptOfTheErased,
    DestroyedKeysBecomeUnreadable,
    NotesOfPeople,
    ToldSoFar,
    NoteMails,
    ContributorsAreTold,
    Administrators,
    FirstAdministrator,
  ],
})
export class IdentityModule {
  /** What identity must know about consultations and contributions and does not read itself. */
  static with(allAreClosedUpTo: AllAreClosedUpTo, knownNotes: KnownNotes): DynamicModule {
    const providers = [
      { provide: ALL_ARE_CLOSED_UP_TO, useValue: allAreClosedUpTo },
      { provide: KNOWN_NOTES, useValue: knownNotes },
    ];
    return { module: IdentityModule, providers };
  }
}
