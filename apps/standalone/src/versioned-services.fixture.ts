import type { ApiClient } from '@isegoria/api-client';
import { draftService, publishService, reviseService, showService, translateService, withdrawService } from '@isegoria/contracts';
import { scenario, type Scenario } from './versioned-scenario.fixture';

const words = (title: string) => ({
  ...{ title, summary: 'A summary.', eligibility: 'Everybody.', needed: [], cost: 'Free', duration: 'A day' },
  ...{ office: null, post: 'Ring Road 4' },
});
const details = (title: string) => ({
  ...{ language: 'en' as const, words: words(title), lifeEvents: [] },
  channels: { online: null, phone: null, email: null, hours: [] },
});
const draft = (office: ApiClient) => office.do(draftService, details('A service'));
const revise = (office: ApiClient, { serviceId }: { serviceId: string }) =>
  office.do(reviseService, { serviceId, ...details('Other words') });
const read = (reader: ApiClient, { serviceId }: { serviceId: string }) => reader.ask(showService, { serviceId });

export const versionedServices: readonly Scenario[] = [
  scenario({
    contract: reviseService,
    begin: async (office) => {
      const { id: serviceId, position: after } = await draft(office);
      return { after, by: (title) => ({ serviceId, ...details(title) }) };
    },
    read,
  }),
  scenario({
    contract: translateService,
    begin: async (office) => {
      const { id: serviceId, position: after } = await draft(office);
      return { after, by: (title) => ({ serviceId, language: 'fr' as const, words: words(title) }) };
    },
    read: async (reader, command) => ({ version: (await read(reader, command)).translationsVersion }),
  }),
  scenario({
    contract: publishService,
    begin: async (office) => {
      const { id: serviceId, position: after } = await draft(office);
      return { after, by: () => ({ serviceId }) };
    },
    read,
    overtake: revise,
  }),
  scenario({
    contract: withdrawService,
    begin: async (office) => {
      const { id: serviceId, position: after } = await draft(office);
      await office.do(publishService, { serviceId });
      return { after, by: (reason) => ({ serviceId, reason }) };
    },
    read,
    overtake: revise,
  }),
];
