import type { ActsInWords } from '@isegoria/audit-kit';
import type { FileEvent } from '../file.contract';

export const actsOfFiles: ActsInWords<FileEvent> = {
  FileAdded: ({ file, name, by }) => `file "${name}" (${file}) added by account ${by}`,
  FileWithdrawn: ({ file, by, reason }) => `file ${file} withdrawn by account ${by}: "${reason}"`,
};
