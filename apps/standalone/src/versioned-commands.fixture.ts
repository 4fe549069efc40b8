import type { ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  answerQuestion,
  archivePage,
  askQuestion,
  changeProfile,
  changeSettings,
  draftPage,
  editComment,
  editQuestion,
  editStatement,
  fillInSitePage,
  grantRole,
  hideComment,
  hideQuestion,
  listUnits,
  makeUnit,
  planPage,
  publishPage,
  rejectStatement,
  renameUnit,
  restoreComment,
  restoreQuestion,
  revisePage,
  revokeRole,
  rootUnit,
  showAccount,
  showComment,
  showOwnAccount,
  showOwnStatement,
  showPage,
  showQuestion,
  showSettings,
  showSitePage,
  submitComment,
  submitStatement,
  undoStatementDecision,
  withdrawPage,
  type Accepted,
  type CommandContract,
} from '@isegoria/contracts';
import { confirmed, published } from './taking-part.fixture';
import { versionedConsultations } from './versioned-consultations.fixture';
import { versionedTemplates, versionedUnitSettings } from './versioned-settings.fixture';
import { versionedServices } from './versioned-services.fixture';
import { versionedSite } from './versioned-site.fixture';
import { inDays, scenario, type Begun, type Scenario } from './versioned-scenario.fixture';

const page = (words: string) => ({ title: words, body: 'A body.', language: 'en' }) as const;
const draft = (office: ApiClient) => office.do(draftPage, { ...page('A page'), kind: 'information' });
const revise = (office: ApiClient, { pageId }: { pageId: string }) =>
  office.do(revisePage, { pageId, ...page('Other words'), note: null });
const readPage = (reader: ApiClient, { pageId }: { pageId: string }) => reader.ask(showPage, { pageId });

const analyst = { unit: rootUnit, role: 'analyst' } as const;

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
    contract: planPage,
    begin: async (office) => {
      const { id: pageId, position: after } = await draft(office);
      let days = 7;
      return { after, by: () => ({ pageId, at: inDays((days += 1)) }) };
    },
    read: async (reader, command) => {
      const { planVersion: version, ...view } = await readPage(reader, command);
      return { ...view, version };
    },
    overtake: revise,
  }),
  scenario({
    contract: archivePage,
    begin: async (office) => {
      const { id: pageId, position: after } = await draft(office);
      await office.do(publishPage, { pageId });
      return { after, by: (reason) => ({ pageId, reason }) };
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
  ...versionedUnitSettings,
  ...versionedTemplates,
  ...versionedServices,
  ...versionedSite,
  ...versionedConsultations,
  scenario({
    contract: answerQuestion,
    begin: async (_, citizen) => {
      const { id: questionId, position: after } = await citizen.do(askQuestion, { text: 'When?' });
      return { after, by: (text) => ({ questionId, text }) };
    },
    read: (reader, { questionId }) => reader.ask(showQuestion, { questionId }),
  }),
  ...[acceptStatement, rejectStatement].map((contract) =>
    scenario<{ statementId: string }>({
      contract: contract as CommandContract<{ statementId: string }>,
      begin: async (office, citizen) => {
        const { activityId } = await published(office, { method: 'deliberation', moderation: 'before', statements: ['One', 'Two'] });
        const { id: statementId, position: after } = await citizen.do(submitStatement, { activityId, text: 'A pool.' });
        return { after, by: (reason) => ({ statementId, ...(contract === rejectStatement ? { reason } : {}) }) };
      },
      overtake: (_, { statementId }, citizen) => citizen.do(editStatement, { statementId, text: 'Two pools.' }),
    }),
  ),
  scenario<{ statementId: string }>({
    contract: undoStatementDecision,
    begin: async (office, citizen) => {
      const { activityId } = await published(office, { method: 'deliberation', moderation: 'before', statements: ['One', 'Two'] });
      const { id: statementId } = await citizen.do(submitStatement, { activityId, text: 'A pool.' });
      const { position: after } = await office.do(acceptStatement, { statementId });
      return { after, by: () => ({ statementId }) };
    },
    overtake: (office, { statementId }) => office.do(rejectStatement, { statementId, reason: 'Said before.' }),
  }),
  scenario({
    contract: editComment,
    isOwn: true,
    begin: async (office, citizen) => {
      const { consultationId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
      const { id: commentId, position: after } = await citizen.do(submitComment, { consultationId, text: 'A comment.' });
      return { after, by: (text) => ({ commentId, text }) };
    },
    read: (reader, { commentId }) => reader.ask(showComment, { commentId }),
  }),
  scenario({
    contract: editQuestion,
    isOwn: true,
    begin: async (_, citizen) => {
      const { id: questionId, position: after } = await citizen.do(askQuestion, { text: 'When?' });
      return { after, by: (text) => ({ questionId, text }) };
    },
    read: (reader, { questionId }) => reader.ask(showQuestion, { questionId }),
  }),
  scenario({
    contract: editStatement,
    isOwn: true,
    begin: async (office, citizen) => {
      const { activityId } = await published(office, { method: 'deliberation', moderation: 'before', statements: ['One', 'Two'] });
      const { id: statementId, position: after } = await citizen.do(submitStatement, { activityId, text: 'A pool.' });
      return { after, by: (text) => ({ statementId, text }) };
    },
    read: (reader, { statementId }) => reader.ask(showOwnStatement, { statementId }),
  }),
  scenario({
    contract: changeProfile,
    isOwn: true,
    begin: async () => ({ by: (name) => ({ name, language: 'en' as const }) }),
    read: (reader) => reader.ask(showOwnAccount, {}),
  }),
  scenario({
    contract: grantRole,
    begin: async (_, citizen) => {
      const { id: accountId } = await confirmed(citizen);
      return { by: (words) => ({ accountId, ...analyst, until: inDays(9 + words.length) }) };
    },
    read: rolesOf,
  }),
  scenario({
    contract: revokeRole,
    begin: async (office, citizen) => {
      const { id: accountId } = await confirmed(citizen);
      const { position: after } = await office.do(grantRole, { accountId, ...analyst });
      return { after, by: () => ({ accountId, ...analyst }) };
    },
    read: rolesOf,
    overtake: (office, { accountId }) => office.do(grantRole, { accountId, ...analyst, until: inDays(9) }),
  }),
  ...hiding(hideComment, restoreComment, async (citizen, consultationId) => {
    const { id: commentId, position: after } = await citizen.do(submitComment, { consultationId, text: 'A comment.' });
    return { after, by: (reason) => ({ commentId, reason }) };
  }),
  ...hiding(hideQuestion, restoreQuestion, async (citizen, consultationId) => {
    const { id: questionId, position: after } = await citizen.do(askQuestion, { consultationId, text: 'When?' });
    return { after, by: (reason) => ({ questionId, reason }) };
  }),
];

async function rolesOf(reader: ApiClient, { accountId }: { accountId: string }): Promise<{ version: number }> {
  return { version: (await reader.ask(showAccount, { accountId })).rolesVersion };
}

/** Hiding something and showing it again: in between, somebody else does both. */
function hiding<Command extends object>(
  hide: CommandContract<Command>,
  restore: CommandContract<Command>,
  said: (citizen: ApiClient, consultationId: string) => Promise<Begun<Command>>,
): Scenario[] {
  const begin = async (office: ApiClient, citizen: ApiClient) =>
    said(citizen, (await published(office, { method: 'poll', options: ['Red', 'Green'] })).consultationId);
  return [
    scenario<Command>({
      contract: hide,
      begin,
      overtake: async (office, command) => {
        await office.do(hide, command);
        return (await office.do(restore, command)) as unknown as Accepted;
      },
    }),
    scenario<Command>({
      contract: restore,
      begin: async (office, citizen) => {
        const { by } = await begin(office, citizen);
        return { by, after: ((await office.do(hide, by('Hidden'))) as unknown as Accepted).position };
      },
      overtake: async (office, command) => {
        await office.do(restore, command);
        return (await office.do(hide, command)) as unknown as Accepted;
      },
    }),
  ];
}
