import { groupsOfConsultations, opinionMapRows } from '@isegoria/consultations/read-models';
import { groupsOfContent } from '@isegoria/content/read-models';
import { officialActTypes } from '@isegoria/contracts';
import { groupsOfFeedback } from '@isegoria/feedback/read-models';
import { groupsOfIdentity } from '@isegoria/identity/read-models';
import { readingFrom, type ReadModelGroup } from '@isegoria/projection';
import { noteTypes, notesProjection } from './notes/notes';
import { officeNoteTypes, officeNotesProjection } from './notes/office-notes';
import { officialActionsProjection } from './officials/official-actions';

/**
 * Every group: what is shown as one figure is in one group, so that it is as of one position. None needs a key: sealed texts are kept
 * sealed, and opened by the queries. Raise the version of a group whose rows change.
 */
export const readModelGroups = [
  ...groupsOfConsultations,
  ...groupsOfFeedback,
  ...groupsOfContent,
  ...groupsOfIdentity,
  { name: 'officials', version: 4, follows: { types: officialActTypes }, projections: [officialActionsProjection()] },
  {
    name: 'notes',
    version: 9,
    follows: { types: [...noteTypes, ...officeNoteTypes] },
    projections: [notesProjection(), officeNotesProjection()],
  },
] as const satisfies readonly ReadModelGroup[];

export type ReadModelName = (typeof readModelGroups)[number]['name'];

export const readModelNames: readonly ReadModelName[] = readModelGroups.map(({ name }) => name);

/** @returns undefined when there is no group of that name */
export function groupCalled(name: string): ReadModelGroup | undefined {
  return readModelGroups.find((group) => group.name === name);
}

const ownersOfRows: readonly ReadModelGroup[] = [...readModelGroups, opinionMapRows];

/** Every entity of the read models. */
export const readModelEntities = ownersOfRows.flatMap(({ projections }) =>
  projections.flatMap(({ entities }) => entities),
) as (new () => object)[];

/** What a data source needs to read them: the live rows of every group under unqualified names. */
export const readModels = { entities: readModelEntities, extra: readingFrom(ownersOfRows.map(({ name }) => name)) };
