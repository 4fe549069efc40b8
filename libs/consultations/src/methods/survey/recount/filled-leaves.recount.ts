import { leafRule, sideBySide, type Rule } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../../activity/audit/activity-facts.recount';
import type { MethodSettings } from '../../methods.contract';
import type { Question } from '../questionnaire/questionnaire.contract';
import { responses } from '../response/response.contract';
import type { SurveySettings } from '../survey.contract';

/** The version of answers from which on all leaves of a survey have as many commitments. */
const filled = 2;

const activityId = new RegExp(`^${responses.pattern.split('<', 1)[0]}([0-9a-f-]{36})-`);

/**
 * A leaf has a commitment for each text, place and file that somebody gives. It is public, with the pseudonym: if leaves had different
 * numbers of them, everybody could tell how much each person wrote. Everybody can judge that they do not.
 */
export function rulesOfFilledLeaves(activities: KnownActivities): readonly Rule[] {
  let since = Infinity;
  return [
    leafRule(
      'answers-fill-their-leaf',
      'From version 2 on, the leaf of answers has as many commitments as a survey takes texts, places and files, however many it got.',
      ({ stream, schema, commitments }) => {
        if (schema < filled) return true;
        const activity = activities.of(activityId.exec(stream)?.[1] ?? '');
        return !!activity && [activity.settings, ...activity.earlier].some((settings) => taken(settings) === commitments);
      },
      ({ schema, time }) => {
        if (schema >= filled) since = Math.min(since, time);
      },
    ),
    leafRule(
      'answers-of-version-2',
      'Answers of version 1 are recorded no later than 30 days after the first of version 2.',
      ({ schema, time }) => schema >= filled || time <= since + sideBySide,
    ),
  ];
}

/** How many answers may be words, which are sealed. */
const taken = (settings: MethodSettings): number =>
  (settings as SurveySettings).questionnaire.sections.flatMap(({ questions }) => questions).filter(takesWords).length;

const takesWords = ({ kind, hasOther }: Question): boolean =>
  hasOther === true || kind === 'short-text' || kind === 'long-text' || kind === 'place' || kind === 'file';
