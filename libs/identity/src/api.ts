import type { ApiPart } from '@isegoria/api-host';
import { accountAnswers } from './account/account.read-model';
import { confirmEmail } from './confirmation/confirmation.contract';
import { eraseAccount, showPendingErasures } from './erasure/erasure.contract';
import { readMailbox } from './mailbox/mailbox.contract';
import { importAccounts } from './people-import/people-import.contract';
import { registerAccount } from './registration/registration.contract';
import { grantRole, revokeRole } from './role/role.contract';
import { SessionsController } from './session/session.api';
import { signIn } from './session/session.contract';
import { closeUnit, makeUnit, renameUnit } from './unit/unit.contract';
import { unitAnswers } from './unit/unit.read-model';

export const identityApi: ApiPart = {
  commands: [
    registerAccount,
    confirmEmail,
    signIn,
    eraseAccount,
    showPendingErasures,
    grantRole,
    revokeRole,
    makeUnit,
    renameUnit,
    closeUnit,
    importAccounts,
    readMailbox,
  ],
  answers: [...accountAnswers, ...unitAnswers],
  controllers: [SessionsController],
};
