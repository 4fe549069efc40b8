export { backupFolder, restoreFolder } from './copy';
export { DamagedStore, type Finding, type OperationOptions, type Progress } from './finding';
export { verifyFolder, type Verification } from './verify';
