import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, forEachEntry, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../../../activity/activity.decider';
import type { ConsultationState } from '../../../consultation/known-consultation.decider';
import { onlyOpenPhasesAcceptContributions, onlyPhasesToComeOrOpen } from '../../../phase/phase.decider';
import { onlyUponWhatStands, type Upon } from '../response/response.decider';
import { mostLinks, type LinkedResponseSubmitted, type SurveyLinkEvent } from './survey-links.contract';

export const surveyLinksStream = (activityId: string) => `survey-links-${activityId}`;
export const linkResponseStream = (activityId: string, link: string) => `survey-link-${activityId}-${link}`;

export interface Batch {
  readonly links: ReadonlySet<string>;
  readonly isRevoked: boolean;
}
/** From the first batch on. */
export type LinksState = readonly Batch[];

interface About {
  readonly activityId: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly consultation: ConsultationState;
  readonly activity: ActivityState;
}
export type LinksCommand = About &
  (
    | { readonly type: 'IssueSurveyLinks'; readonly links: readonly string[] }
    | { readonly type: 'RevokeSurveyLinks'; readonly batch: number; readonly reason: string }
  );

export const surveyLinksDecider: Decider<LinksState, LinksCommand, SurveyLinkEvent> = {
  initialState: [],

  decide(command, state) {
    const { activityId, activity, consultation, actor, now } = command;
    const by = permitted(actor, 'consult', consultation.unit).accountId;
    onlyPhasesToComeOrOpen(consultation, activity.phaseId, now);
    const { consultationId } = activity;
    if (command.type === 'RevokeSurveyLinks') {
      const { batch, reason } = command;
      const standing = state[batch - 1];
      if (!standing) throw new Rejection('NOT_FOUND');
      if (standing.isRevoked) throw new Rejection('ALREADY_DONE');
      return [{ type: 'SurveyLinksRevoked', data: { consultationId, activityId, batch, reason, by } }];
    }
    const issued = state.reduce((sum, { links }) => sum + links.size, 0);
    const limit = mostLinks - issued;
    if (command.links.length > limit)
      throw new Rejection('VALIDATION_FAILED', { field: 'links', params: { constraint: 'arrayMaxSize', limit } });
    forEachEntry('links', command.links, (link, field) => {
      if (linkIn(state, link)) throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'arrayUnique' } });
    });
    const links = [...command.links].sort();
    return [{ type: 'SurveyLinksIssued', data: { consultationId, activityId, batch: state.length + 1, links, by } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'SurveyLinksIssued':
        return [...state, { links: new Set(event.data.links), isRevoked: false }];
      case 'SurveyLinksRevoked':
        return state.map((batch, at) => (at === event.data.batch - 1 ? { ...batch, isRevoked: true } : batch));
      default:
        return unchangedBy(event, state);
    }
  },
};

/** What is known of a link that was issued. */
export interface KnownLink {
  readonly batch: number;
  readonly isRevoked: boolean;
}
export function linkIn(state: LinksState, link: string): KnownLink | undefined {
  const at = state.findIndex(({ links }) => links.has(link));
  return at < 0 ? undefined : { batch: at + 1, isRevoked: state[at]!.isRevoked };
}

export interface RespondByLink extends Omit<About, 'actor'> {
  readonly link: string;
  readonly known: KnownLink;
  readonly voter: string;
  /** What the answers commit to. */
  readonly answers: string;
  /** What the own part of whoever responds commits to. */
  readonly own: string | null;
  /** What whoever responds was shown: nothing of what somebody else sent by the link. */
  readonly upon?: Upon;
}
export interface LinkResponseState {
  readonly answers: string;
  readonly own: string | null;
  readonly revision: number | undefined;
}

/** Policy: whoever has the link alone, which others had in their hands, too, changes no response that has an own part. @throws Rejection */
export function onlyItsOwnPartChangesIt(state: LinkResponseState | undefined, own: string | null): void {
  if (state && state.own !== null && state.own !== own) throw new Rejection('LINK_USED_ELSEWHERE');
}

/** A link is one response, whoever has it: revoking its batch takes it from nobody who has responded. */
export const linkResponseDecider: Decider<LinkResponseState | undefined, RespondByLink, LinkedResponseSubmitted> = {
  initialState: undefined,

  decide({ activityId, activity, consultation, now, link, known, voter, answers, own, upon }, state) {
    onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, now);
    if (!state && known.isRevoked) throw new Rejection('LINK_REVOKED');
    onlyItsOwnPartChangesIt(state, own);
    if (state?.answers === answers && state.own === own) return [];
    const isShown = !state || (own !== null && state.own === own);
    if (isShown && upon !== undefined) onlyUponWhatStands(upon, state?.answers ?? null);
    const { consultationId } = activity;
    return [{ type: 'LinkedResponseSubmitted', data: { consultationId, activityId, batch: known.batch, link, voter, answers, own } }];
  },

  evolve: (state, { type, data }, revision) =>
    (type as string) === 'LinkedResponseSubmitted' ? { answers: data.answers, own: data.own ?? null, revision } : state,

  recordedAt: (_, state) => state?.revision,
};
