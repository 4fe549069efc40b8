/**
 * The commands of the API that know no versions, by the reason why nobody overwrites with them what they have not seen. A new one gets a
 * version or a place here.
 */
export const unversionedCommands = {
  'makes something new': [
    ...['DraftConsultation', 'DraftPage', 'AddFile', 'SubmitStatement', 'SubmitComment', 'AskQuestion', 'ReportContribution', 'Appeal'],
    ...['AppealSuspension', 'ExportContributions', 'InviteStaff', 'ImportAccounts', 'RegisterAccount', 'MakeUnit', 'PlanMilestone'],
    ...['AddCategory', 'SaveTemplate', 'IssueSurveyLinks'],
    ...['SignIn', 'SignInWithCode'],
  ],
  'the last word of one person counts, whatever it was before': [
    ...['SubmitResponse', 'KeepAnswers', 'SubmitTestAnswers', 'KeepTestAnswers', 'SubmitLinkedResponse', 'KeepLinkedAnswers'],
    ...['KeepAnswerFile', 'KeepTestAnswerFile'],
    ...['CastPollBallot', 'CastRanking', 'CastScores', 'CastMotionBallot', 'CastStatementVote'],
    ...['SupportComment', 'SupportQuestion', 'ChangeNoteSettings', 'Unsubscribe', 'MarkNotesRead'],
  ],
  'takes away what was said, whatever the words': [
    ...['WithdrawStatement', 'WithdrawComment', 'WithdrawQuestion', 'WithdrawFile', 'WithdrawTemplate'],
  ],
  'is done once, or refused': [
    ...['EnterPaperForm', 'ConfirmPaperForm', 'SendBackPaperForm', 'DecideOnText', 'RevokeSurveyLinks'],
    ...['CloseUnit', 'WithdrawCategory', 'DecideAppeal', 'DecideReport', 'DecideSuspensionAppeal', 'LiftSuspension'],
    ...['SuspendAccount', 'SuspendAuthor', 'ExcludeBallot', 'ReinstateBallot', 'EraseAccount', 'EraseOwnAccount', 'SkipEvent'],
    ...['WithdrawInvitation', 'EndOtherSessions', 'EndOwnSession', 'SignOut', 'ResetSecondFactor'],
  ],
  'says which of two holds from now on, whichever held before': ['SetReview'],
  'says a number that holds from now on, whichever held before': ['SetSmallestGroup', 'SetAnswerTerm'],
  'takes a secret that one person has, and the newest one ends those before': [
    ...['ChangePassword', 'ChooseNewPassword', 'RequestNewPassword', 'BeginSecondFactor', 'ConfirmSecondFactor', 'TurnOffSecondFactor'],
    ...['RenewRecoveryCodes', 'ChangeAddress', 'ConfirmNewAddress', 'KeepOldAddress', 'SendConfirmation', 'ConfirmEmail', 'ConfirmAnew'],
    ...['AcceptInvitation', 'ResendInvitation'],
  ],
  'names a convenience of the office, of which nothing else depends': ['ChangeTemplate'],
  'changes nothing': ['FindAccount', 'ShowLinkedResponse', 'ShowInvitation', 'ShowLink', 'CheckReceipt'],
};
