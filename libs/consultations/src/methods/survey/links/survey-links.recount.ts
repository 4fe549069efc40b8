import { CompactTable, rule, ruleBook, saltedHash, type ActsInWords, type Judged, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../../activity/audit/activity-facts.recount';
import type { Contribution } from '../../../late/contribution-rules.recount';
import type { PaperFormEntered } from '../paper/entry/paper-entry.contract';
import type { ResponseSubmitted } from '../response/response.contract';
import {
  linksInBatch,
  type LinkedResponseSubmitted,
  type SurveyLinkEvent,
  type SurveyLinksIssued,
  type SurveyLinksRevoked,
} from './survey-links.contract';

type LinkEvent = SurveyLinkEvent | LinkedResponseSubmitted;

export const actsOfSurveyLinks: ActsInWords<LinkEvent> = {
  SurveyLinksIssued: ({ by, batch, links }) => `batch ${batch} of personal links ordered by account ${by}: ${links.length} links`,
  SurveyLinksRevoked: ({ by, batch, reason }) => `batch ${batch} of personal links revoked by account ${by}: "${reason}"`,
  LinkedResponseSubmitted: null,
};

interface LinkRules {
  readonly activities: KnownActivities;
  readonly contributions: readonly Rule<Contribution>[];
  /** Whether answers with this commitment stand under this name. */
  readonly given: (data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>) => boolean;
  /** Whether those leave questions unanswered as a form on paper may. */
  readonly leavesUnanswered: (data: Pick<ResponseSubmitted['data'], 'activityId' | 'voter' | 'answers'>) => boolean;
}

/** What keeps responses by personal links within the rules: no more links answer than were issued. */
export function rulesOfSurveyLinks({ activities, contributions, given, leavesUnanswered }: LinkRules): RuleBook {
  /** The batch of each link, and whose answers stand under each name: 1 of somebody else, 2 of a link. */
  const batches = new CompactTable();
  const names = new CompactTable();
  /** The name under which the answers of each link stand. */
  const nameOf = new Map<string, string>();
  /** What the own part commits to that a link was answered with. */
  const ownOf = new Map<string, string>();
  const lastBatch = new Map<string, number>();
  const revoked = new Set<string>();
  const of = (activityId: string, what: string | number) => `${activityId} ${what}`;
  const inItsSurvey = <Event extends LinkEvent>(): Rule<Event> =>
    rule<Event>('link-of-survey', 'Personal links are of a survey that was drafted, and name its consultation.', ({ data }) => {
      const activity = activities.of(data.activityId);
      return activity?.method === 'survey' && activity.consultationId === data.consultationId;
    });
  const isIssued = (activityId: string, link: string) => batches.get(...saltedHash(of(activityId, link)));
  const standsOf = ({ activityId, voter }: { activityId: string; voter: string }) => saltedHash(of(activityId, voter));
  const taken = ({ data }: Judged<ResponseSubmitted | PaperFormEntered>) => names.set(...standsOf(data), 1);
  return ruleBook<LinkEvent>(
    {
      SurveyLinksIssued: [
        inItsSurvey<SurveyLinksIssued>(),
        rule<SurveyLinksIssued>(
          'links-issued-once',
          'Links are issued batch after batch, each link once, and never so few that somebody knows whose is whose.',
          ({ data: { activityId, batch, links } }) =>
            batch === (lastBatch.get(activityId) ?? 0) + 1 &&
            links.length >= linksInBatch.least &&
            new Set(links).size === links.length &&
            links.every((link) => /^[0-9a-f]{64}$/.test(link) && isIssued(activityId, link) === 0),
          ({ data: { activityId, batch, links } }) => {
            lastBatch.set(activityId, batch);
            for (const link of links) batches.set(...saltedHash(of(activityId, link)), batch);
          },
        ),
      ],
      SurveyLinksRevoked: [
        inItsSurvey<SurveyLinksRevoked>(),
        rule<SurveyLinksRevoked>(
          'links-revoked-once',
          'A batch of links is revoked once it was issued, and once.',
          ({ data: { activityId, batch } }) => batch <= (lastBatch.get(activityId) ?? 0) && !revoked.has(of(activityId, batch)),
          ({ data: { activityId, batch } }) => void revoked.add(of(activityId, batch)),
        ),
      ],
      LinkedResponseSubmitted: [
        inItsSurvey<LinkedResponseSubmitted>(),
        rule<LinkedResponseSubmitted>(
          'link-was-issued',
          'Who responds by a link has one that was issued, in the batch that the response names.',
          ({ data: { activityId, link, batch } }) => batch > 0 && isIssued(activityId, link) === batch,
        ),
        rule<LinkedResponseSubmitted>(
          'link-answers-its-own',
          'The answers of a link stand before its response, under a name that is no person’s, no form’s and no other link’s.',
          ({ data }) => {
            const name = nameOf.get(of(data.activityId, data.link));
            const isFree = names.get(...standsOf(data)) === 0;
            return given(data) && (name === undefined ? isFree : name === data.voter);
          },
          ({ data }) => {
            nameOf.set(of(data.activityId, data.link), data.voter);
            names.set(...standsOf(data), 2);
          },
        ),
        rule<LinkedResponseSubmitted>(
          'link-leaves-nothing-out',
          'Whoever responds by a link answers all that has to be answered: only of a form on paper can it be said that it does not.',
          ({ data }) => !leavesUnanswered(data),
        ),
        rule<LinkedResponseSubmitted>(
          'link-changed-by-its-own',
          'Once somebody responded by a link with an own part, whoever responds by it has the same.',
          ({ data: { activityId, link, own } }) => [own, undefined].includes(ownOf.get(of(activityId, link))),
          ({ data: { activityId, link, own } }) => {
            if (own) ownOf.set(of(activityId, link), own);
          },
        ),
        ...(contributions as readonly Rule<LinkedResponseSubmitted>[]),
      ],
    },
    { ResponseSubmitted: taken, PaperFormEntered: taken },
  );
}
