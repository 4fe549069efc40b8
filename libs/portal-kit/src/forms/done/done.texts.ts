import { texts, type KeysOf } from '@isegoria/texts';

/** What is said at the top of the page after an act, of somebody in office above all; the keys end in the names of commands. */
export const doneTexts = texts({
  'done.any': 'Done and recorded.',
  'done.InviteStaff': 'The invitation is on its way. It can be accepted for 7 days.',
  'done.ResendInvitation': 'The invitation is sent again. The earlier link no longer works.',
  'done.WithdrawInvitation': 'The invitation is withdrawn. Its link no longer works.',
  'done.DraftPage': 'The draft is saved. The public cannot see it yet.',
  'done.RevisePage': 'The changes are saved.',
  'done.PublishPage': 'The page is published. Everybody can read it now.',
  'done.WithdrawPage': 'The page is withdrawn. It is no longer public.',
  'done.WithdrawFile': 'The file is withdrawn and deleted.',
  'done.DraftConsultation': 'The draft is saved. The public cannot see it yet.',
  'done.ReviseDraft': 'The changes are saved. The public cannot see the draft yet.',
  'done.DiscardDraft': 'The draft is deleted.',
  'done.PublishConsultation': 'The consultation is published. Everybody can see it now.',
  'done.CorrectConsultation': 'The correction is published, with your note. The earlier wording is one click away.',
  'done.ChangeAnswerTerm': 'The date of the answer is changed. Everybody can read why.',
  'done.TranslateConsultation': 'The translation is saved. Whoever reads the site in that language sees it.',
  'done.CancelConsultation': 'The consultation is cancelled. Everybody can read why.',
  'done.CloseConsultation': 'The consultation is closed.',
  'done.ChangeDates': 'The new dates are published, with your reason.',
  'done.PublishOutcome': 'The outcome is published.',
  'done.AnswerQuestion': 'Your answer is published.',
  'done.AcceptStatement': 'The statement is accepted. People can vote on it now.',
  'done.RejectStatement': 'The statement is rejected, and its author can read your reason.',
  'done.UndoStatementDecision': 'The decision is undone. The statement stands as it did before.',
  'done.HideComment': 'The comment is hidden, and your reason is shown in its place.',
  'done.RestoreComment': 'The comment is shown again.',
  'done.HideQuestion': 'The question is hidden, and your reason is shown in its place.',
  'done.RestoreQuestion': 'The question is shown again.',
  'done.SuspendAuthor': 'The account is suspended. Its holder is told by e-mail.',
  'done.SuspendAccount': 'The account is suspended. Its holder is told by e-mail.',
  'done.LiftSuspension': 'The suspension is over.',
  'done.DecideSuspensionAppeal': 'The appeal is decided. The person is told by e-mail.',
  'done.ExcludeBallot': '{count, plural, one {The ballot is left out of the counts.} other {# ballots are left out of the counts.}}',
  'done.ReinstateBallot': 'The ballot counts again.',
  'done.GrantRole': 'The role is granted.',
  'done.RevokeRole': 'The role is removed.',
  'done.ChangeSettings': 'The settings are saved. They apply on every page within seconds.',
  'done.SignOut': 'You are signed out.',
  'done.MakeUnit': 'The unit is added.',
  'done.RenameUnit': 'The unit has its new name.',
  'done.CloseUnit': 'The unit is closed.',
  'form.doneTitle': {
    text: 'Done: {title}',
    comment: 'The title of a page that is shown after something was sent and accepted.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof doneTexts> {}
}
