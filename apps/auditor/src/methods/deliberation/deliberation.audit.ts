import { deliberation as contract } from '@isegoria/contracts';
import { plural } from '../../replay/plural';
import type { AuditedMethod } from '../method';

export const deliberation: AuditedMethod = {
  contract,
  hasMap: true,
  inWords({ statements }) {
    const byStatus = (status: string) => [...statements.values()].filter((one) => one.status === status).length;
    const [accepted, waiting, rejected] = ['accepted', 'pending', 'rejected'].map(byStatus);
    const all = plural(statements.size, 'statement', 'statements');
    return [`  ${all}: ${accepted} accepted, ${waiting} waiting, ${rejected} rejected.`];
  },
};
