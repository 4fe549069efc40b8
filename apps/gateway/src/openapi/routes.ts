import {
  AcceptStatement,
  AnswerQuestion,
  AskQuestion,
  CastPollBallot,
  CastStatementVote,
  ChangeSettings,
  CloseConsultation,
  ConfirmEmail,
  DraftConsultation,
  DraftPage,
  EraseAccount,
  EraseOwnAccount,
  ExcludeBallot,
  ExportContributions,
  GrantRole,
  HideComment,
  ImportAccounts,
  PublishConsultation,
  PublishOutcome,
  PublishPage,
  RegisterAccount,
  ReinstateBallot,
  RejectStatement,
  RevisePage,
  RevokeRole,
  SignIn,
  SkipEvent,
  SubmitComment,
  SubmitStatement,
  WithdrawPage,
  consultationPhases,
  exportRoles,
  officialActionKinds,
  pageKinds,
  pageStatuses,
  questionStatuses,
  statementStatuses,
  type Role,
} from '@isegoria/contracts';
import { ballotStatuses } from '../consultations/ballots.controller';
import { CheckReceipt } from '../log/check-receipt';
import { moderation, offices } from '../request/actor';

/** One address of the API, as it is documented. Tests hold the table against the routes that are served. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1, with `{parameters}`. */
  readonly path: string;
  readonly summary: string;
  /** What is answered, and with which status. */
  readonly answer: readonly [status: number, what: string];
  /** Who may: everybody when absent. */
  readonly for?: 'signed in' | readonly Role[];
  /** The command; fields that `fromPath` names come from the path and not from the body. */
  readonly command?: new () => object;
  readonly fromPath?: readonly string[];
  /** Query parameters beyond `after`, with their values. */
  readonly query?: Readonly<Record<string, readonly string[] | 'uuid' | 'page'>>;
}

const administrator = ['administrator'] as const;
const consultation = { fromPath: ['consultationId'] } as const;

export const routes: readonly Route[] = [
  { method: 'PUT', path: '/consultations/{id}/statements/{statementId}/vote', summary: 'Vote on a statement; the last vote counts', answer: [200, 'Accepted'], for: 'signed in', command: CastStatementVote, fromPath: ['consultationId', 'statementId'] },
  { method: 'PUT', path: '/consultations/{id}/ballot', summary: 'Cast a ballot in a poll; the last one counts', answer: [200, 'Accepted'], for: 'signed in', command: CastPollBallot, ...consultation },
  { method: 'GET', path: '/consultations/{id}/ballots', summary: 'Ballots by pseudonym, all or the excluded ones', answer: [200, 'BallotView list'], for: moderation, query: { status: ballotStatuses, page: 'page' } },
  { method: 'POST', path: '/consultations/{id}/exclusions', summary: 'Leave a ballot out of all counts, with the reason', answer: [201, 'Accepted'], for: moderation, command: ExcludeBallot, ...consultation },
  { method: 'POST', path: '/consultations/{id}/reinstatements', summary: 'Let an excluded ballot count again, with the reason', answer: [201, 'Accepted'], for: moderation, command: ReinstateBallot, ...consultation },
  { method: 'GET', path: '/consultations/{id}/results', summary: 'The figures of a consultation, with the log position they include', answer: [200, 'ConsultationResults'] },
  { method: 'GET', path: '/consultations/{id}/opinion-map', summary: 'Groups of opinion and what they agree on', answer: [200, 'OpinionMap'] },
  { method: 'GET', path: '/consultations/{id}/live', summary: 'Server-sent events: `advanced` whenever the results changed', answer: [200, 'text/event-stream'] },
  { method: 'GET', path: '/consultations/{id}/my-ballot', summary: 'What the signed-in person has cast', answer: [200, 'MyBallot'], for: 'signed in' },
  { method: 'GET', path: '/consultations', summary: 'Consultations, newest first', answer: [200, 'ConsultationSummary list'], query: { phase: consultationPhases, page: 'page' } },
  { method: 'GET', path: '/consultations/{id}', summary: 'One consultation', answer: [200, 'ConsultationView'] },
  { method: 'POST', path: '/consultations', summary: 'Draft a consultation', answer: [201, 'Accepted'], for: offices, command: DraftConsultation },
  { method: 'POST', path: '/consultations/{id}/publication', summary: 'Publish a consultation with its dates', answer: [201, 'Accepted'], for: offices, command: PublishConsultation, ...consultation },
  { method: 'POST', path: '/consultations/{id}/closure', summary: 'Close a consultation early', answer: [201, 'Accepted'], for: offices, command: CloseConsultation, ...consultation },
  { method: 'POST', path: '/consultations/{id}/outcome', summary: 'Publish what people said and what was done', answer: [201, 'Accepted'], for: offices, command: PublishOutcome, ...consultation },
  { method: 'GET', path: '/consultations/{id}/statements', summary: 'Statements in order of submission; texts that are not accepted are shown to moderators', answer: [200, 'StatementView list'], query: { status: statementStatuses } },
  { method: 'POST', path: '/consultations/{id}/statements', summary: 'Add a statement', answer: [201, 'Accepted'], for: 'signed in', command: SubmitStatement, ...consultation },
  { method: 'POST', path: '/statements/{id}/acceptance', summary: 'Accept a statement', answer: [201, 'Accepted'], for: moderation, command: AcceptStatement, fromPath: ['statementId'] },
  { method: 'POST', path: '/statements/{id}/rejection', summary: 'Reject a statement, with the reason', answer: [201, 'Accepted'], for: moderation, command: RejectStatement, fromPath: ['statementId'] },
  { method: 'POST', path: '/consultations/{id}/exports', summary: 'Put an export of contributions on record, with its purpose', answer: [201, 'Accepted'], for: exportRoles, command: ExportContributions, ...consultation },
  { method: 'GET', path: '/exports/{id}', summary: 'The file of an export (CSV) for the account that made it, within 24 hours; `Isegoria-Position` is the log position that it includes. What the export is for `Accept: application/json`', answer: [200, 'text/csv or ExportView'], for: exportRoles },
  { method: 'GET', path: '/consultations/{id}/comments', summary: 'Comments, newest first', answer: [200, 'CommentView list'], query: { page: 'page' } },
  { method: 'POST', path: '/consultations/{id}/comments', summary: 'Comment on a consultation', answer: [201, 'Accepted'], for: 'signed in', command: SubmitComment, ...consultation },
  { method: 'POST', path: '/comments/{id}/hiding', summary: 'Hide a comment, with the reason', answer: [201, 'Accepted'], for: moderation, command: HideComment, fromPath: ['commentId'] },
  { method: 'GET', path: '/questions', summary: 'Questions to the ministry, newest first', answer: [200, 'QuestionView list'], query: { status: questionStatuses, consultationId: 'uuid', page: 'page' } },
  { method: 'GET', path: '/questions/{id}', summary: 'One question and its answer', answer: [200, 'QuestionView'] },
  { method: 'POST', path: '/questions', summary: 'Ask the ministry a question', answer: [201, 'Accepted'], for: 'signed in', command: AskQuestion },
  { method: 'POST', path: '/questions/{id}/answers', summary: 'Answer a question in public', answer: [201, 'Accepted'], for: offices, command: AnswerQuestion, fromPath: ['questionId'] },
  { method: 'GET', path: '/pages', summary: 'Announcements and information, newest first; officials may ask for other than published ones', answer: [200, 'PageView list'], query: { kind: pageKinds, status: [...pageStatuses, 'all'], page: 'page' } },
  { method: 'GET', path: '/pages/{id}', summary: 'One page', answer: [200, 'PageView'] },
  { method: 'POST', path: '/pages', summary: 'Draft a page', answer: [201, 'Accepted'], for: offices, command: DraftPage },
  { method: 'PUT', path: '/pages/{id}', summary: 'Revise a page', answer: [201, 'Accepted'], for: offices, command: RevisePage, fromPath: ['pageId'] },
  { method: 'POST', path: '/pages/{id}/publication', summary: 'Publish a page', answer: [201, 'Accepted'], for: offices, command: PublishPage, fromPath: ['pageId'] },
  { method: 'POST', path: '/pages/{id}/withdrawal', summary: 'Withdraw a page, with the reason', answer: [201, 'Accepted'], for: offices, command: WithdrawPage, fromPath: ['pageId'] },
  { method: 'GET', path: '/settings', summary: 'How the platform names itself and what it tells everybody', answer: [200, 'PlatformSettings'] },
  { method: 'PUT', path: '/settings', summary: 'Set all settings; what is absent is set to nothing', answer: [200, 'Accepted'], for: administrator, command: ChangeSettings },
  { method: 'POST', path: '/accounts', summary: 'Register; the answer is the same whether or not the address is known', answer: [202, 'the log position'], command: RegisterAccount },
  { method: 'POST', path: '/accounts/confirmations', summary: 'Confirm an e-mail address', answer: [200, 'Accepted'], command: ConfirmEmail },
  { method: 'GET', path: '/me', summary: 'The own account', answer: [200, 'AccountView'], for: 'signed in' },
  { method: 'GET', path: '/accounts', summary: 'Accounts, newest first', answer: [200, 'AccountView list'], for: administrator, query: { page: 'page' } },
  { method: 'POST', path: '/accounts/current/erasure', summary: 'Erase the own account, with its password; it cannot be undone', answer: [200, 'Accepted'], for: 'signed in', command: EraseOwnAccount },
  { method: 'POST', path: '/accounts/{accountId}/erasure', summary: 'Erase an account on request, with the reason; it cannot be undone', answer: [200, 'Accepted'], for: administrator, command: EraseAccount, fromPath: ['accountId'] },
  { method: 'PUT', path: '/accounts/{accountId}/roles/{role}', summary: 'Grant a role', answer: [200, 'Accepted'], for: administrator, command: GrantRole, fromPath: ['accountId', 'role'] },
  { method: 'DELETE', path: '/accounts/{accountId}/roles/{role}', summary: 'Revoke a role', answer: [200, 'Accepted'], for: administrator, command: RevokeRole, fromPath: ['accountId', 'role'] },
  { method: 'POST', path: '/imports/accounts', summary: 'Make accounts for the people of an imported conversation', answer: [200, 'ImportedAccounts'], for: offices, command: ImportAccounts },
  { method: 'POST', path: '/sessions', summary: 'Sign in', answer: [201, 'Session'], command: SignIn },
  { method: 'DELETE', path: '/sessions/current', summary: 'Sign out', answer: [204, 'nothing'], for: 'signed in' },
  { method: 'GET', path: '/mailbox', summary: 'What the embedded mailbox shows instead of sending it; not found where mail is sent', answer: [200, 'MailboxMessage list'] },
  { method: 'POST', path: '/receipts/checks', summary: 'Check a receipt from end to end', answer: [200, 'ReceiptCheck'], command: CheckReceipt },
  { method: 'GET', path: '/receipts/{eventId}', summary: "The proof that a receipt's event is in the log: text (C2SP tlog-proof), or JSON with the leaf for `Accept: application/json`", answer: [200, 'tlog-proof or ReceiptProof'] },
  { method: 'GET', path: '/officials/actions', summary: 'What officials did, newest first: publications, moderation, answers, outcomes, exports, settings, roles, erasures on request', answer: [200, 'OfficialAction list'], query: { kind: officialActionKinds, page: 'page' } },
  { method: 'GET', path: '/read-models', summary: 'How each group of read models stands: its position, the event at which it stopped, and what was left out of it', answer: [200, 'ReadModelView list'] },
  { method: 'POST', path: '/read-models/{group}/skips', summary: 'Leave the event at which a group stopped out of it, with the reason', answer: [201, 'Accepted'], for: administrator, command: SkipEvent, fromPath: ['group'] },
  { method: 'GET', path: '/openapi.json', summary: 'This description', answer: [200, 'OpenAPI 3.1'] },
];
