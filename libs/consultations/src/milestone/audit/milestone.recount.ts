import { FilesOnRecord, rule, ruleBook, type ActsInWords, type Judged, type RuleBook, type RulesOf } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../activity/audit/activity-facts.recount';
import type { KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import type { StatementSubmitted } from '../../methods/deliberation/statement/statement.contract';
import { milestoneStatuses, type MilestoneSet } from '../milestone.contract';

export const actsOfMilestones: ActsInWords<MilestoneSet> = {
  MilestoneSet: ({ by, milestoneId, title, status, dueAt, note }) =>
    `milestone ${milestoneId} ${note === null ? 'planned' : `changed ("${note}")`} by account ${by} (${status}, due ${dueAt}): "${title}"`,
};

/** What keeps milestones within the rules. */
export function rulesOfMilestones(consultations: KnownConsultations, activities: KnownActivities): RuleBook {
  const files = new FilesOnRecord();
  /** The activity of each statement. */
  const statements = new Map<string, string>();
  const standing = new Map<string, MilestoneSet['data']>();
  const rules: RulesOf<MilestoneSet> = {
    MilestoneSet: [
      rule(
        'milestone-follows-outcome',
        'An office says what it does about a consultation that is published, not cancelled, and has an outcome.',
        ({ data: { consultationId } }) => {
          const consultation = consultations.of(consultationId);
          return !!consultation?.isPublished && !consultation.isCancelled && consultation.isAnswered;
        },
      ),
      rule(
        'milestone-follows-what-is-there',
        'What a milestone follows is an activity of its consultation, or a statement that was made in that activity.',
        ({ data: { consultationId, follows } }) => {
          if (follows === null) return true;
          const { activityId, statementId } = follows;
          const isOfStatement = statementId === null || statements.get(statementId) === activityId;
          return activities.of(activityId)?.consultationId === consultationId && isOfStatement;
        },
      ),
      rule(
        'milestone-due-after-opening',
        'A milestone is due on a date after the consultation opened, and stands where a milestone can.',
        ({ data: { consultationId, dueAt, status } }) => {
          const opensAt = consultations.of(consultationId)!.phases[0]?.dates?.opensAt ?? Infinity;
          return Date.parse(dueAt) >= opensAt && milestoneStatuses.includes(status);
        },
      ),
      rule(
        'milestone-changed-with-note',
        'A milestone is planned without a note, and not dropped at once; each later event changes it, and says why.',
        ({ data }) => {
          const before = standing.get(data.milestoneId);
          if (!before) return data.note === null && data.status !== 'dropped';
          return before.consultationId === data.consultationId && !!data.note && words(before) !== words(data);
        },
        ({ data }) => void standing.set(data.milestoneId, data),
      ),
      rule(
        'milestone-done-is-shown',
        'What is done is shown: in words, by a link or by a file, since offices are asked for it.',
        ({ data: { status, evidence, links, documents } }) =>
          status !== 'done' || evidence === undefined || !!evidence || links.length + documents.length > 0,
      ),
      ...files.rules<MilestoneSet>(({ documents }) => ({ picture: null, documents })),
    ],
  };
  return ruleBook<MilestoneSet>(rules, {
    ...files.remembers,
    StatementSubmitted: ({ data }: Judged<StatementSubmitted>) => void statements.set(data.statementId, data.activityId),
  });
}

function words({ title, text, responsible, dueAt, status, evidence = null, links, documents, follows }: MilestoneSet['data']): string {
  return JSON.stringify([title, text, responsible, dueAt, status, evidence, links, documents, follows]);
}
