import type { ReadModelGroup } from '@isegoria/projection';
import { accountListProjection } from './account/account.read-model';
import { suspensionListProjection } from './suspension/list/suspension-list.read-model';
import { unitListProjection } from './unit/unit.read-model';

export { accountAnswers, accountById, accountList, accountListProjection } from './account/account.read-model';
export { suspensionAnswers, suspensionListProjection } from './suspension/list/suspension-list.read-model';
export { unitAnswers, unitList, unitListProjection } from './unit/unit.read-model';

export const groupsOfIdentity = [
  {
    name: 'identity',
    version: 14,
    follows: { prefixes: ['account-', 'suspended-', 'suspension-', 'appealed-', 'erased-', 'unit-'] },
    projections: [accountListProjection(), suspensionListProjection(), unitListProjection()],
  },
] as const satisfies readonly ReadModelGroup[];
