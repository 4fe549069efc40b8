import { Documents } from '@isegoria/portal-kit';
import { DueDay, Heading, Link, OfficeMarkdown, Sentence, SentenceOfDeadline, Time, Words, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { SaidText, type SaidWords } from '../../methods/deliberation/said-words/said-words.page';
import { ActivityName } from '../../official-answer/pages/activity-name.page';
import { officialAnswersPath } from '../../official-answer/pages/stance.page';
import {
  milestoneStatuses,
  standingStatuses,
  type EarlierMilestoneView,
  type MilestoneStatus,
  type MilestoneView,
  type MovedMilestoneView,
} from '../milestone.contract';
import { MilestoneTag, milestoneFollowingPath, milestoneFormPath } from './milestone-status.page';

/** What somebody said that a milestone follows. */
export interface Followed {
  readonly said: SaidWords | undefined;
  readonly isAnswered: boolean;
}

export interface MilestonesProps {
  readonly consultation: ConsultationView;
  readonly milestones: readonly MilestoneView[];
  /** By the ids of statements. */
  readonly followed: ReadonlyMap<string, Followed>;
  readonly mayEdit: boolean;
}

/** The steps of what is done, by the day on which each is due. */
export function Milestones(props: MilestonesProps) {
  const { milestones } = props;
  const { t } = useTexts();
  const countOf = (one: MilestoneStatus) => milestones.filter(({ status }) => status === one).length;
  const overdue = milestones.filter(({ isOverdue }) => isOverdue).length;
  return (
    <>
      <p class="meta">
        {milestoneStatuses.map((status) => (
          <span key={status}>{t('milestones.countOf', { status: t(`milestoneStatus.${status}`), count: countOf(status) })}</span>
        ))}
        {overdue > 0 && <strong>{t('milestones.overdueCount', { count: overdue })}</strong>}
      </p>
      <ol class="phases timeline">
        {milestones.map((milestone) => (
          <Milestone {...props} milestone={milestone} key={milestone.id} />
        ))}
      </ol>
    </>
  );
}

function Milestone(props: MilestonesProps & { milestone: MilestoneView }) {
  const { t } = useTexts();
  const { id, consultationId, title, text, status, isOverdue, isLate, documents, plannedAt, changedAt } = props.milestone;
  const { activityId, statementId, moved } = props.milestone;
  const lastNote = props.milestone.earlier.at(-1)?.note;
  return (
    <li class="stack" id={`milestone-${id}`} data-to-come={standingStatuses.includes(status) ? '' : undefined}>
      <div class="tags">
        <MilestoneTag {...{ status, isOverdue, isLate }} />
      </div>
      <Heading level={3} size="xs">
        <Words text={title} by="office" />
      </Heading>
      <DueAndWho of={props.milestone} />
      {moved !== null && <Moved {...moved} />}
      <Follows {...props} of={props.milestone} />
      <OfficeMarkdown source={text} below={3} />
      {lastNote !== undefined && lastNote !== moved?.note && (
        <p>
          {t('dates.why')} <Words text={lastNote} by="office" />
        </p>
      )}
      <Evidence of={props.milestone} />
      <Documents documents={documents} id={`documents-${id}`} level={3} />
      <p class="meta">
        <span>
          {t(changedAt === null ? 'milestones.planned' : 'milestones.changed')} <Time at={changedAt ?? plannedAt} withTime />
        </span>
        {props.mayEdit && <Link href={milestoneFormPath(consultationId, id)}>{t('milestones.change')}</Link>}
        {props.mayEdit && activityId !== null && (
          <Link href={milestoneFollowingPath(consultationId, { activityId, statementId })}>{t('milestones.addFollowing')}</Link>
        )}
      </p>
      <Earlier {...props} />
    </li>
  );
}

/** What was promised once the day had passed, which makes it no less late. */
function Moved({ dueAt, movedAt, note }: MovedMilestoneView) {
  const { t, date, lastDay } = useTexts();
  return (
    <p>
      <SentenceOfDeadline at={dueAt}>{t('milestones.moved', { date: date(movedAt), to: lastDay(dueAt) })}</SentenceOfDeadline>{' '}
      {t('dates.why')} <Words text={note} by="office" />
    </p>
  );
}

function DueAndWho({ of: { status, dueAt, responsible } }: { of: Pick<EarlierMilestoneView, 'status' | 'dueAt' | 'responsible'> }) {
  const { t } = useTexts();
  const isToCome = standingStatuses.includes(status) || Date.parse(dueAt) > Date.now();
  return (
    <p class="meta">
      <span>
        {t(isToCome ? 'milestones.due' : 'milestones.wasDue')} <DueDay at={dueAt} />
      </span>
      {responsible !== null && (
        <span>
          {t('milestones.responsible')} <Words text={responsible} by="office" />
        </span>
      )}
    </p>
  );
}

/** What people said that it follows, with the way there. */
function Follows({
  consultation,
  of: { activityId, statementId },
  followed,
}: MilestonesProps & { of: Pick<MilestoneView, 'activityId' | 'statementId'> }) {
  const { t } = useTexts();
  if (activityId === null) return null;
  const said = statementId === null ? undefined : followed.get(statementId);
  const results = `/consultations/${consultation.id}/results`;
  const to = statementId !== null && said?.isAnswered ? `${officialAnswersPath(consultation.id)}#answer-${statementId}` : results;
  return (
    <div class="stack">
      <p>
        {t('milestones.follows')}{' '}
        <Link href={to}>
          <Sentence says="milestones.resultsOf" words={{ name: <ActivityName of={consultation} activityId={activityId} /> }} />
        </Link>
      </p>
      {statementId !== null && (
        <blockquote>
          <SaidText said={said?.said} />
        </blockquote>
      )}
    </div>
  );
}

function Evidence({ of: { evidence, links } }: { of: Pick<EarlierMilestoneView, 'evidence' | 'links'> }) {
  const { t } = useTexts();
  if (evidence === null && links.length === 0) return null;
  return (
    <div class="stack">
      <p>
        <strong>{t('milestones.evidence')}</strong>
      </p>
      {evidence !== null && <OfficeMarkdown source={evidence} below={3} />}
      {links.length > 0 && (
        <ul class="ds-list">
          {links.map(({ address, words }) => (
            <li key={`${address} ${words}`}>
              <a class="ds-link" href={address} rel="nofollow noopener">
                <Words text={words} by="office" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How it stood before, the last first, with what each change says of it. */
function Earlier(props: MilestonesProps & { milestone: MilestoneView }) {
  const { t } = useTexts();
  const { id, earlier, changes } = props.milestone;
  if (changes === 0) return null;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('milestones.earlier', { count: changes })}</summary>
      <div class="stack">
        {earlier.toReversed().map((stood) => (
          <div class="stack" key={stood.changedAt}>
            <p class="meta">
              <Time at={stood.changedAt} withTime />
              <span>
                {t('dates.why')} <Words text={stood.note} by="office" />
              </span>
            </p>
            <div class="tags">
              <MilestoneTag status={stood.status} />
            </div>
            <p>
              <Words text={stood.title} by="office" />
            </p>
            <DueAndWho of={stood} />
            <Follows {...props} of={stood} />
            <OfficeMarkdown source={stood.text} below={3} />
            <Evidence of={stood} />
            <Documents documents={stood.documents} id={`documents-${id}-${Date.parse(stood.changedAt)}`} level={3} />
          </div>
        ))}
      </div>
    </details>
  );
}
