import type { ReadModelGroup } from '@isegoria/projection';
import { accountListProjection } from './account/account.read-model';
import { unitListProjection } from './unit/unit.read-model';

export { accountAnswers, accountById, accountList, accountListProjection } from './account/account.read-model';
export { unitAnswers, unitList, unitListProjection } from './unit/unit.read-model';

export const groupsOfIdentity = [
  {
    name: 'identity',
    version: 7,
    follows: { prefixes: ['account-', 'suspended-', 'erased-', 'unit-'] },
    projections: [accountListProjection(), unitListProjection()],
  },
] as const satisfies readonly ReadModelGroup[];
