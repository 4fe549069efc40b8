import { plural } from '@isegoria/audit-kit';
import type { ConsultationThen } from './chronicle';

/** A consultation as it was, in lines that an auditor reads. */
export function consultationInWords(consultation: ConsultationThen): string[] {
  const results = consultation.results();
  return [headingOf(consultation), ...consultation.stories.flatMap((story) => story.inWords(results))];
}

/** Empty if there were none. */
export function erasuresInWords(count: number): string[] {
  if (count === 0) return [];
  return [
    `${plural(count, 'account', 'accounts')} had been erased by then. Words of ${count === 1 ? 'that person' : 'those people'} can be read no longer, their votes count.`,
  ];
}

/** What changed from one state to the next; empty if nothing did. */
export function changesInWords(before: ConsultationThen | undefined, after: ConsultationThen): string[] {
  const [then, now] = [before?.results(), after.results()];
  const lines = after.stories.flatMap((story, index) =>
    story.changesSince(before && then && { story: before.stories[index]!, results: then }, now),
  );
  return lines.length === 0 ? [] : [headingOf(after), ...lines];
}

function headingOf({ title, id, unit }: ConsultationThen): string {
  return `"${title}" (consultation ${id}, unit ${unit})`;
}
