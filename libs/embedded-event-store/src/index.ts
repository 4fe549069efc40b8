export type { EventStoreFigures } from './figures';
export { startEventStore, type EventStoreOptions, type RunningEventStore } from './server';
export {
  backupFolder,
  DamagedStore,
  restoreFolder,
  verifyFolder,
  type Finding,
  type OperationOptions,
  type Progress,
  type Verification,
} from './operations';
