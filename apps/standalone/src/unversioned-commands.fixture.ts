/**
 * The commands of the API that know no versions, by the reason why nobody overwrites with them what they have not seen. A new one gets a
 * version or a place here.
 */
export const unversionedCommands = {
  'makes something new': [
    ...['DraftConsultation', 'DraftPage', 'DraftService'],
    ...['AddFile', 'SubmitStatement', 'SubmitComment', 'AskQuestion', 'ReportContribution', 'Appeal'],
    ...['AppealSuspension', 'ExportContributions', 'InviteStaff', 'ImportAccounts', 'RegisterAccount', 'MakeUnit', 'PlanMilestone'],
    ...['AddCategory', 'SaveTemplate', 'IssueSurveyLinks'],
    ...['SignIn', 'SignInWithCode'],
  ],
  'the last word of one person counts, whatever it was before': [
    ...['CastPollBallot', 'CastRanking', 'CastScores', 'CastMotionBallot', 'CastStatementVote'],
    ...['SupportComment', 'SupportQuestion', 'GiveServiceFeedback', 'ChangeNoteSettings', 'Unsubscribe', 'MarkNotesRead'],
  ],
  'takes away what was said, whatever the words': [
    ...['WithdrawStatement', 'WithdrawComment', 'WithdrawQuestion', 'WithdrawFile', 'TakeServiceFeedbackBack'],
  ],
  'is done once, or refused': [
    ...['EnterPaperForm', 'RevokeSurveyLinks'],
    ...['CloseUnit', 'WithdrawCategory', 'DecideAppeal', 'DecideReport', 'DecideSuspensionAppeal', 'LiftSuspension'],
    ...['SuspendAccount', 'SuspendAuthor', 'ExcludeBallot', 'ReinstateBallot', 'EraseAccount', 'EraseOwnAccount', 'SkipEvent'],
    ...['WithdrawInvitation', 'EndOtherSessions', 'EndOwnSession', 'SignOut', 'ResetSecondFactor'],
  ],
  'names in a field what it was made from, and takes the place of nothing else': [
    ...['ConfirmPaperForm', 'SendBackPaperForm', 'DecideOnText'],
    ...['SubmitResponse', 'KeepAnswers', 'SubmitTestAnswers', 'KeepTestAnswers', 'SubmitLinkedResponse', 'KeepLinkedAnswers'],
    ...['KeepAnswerFile', 'KeepTestAnswerFile'],
  ],
  'takes a secret that one person has, and the newest one ends those before': [
    ...['ChangePassword', 'ChooseNewPassword', 'RequestNewPassword', 'BeginSecondFactor', 'ConfirmSecondFactor', 'TurnOffSecondFactor'],
    ...['RenewRecoveryCodes', 'ChangeAddress', 'ConfirmNewAddress', 'KeepOldAddress', 'SendConfirmation', 'ConfirmEmail', 'ConfirmAnew'],
    ...['AcceptInvitation', 'ResendInvitation'],
  ],
  'changes nothing': ['FindAccount', 'ShowLinkedResponse', 'ShowInvitation', 'ShowLink', 'CheckReceipt'],
};
