import { officialActTypes } from '@isegoria/contracts';
import { readingFrom, type ReadModelGroup } from '@isegoria/projection';
import { consultationListProjection } from './consultations/consultation-list';
import { exportListProjection } from './consultations/export-list';
import { feedbackCountsProjection } from './consultations/feedback-counts';
import { opinionMapRows } from './consultations/methods/deliberation/opinion-map/stored-opinion-map';
import { resultsProjection } from './consultations/results';
import { statementListProjection } from './consultations/statement-list';
import { pageListProjection } from './content/page-list';
import { settingsProjection } from './content/settings';
import { commentListProjection } from './feedback/comment-list';
import { questionListProjection } from './feedback/question-list';
import { accountListProjection } from './identity/account-list';
import { officialActionsProjection } from './officials/official-actions';

/**
 * Every group: what is shown as one figure is in one group, so that it is as of one position. None needs a key: sealed texts are kept
 * sealed, and opened by the queries. Raise the version of a group whose rows change.
 */
export const readModelGroups = [
  {
    name: 'consultations',
    version: 1,
    follows: { prefixes: ['consultation-', 'statement-', 'ballot-', 'export-', 'comment-', 'question-'] },
    projections: [
      consultationListProjection(),
      statementListProjection(),
      resultsProjection(),
      feedbackCountsProjection(),
      exportListProjection(),
    ],
  },
  {
    name: 'feedback',
    version: 1,
    follows: { prefixes: ['comment-', 'question-'] },
    projections: [commentListProjection(), questionListProjection()],
  },
  { name: 'content', version: 1, follows: { prefixes: ['page-', 'settings'] }, projections: [pageListProjection(), settingsProjection()] },
  { name: 'identity', version: 1, follows: { prefixes: ['account-'] }, projections: [accountListProjection()] },
  { name: 'officials', version: 1, follows: { types: officialActTypes }, projections: [officialActionsProjection()] },
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
