import { AccountController } from './account/account.portal';
import { AccountsOfficeController } from './account/accounts-office.portal';
import { ErasureController } from './erasure/erasure.portal';
import { MailboxController } from './mailbox/mailbox.portal';
import { UnitsOfficeController } from './unit/unit.portal';
import './account/account.texts';
import './account/accounts-office.texts';
import './erasure/erasure.texts';
import './mailbox/mailbox.texts';
import './unit/unit.texts';

export const pagesOfIdentity = [AccountController, AccountsOfficeController, ErasureController, MailboxController, UnitsOfficeController];
