import { withQuery } from '@isegoria/portal-kit';
import { Tag, useTexts } from '@isegoria/ui';
import type { MilestoneStatus, MilestoneView } from '../milestone.contract';

export const outcomePath = (consultationId: string) => `/consultations/${consultationId}/outcome`;
export const milestonePath = ({ id, consultationId }: Pick<MilestoneView, 'id' | 'consultationId'>) =>
  `${outcomePath(consultationId)}#milestone-${id}`;
export const milestoneFormPath = (consultationId: string, milestoneId = 'new') =>
  `/office/consultations/${consultationId}/milestones/${milestoneId}`;

/** Where a milestone is added that follows the results of an activity, or what somebody said there. */
export const milestoneFollowingPath = (consultationId: string, of: { readonly activityId: string; readonly statementId: string | null }) =>
  withQuery(milestoneFormPath(consultationId), { activity: of.activityId, statement: of.statementId ?? undefined });

const colours = { planned: 'neutral', inProgress: 'info', done: 'success', dropped: 'warning' } as const;

/** Where a milestone stands, in a word. */
export function MilestoneTag(props: { status: MilestoneStatus; isOverdue?: boolean; isLate?: boolean }) {
  const { status, isOverdue = false, isLate = false } = props;
  const { t } = useTexts();
  return (
    <>
      <Tag colour={colours[status]}>{t(`milestoneStatus.${status}`)}</Tag>
      {isOverdue && <Tag colour="danger">{t('milestones.overdue')}</Tag>}
      {isLate && !isOverdue && <Tag colour="warning">{t('milestones.late')}</Tag>}
    </>
  );
}
