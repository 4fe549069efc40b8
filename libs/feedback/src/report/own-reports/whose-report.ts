import type { ReportedKind } from '../report.contract';

/** For each thing that can be reported a person has a pseudonym of its own, so that no two reports of one person go together. */
export const contextOfReport = (item: ReportedKind, itemId: string) => `report of ${item} ${itemId}`;

/**
 * Namespace and name of the id (`uuidFrom`) of the report that the person made whose pseudonym that is. Whose a report is, nobody finds out
 * without the person's key.
 */
export const nameOfReport = (pseudonym: string) => [pseudonym, 'report'] as const;
