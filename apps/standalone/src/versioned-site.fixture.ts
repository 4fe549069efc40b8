import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@isegoria/api-client';
import { draftPage, placePage, showTreeVersion, takePageOut } from '@isegoria/contracts';
import { scenario, type Scenario } from './versioned-scenario.fixture';

const draft = (office: ApiClient) => office.do(draftPage, { title: 'A page', body: 'A body.', language: 'en', kind: 'information' });
const place = (pageId: string) => ({ pageId, above: null, address: randomUUID().slice(0, 8) });
const read = (reader: ApiClient) => reader.ask(showTreeVersion, {});

export const versionedSite: readonly Scenario[] = [
  scenario({
    contract: placePage,
    begin: async (office) => {
      const { id: pageId, position: after } = await draft(office);
      return { after, by: () => place(pageId) };
    },
    read,
  }),
  scenario({
    contract: takePageOut,
    begin: async (office) => {
      const { id: pageId } = await draft(office);
      const { position: after } = await office.do(placePage, place(pageId));
      return { after, by: (reason) => ({ pageId, reason }) };
    },
    read,
    overtake: (office, { pageId }) => office.do(placePage, place(pageId)),
  }),
];
