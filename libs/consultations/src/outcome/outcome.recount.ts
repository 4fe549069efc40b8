import type { ActsInWords } from '@isegoria/audit-kit';
import type { OutcomePublished } from './outcome.contract';

export const actsOfOutcomes: ActsInWords<OutcomePublished> = {
  OutcomePublished: ({ by, weDid }) => `outcome published by account ${by}: "${weDid}"`,
};
