import type { ApiClient } from '@isegoria/api-client';
import {
  answerQuestion,
  askQuestion,
  changeSettings,
  draftPage,
  fillInSitePage,
  listUnits,
  makeUnit,
  publishPage,
  renameUnit,
  revisePage,
  rootUnit,
  showPage,
  showQuestion,
  showSettings,
  showSitePage,
  withdrawPage,
  type Accepted,
  type CommandContract,
} from '@isegoria/contracts';

interface Begun<Command> {
  /** The log position that includes it. */
  readonly after?: number;
  /** What is sent to it. */
  readonly by: (words: string) => Command;
}

/** Something that stands, and how it is changed. */
export interface Scenario<Command extends object = object> {
  readonly contract: CommandContract<Command>;
  /** Makes the thing. */
  begin(office: ApiClient, citizen: ApiClient): Promise<Begun<Command>>;
  /** The answer that is read before it is changed. */
  read(reader: ApiClient, command: Command): Promise<{ readonly version: number }>;
  /** What somebody else does in between; the same command with other words where nothing is said. */
  overtake?(office: ApiClient, command: Command): Promise<Accepted>;
}

function scenario<Command extends object>(one: Scenario<Command>): Scenario {
  return one as unknown as Scenario;
}

const page = (words: string) => ({ title: words, body: 'A body.', language: 'en' }) as const;
const draft = (office: ApiClient) => office.do(draftPage, { ...page('A page'), kind: 'information' });
const revise = (office: ApiClient, { pageId }: { pageId: string }) => office.do(revisePage, { pageId, ...page('Other words') });
const readPage = (reader: ApiClient, { pageId }: { pageId: string }) => reader.ask(showPage, { pageId });

/** One for each command of the API that knows versions. */
export const versionedCommands: readonly Scenario[] = [
  scenario({
    contract: revisePage,
    begin: async (office) => {
      const { id: pageId, position: after } = await draft(office);
      return { after, by: (words) => ({ pageId, ...page(words) }) };
    },
    read: readPage,
  }),
  scenario({
    contract: publishPage,
    begin: async (office) => {
      const { id: pageId, position: after } = await draft(office);
      return { after, by: () => ({ pageId }) };
    },
    read: readPage,
    overtake: revise,
  }),
  scenario({
    contract: withdrawPage,
    begin: async (office) => {
      const { id: pageId, position: after } = await draft(office);
      await office.do(publishPage, { pageId });
      return { after, by: (reason) => ({ pageId, reason }) };
    },
    read: readPage,
    overtake: revise,
  }),
  scenario({
    contract: changeSettings,
    begin: async () => ({ by: (words) => ({ notice: { en: words } }) }),
    read: (reader) => reader.ask(showSettings, {}),
  }),
  scenario({
    contract: fillInSitePage,
    begin: async () => ({ by: (words) => ({ page: 'terms' as const, law: { en: words } }) }),
    read: (reader, { page }) => reader.ask(showSitePage, { page }),
  }),
  scenario({
    contract: renameUnit,
    begin: async (office) => {
      const { id: unit, position: after } = await office.do(makeUnit, { above: rootUnit, name: 'A unit' });
      return { after, by: (name) => ({ unit, name }) };
    },
    read: async (reader, { unit }) => (await reader.ask(listUnits, {})).items.find((one) => one.unit === unit)!,
  }),
  scenario({
    contract: answerQuestion,
    begin: async (_, citizen) => {
      const { id: questionId, position: after } = await citizen.do(askQuestion, { text: 'When?' });
      return { after, by: (text) => ({ questionId, text }) };
    },
    read: (reader, { questionId }) => reader.ask(showQuestion, { questionId }),
  }),
];
