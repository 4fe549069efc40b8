import type { ApiPart } from '@isegoria/api-host';
import { accountAnswers } from './account/account.read-model';
import { findAccount } from './account/search/account-search.contract';
import { changeAddress, confirmNewAddress, keepOldAddress, sendConfirmation } from './change-of-address/change-of-address.contract';
import { confirmAnew, confirmEmail } from './confirmation/confirmation.contract';
import { eraseAccount, showPendingErasures } from './erasure/erasure.contract';
import {
  acceptInvitation,
  inviteStaff,
  listInvitations,
  resendInvitation,
  showInvitation,
  withdrawInvitation,
} from './invitation/invitation.contract';
import { showLink } from './link/link.contract';
import { readMailbox } from './mailbox/mailbox.contract';
import { changeNoteSettings, countUnreadNotes, listNotes, markNotesRead, showNoteSettings, unsubscribe } from './note/note.contract';
import { endOtherSessions, endOwnSession, showOwnSessions } from './own-sessions/own-sessions.contract';
import { changePassword, chooseNewPassword, requestNewPassword } from './password/password.contract';
import { importAccounts } from './people-import/people-import.contract';
import { changeProfile } from './profile/profile.contract';
import { registerAccount } from './registration/registration.contract';
import { grantRole, revokeRole } from './role/role.contract';
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  showSecondFactor,
  turnOffSecondFactor,
} from './second-factor/second-factor.contract';
import { SessionsController } from './session/session.api';
import { signIn } from './session/session.contract';
import { appealSuspension, decideSuspensionAppeal } from './suspension/appeal/suspension-appeal.contract';
import { suspensionAnswers } from './suspension/list/suspension-list.read-model';
import { liftSuspension, suspendAccount, suspendAuthor } from './suspension/suspension.contract';
import { closeUnit, makeUnit, renameUnit, setAnswerTerm, setReview, setSmallestGroup } from './unit/unit.contract';
import { unitAnswers } from './unit/unit.read-model';

export const identityApi: ApiPart = {
  commands: [
    findAccount,
    registerAccount,
    confirmEmail,
    confirmAnew,
    sendConfirmation,
    showLink,
    inviteStaff,
    resendInvitation,
    withdrawInvitation,
    listInvitations,
    showInvitation,
    acceptInvitation,
    requestNewPassword,
    chooseNewPassword,
    changePassword,
    changeProfile,
    changeAddress,
    confirmNewAddress,
    keepOldAddress,
    signIn,
    showOwnSessions,
    endOtherSessions,
    endOwnSession,
    beginSecondFactor,
    confirmSecondFactor,
    renewRecoveryCodes,
    turnOffSecondFactor,
    showSecondFactor,
    resetSecondFactor,
    eraseAccount,
    showPendingErasures,
    grantRole,
    revokeRole,
    suspendAccount,
    suspendAuthor,
    liftSuspension,
    appealSuspension,
    decideSuspensionAppeal,
    makeUnit,
    renameUnit,
    setReview,
    setSmallestGroup,
    setAnswerTerm,
    closeUnit,
    importAccounts,
    readMailbox,
    listNotes,
    countUnreadNotes,
    markNotesRead,
    showNoteSettings,
    changeNoteSettings,
    unsubscribe,
  ],
  answers: [...accountAnswers, ...suspensionAnswers, ...unitAnswers],
  controllers: [SessionsController],
};
