export { commitmentTo, verifyCommitment } from './commitment';
export * from './commitments-in';
export { EpochKeyFiles, type EpochKeys } from './epoch-keys';
export { EpochKeyMissing, Epochs } from './epochs';
export * from './keyed-hash';
export * from './seal';
export * from './subject-keys';
export { clearEnded, isTurnDue, turnEpoch } from './turn-of-epoch';
export * from './vault';
