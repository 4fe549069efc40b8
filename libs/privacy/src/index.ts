export { commitmentTo, verifyCommitment } from './commitment';
export * from './commitments-in';
export * from './keyed-hash';
export * from './seal';
export * from './subject-keys';
export * from './vault';
