import { stream } from '@isegoria/kernel';

/** Everything that one person cast in one consultation. */
export const ballots = stream('ballot-<consultationId>-<voter>', 'public');

/** What the samples of events name. */
export const sampleIds = {
  consultationId: 'c0450000-0000-4000-8000-000000000001',
  by: '0ff1ce00-0000-4000-8000-000000000001',
  voter: '000102030405060708090a0b0c0d0e0f',
};
