export { startEventStore, type EventStoreFigures, type EventStoreOptions, type RunningEventStore } from './server';
export { backupFolder, DamagedStore, restoreFolder, verifyFolder, type Finding, type OperationOptions, type Progress, type Verification } from './operations';
