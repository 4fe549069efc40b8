import type { ActsInWords, LeavesInWords } from '@isegoria/audit-kit';
import type { CredentialReissued, EmailConfirmed } from './confirmation.contract';

const reissued = (stream: string) => `${stream} confirmed by a credential that an erased account had`;

export const actsOfConfirmations: ActsInWords<EmailConfirmed | CredentialReissued> = {
  EmailConfirmed: null,
  CredentialReissued: (_, stream) => reissued(stream),
};
export const leavesOfConfirmations: LeavesInWords = { CredentialReissued: reissued };
