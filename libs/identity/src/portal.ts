import { AccountController } from './account/own-account/account.portal';
import { AccountsOfficeController } from './account/office/accounts-office.portal';
import { ChangeOfAddressController } from './change-of-address/change-of-address.portal';
import { ConfirmationController } from './confirmation/confirming/confirmation.portal';
import { ErasureController } from './erasure/request/erasure.portal';
import { MailboxController } from './mailbox/mailbox.portal';
import { PasswordController } from './password/password.portal';
import { ProfileController } from './profile/profile.portal';
import { UnitsOfficeController } from './unit/office/unit.portal';
import './account/own-account/account.texts';
import './account/office/accounts-office.texts';
import './change-of-address/change-of-address.texts';
import './confirmation/confirming/confirmation.texts';
import './erasure/request/erasure.texts';
import './link/link.texts';
import './mailbox/mailbox.texts';
import './password/password.texts';
import './profile/profile.texts';
import './unit/unit.texts';

export const pagesOfIdentity = [
  AccountController,
  AccountsOfficeController,
  ChangeOfAddressController,
  ConfirmationController,
  ErasureController,
  MailboxController,
  PasswordController,
  ProfileController,
  UnitsOfficeController,
];
