import type { ReadModelGroup } from '@isegoria/projection';
import { accountListProjection } from './account/account.read-model';

export { accountAnswers, accountById, accountList, accountListProjection } from './account/account.read-model';

export const groupsOfIdentity = [
  { name: 'identity', version: 1, follows: { prefixes: ['account-'] }, projections: [accountListProjection()] },
] as const satisfies readonly ReadModelGroup[];
