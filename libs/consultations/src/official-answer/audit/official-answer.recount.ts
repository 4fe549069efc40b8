import { FilesOnRecord, rule, ruleBook, type ActsInWords, type Judged, type RuleBook, type RulesOf } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../activity/audit/activity-facts.recount';
import type { StatementSubmitted } from '../../methods/deliberation/statement/statement.contract';
import type { OfficialAnswerPublished } from '../official-answer.contract';

export const actsOfOfficialAnswers: ActsInWords<OfficialAnswerPublished> = {
  OfficialAnswerPublished: ({ by, about, aboutId, stance, text, note, group, documents = [] }) => {
    const under = group?.theme ? ` under the theme "${group.theme.title}"` : '';
    return `${about} ${aboutId} ${note === null ? 'answered' : `answered anew ("${note}")`}${under} by account ${by} (${stance}): "${text}"${named(documents)}`;
  },
};

const named = (documents: readonly { readonly file: string; readonly name: string }[]) =>
  documents.map(({ file, name }) => `, with file ${file} ("${name}")`).join('');

const filesOf = ({ documents = [] }: Pick<OfficialAnswerPublished['data'], 'documents'>) => JSON.stringify(documents);

const themeOf = (group: OfficialAnswerPublished['data']['group']) =>
  JSON.stringify(group?.theme ? [group.theme.title, group.theme.summary] : []);

const saidByGroup = ({ activityId, stance, text, by, group, documents }: OfficialAnswerPublished['data']) =>
  JSON.stringify([activityId, stance, text, by, group!.size, themeOf(group), filesOf({ documents })]);

/** What keeps official answers within the rules. */
export function rulesOfOfficialAnswers(activities: KnownActivities): RuleBook {
  const files = new FilesOnRecord();
  /** The activity of each statement. */
  const statements = new Map<string, string>();
  const standing = new Map<string, Pick<OfficialAnswerPublished['data'], 'stance' | 'text' | 'group' | 'documents'>>();
  /** What the answers of each group say, and what is answered by them. */
  const groups = new Map<string, { readonly says: string; readonly answered: Set<string> }>();
  const rules: RulesOf<OfficialAnswerPublished> = {
    OfficialAnswerPublished: [
      rule(
        'official-answer-to-published',
        'An office answers in a consultation that is published and not cancelled, and of which the activity is.',
        ({ data: { consultationId, activityId } }) => {
          const activity = activities.of(activityId);
          return activity?.consultationId === consultationId && activity.consultation.isPublished && !activity.consultation.isCancelled;
        },
      ),
      rule(
        'official-answer-to-what-is-there',
        'An office answers an activity when its phase is over, or a statement that was made in it.',
        ({ data: { activityId, about, aboutId }, time }) => {
          if (about !== 'activity') return statements.get(aboutId) === activityId;
          const { consultation, phaseId } = activities.of(activityId)!;
          return aboutId === activityId && (consultation.isClosed(phaseId) || !!consultation.phase(phaseId)?.mayBeOver(time));
        },
      ),
      rule(
        'official-answer-corrected-with-note',
        'The first answer to something has no note; each later one differs from it, and says why.',
        ({ data: { aboutId, stance, text, note, group, documents } }) => {
          const before = standing.get(aboutId);
          if (!before) return note === null;
          const says = before.stance !== stance || before.text !== text || themeOf(before.group) !== themeOf(group);
          return !!note && (says || filesOf(before) !== filesOf({ documents }));
        },
        ({ data: { aboutId, stance, text, group, documents } }) => void standing.set(aboutId, { stance, text, group, documents }),
      ),
      rule(
        'official-answers-of-group-alike',
        'Answers of a group are to different statements of one activity, at most as many as it says, and alike in all but that.',
        ({ data }) => {
          if (!data.group) return true;
          const { id, size, theme } = data.group;
          if (theme && !theme.title.trim()) return false;
          const known = groups.get(id);
          if (data.about !== 'statement' || size < (theme ? 1 : 2) || (known && known.says !== saidByGroup(data))) return false;
          return !known || (known.answered.size < size && !known.answered.has(data.aboutId));
        },
        ({ data }) => {
          if (!data.group) return;
          const known = groups.get(data.group.id) ?? { says: saidByGroup(data), answered: new Set<string>() };
          groups.set(data.group.id, known);
          known.answered.add(data.aboutId);
        },
      ),
      ...files.rules<OfficialAnswerPublished>(({ documents = [] }) => ({ picture: null, documents })),
    ],
  };
  return ruleBook<OfficialAnswerPublished>(rules, {
    ...files.remembers,
    StatementSubmitted: ({ data }: Judged<StatementSubmitted>) => void statements.set(data.statementId, data.activityId),
  });
}
