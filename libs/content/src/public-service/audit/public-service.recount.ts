import type { ActsInWords } from '@isegoria/audit-kit';
import type { ServiceEvent } from '../public-service-events.contract';

export const actsOfServices: ActsInWords<ServiceEvent> = {
  ServiceDrafted: null,
  ServiceRevised: ({ serviceId, by }) => `service ${serviceId} revised by account ${by}`,
  ServiceTranslated: ({ serviceId, language, words, by }) =>
    `${words ? '' : 'withdrawn: '}service ${serviceId} translated into "${language}" by account ${by}`,
  ServicePublished: ({ serviceId, by }) => `service ${serviceId} published by account ${by}`,
  ServiceWithdrawn: ({ serviceId, by, reason }) => `service ${serviceId} withdrawn by account ${by}: "${reason}"`,
};
