import { createHash } from 'node:crypto';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';

/**
 * What stands on each paper form of a survey: the beginning of the activity's id, and of a hash of what is asked. A form of an earlier
 * version can thus be told from one of the questions that stand, before somebody enters it.
 */
export function formCode(activityId: string, questionnaire: Questionnaire): string {
  const asked = createHash('sha256').update(JSON.stringify(questionnaire)).digest('hex');
  return `${activityId.slice(0, 8)}-${asked.slice(0, 6)}`.toUpperCase();
}
