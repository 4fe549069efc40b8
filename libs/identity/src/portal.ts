import { AccountController } from './account/own-account/account.portal';
import { AccountsOfficeController } from './account/office/accounts-office.portal';
import { OneAccountController } from './account/office/one-account.portal';
import { ChangeOfAddressController } from './change-of-address/change-of-address.portal';
import { ConfirmationController } from './confirmation/confirming/confirmation.portal';
import { ErasureController } from './erasure/request/erasure.portal';
import { InvitationController } from './invitation/accepting/invitation.portal';
import { InvitationsOfficeController } from './invitation/office/invitations.portal';
import { MailboxController } from './mailbox/mailbox.portal';
import { NotesController } from './note/pages/notes.portal';
import { OwnSessionsController } from './own-sessions/own-sessions.portal';
import { PasswordController } from './password/password.portal';
import { ProfileController } from './profile/profile.portal';
import { SecondFactorController } from './second-factor/second-factor.portal';
import { suspensionAppealsWaiting } from './suspension/list/suspension-appeals.portal';
import { SuspensionsOfficeController } from './suspension/list/suspension-list.portal';
import { OwnSuspensionController } from './suspension/own/own-suspension.portal';
import { UnitsOfficeController } from './unit/office/unit.portal';
import './role/role.texts';
import './account/own-account/account.texts';
import './account/office/accounts-office.texts';
import './change-of-address/change-of-address.texts';
import './confirmation/confirming/confirmation.texts';
import './erasure/request/erasure.texts';
import './invitation/invitation.texts';
import './link/link.texts';
import './mailbox/mailbox.texts';
import './note/mails/digest.texts';
import './note/note.texts';
import './note/pages/notes.texts';
import './own-sessions/own-sessions.texts';
import './password/password.texts';
import './profile/profile.texts';
import './second-factor/second-factor.texts';
import './suspension/list/suspension-list.texts';
import './suspension/own/own-suspension.texts';
import './unit/unit.texts';

/** What waits for an office in accounts, one line a kind. */
export const workOfIdentity = [suspensionAppealsWaiting];

export const pagesOfIdentity = [
  AccountController,
  AccountsOfficeController,
  OneAccountController,
  ChangeOfAddressController,
  ConfirmationController,
  ErasureController,
  InvitationController,
  InvitationsOfficeController,
  MailboxController,
  NotesController,
  OwnSessionsController,
  PasswordController,
  ProfileController,
  SecondFactorController,
  SuspensionsOfficeController,
  OwnSuspensionController,
  UnitsOfficeController,
];
