import { poll as contract } from '@isegoria/contracts';
import { plural } from '../../replay/plural';
import type { AuditedMethod } from '../method';

export const poll: AuditedMethod = {
  contract,
  hasMap: false,
  inWords: ({ options }) =>
    options.map(
      ({ text, votes, byAssurance: { verified, unverified } }) =>
        `    - "${text}": ${plural(votes, 'vote', 'votes')} (${verified} verified, ${unverified} not)`,
    ),
};
