import { createHash } from 'node:crypto';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';

/**
 * What stands on each paper form of a survey: the beginning of the activity's id, and of a hash of what is asked. A form of other questions
 * can thus be told before somebody enters it; one with wording that was corrected since is as good as before.
 */
export function formCode(activityId: string, questionnaire: Questionnaire): string {
  const asked = createHash('sha256').update(JSON.stringify(questionnaire, meaningInOrder)).digest('hex');
  return `${activityId.slice(0, 8)}-${asked.slice(0, 6)}`.toUpperCase();
}

const words = ['title', 'text', 'hint', 'fact', 'fromLabel', 'toLabel'];

/** Rows of a database have members in another order than events. */
function meaningInOrder(name: string, value: unknown): unknown {
  if (name === 'steps') return (value as readonly unknown[]).length;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([member]) => !words.includes(member));
  return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
}
