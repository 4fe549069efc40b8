import { allFieldsOf } from '@isegoria/kernel';
import { DeliberationDraft, DeliberationResults, DeliberationView } from './deliberation/deliberation-fields.contract';
import { PollDraft, PollResults, PollSettingsView } from './poll/poll-fields.contract';

/** What each method adds to the draft of a consultation, to its view and to its results. */
export class MethodDraft extends allFieldsOf(DeliberationDraft, PollDraft) {}
export class MethodView extends allFieldsOf(DeliberationView, PollSettingsView) {}
export class MethodResults extends allFieldsOf(DeliberationResults, PollResults) {}
