export { backupFolder, restoreFolder } from './copy';
export type { Finding, OperationOptions, Progress } from './finding';
export { verifyFolder, type Verification } from './verify';
