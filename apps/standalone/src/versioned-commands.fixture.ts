import type { ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  answerQuestion,
  approveDraft,
  askQuestion,
  cancelConsultation,
  changeAnswerTerm,
  changeDates,
  changeProfile,
  changeSettings,
  closeConsultation,
  correctConsultation,
  discardDraft,
  draftConsultation,
  draftPage,
  editComment,
  editQuestion,
  editStatement,
  grantRole,
  hideComment,
  hideQuestion,
  fillInSitePage,
  listConsultations,
  listOfficialAnswers,
  listUnits,
  makeUnit,
  publishConsultation,
  publishOfficialAnswer,
  publishOutcome,
  publishPage,
  rejectStatement,
  renameUnit,
  restoreComment,
  restoreQuestion,
  revokeRole,
  requestReview,
  reviseDraft,
  revisePage,
  rootUnit,
  sendDraftBack,
  showAccount,
  showComment,
  showConsultation,
  showOwnAccount,
  showOwnStatement,
  showPage,
  showQuestion,
  showSettings,
  submitComment,
  submitStatement,
  translateConsultation,
  undoStatementDecision,
  showSitePage,
  withdrawPage,
  type Accepted,
  type CommandContract,
  type DraftConsultation,
} from '@isegoria/contracts';
import { confirmed, published } from './taking-part.fixture';

interface Begun<Command> {
  /** The log position that includes it. */
  readonly after?: number;
  /** What is sent to it. */
  readonly by: (words: string) => Command;
}

/** Something that stands, and how it is changed. */
export interface Scenario<Command extends object = object> {
  readonly contract: CommandContract<Command>;
  /** Set where it is the citizen who reads and changes it; else the office does. */
  readonly isOwn?: true;
  /** Makes the thing. */
  begin(office: ApiClient, citizen: ApiClient): Promise<Begun<Command>>;
  /** The answer that is read before it is changed; absent where it is the position of what was last done. */
  read?(reader: ApiClient, command: Command): Promise<{ readonly version: number }>;
  /** How many events it makes; one when absent. */
  readonly records?: number;
  /** What somebody else does in between; the same command with other words where nothing is said. */
  overtake?(office: ApiClient, command: Command, citizen: ApiClient): Promise<Accepted>;
}

function scenario<Command extends object>(one: Scenario<Command>): Scenario {
  return one as unknown as Scenario;
}

const page = (words: string) => ({ title: words, body: 'A body.', language: 'en' }) as const;
const draft = (office: ApiClient) => office.do(draftPage, { ...page('A page'), kind: 'information' });
const revise = (office: ApiClient, { pageId }: { pageId: string }) => office.do(revisePage, { pageId, ...page('Other words') });
const readPage = (reader: ApiClient, { pageId }: { pageId: string }) => reader.ask(showPage, { pageId });

const consultation = (title: string): DraftConsultation => ({
  ...{ title, description: 'Which?', language: 'en' },
  phases: [{ activities: [{ method: 'poll', options: ['Red', 'Green'] }] }],
});
const readConsultation = (reader: ApiClient, { consultationId }: { consultationId: string }) =>
  reader.ask(showConsultation, { consultationId });
/** Whoever ends it ends its words and its dates. */
async function readToEnd(reader: ApiClient, command: { consultationId: string }) {
  const { version, datesVersion } = await readConsultation(reader, command);
  return { version: Math.max(version, datesVersion) };
}
async function extend(office: ApiClient, { consultationId }: { consultationId: string }): Promise<Accepted> {
  const { phases } = await readConsultation(office, { consultationId });
  const { id: phaseId, opensAt } = phases[0]!;
  return office.do(changeDates, { consultationId, phaseId, opensAt: opensAt!, closesAt: inDays(90), reason: 'A late plan.' });
}
const analyst = { unit: rootUnit, role: 'analyst' } as const;
const nextWeek = { opensAt: inDays(7), closesAt: inDays(14) };
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

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
    contract: reviseDraft,
    // The words, and the activity anew.
    records: 2,
    begin: async (office) => {
      const { id: consultationId, position: after } = await office.do(draftConsultation, consultation('Buses'));
      return { after, by: (title) => ({ consultationId, ...consultation(title) }) };
    },
    read: readConsultation,
  }),
  scenario({
    contract: discardDraft,
    begin: async (office) => {
      const { id: consultationId, position: after } = await office.do(draftConsultation, consultation('Buses'));
      return { after, by: () => ({ consultationId }) };
    },
    read: readConsultation,
    overtake: (office, { consultationId }) => office.do(reviseDraft, { consultationId, ...consultation('Trams') }),
  }),
  scenario({
    contract: requestReview,
    begin: async (office) => {
      const { id: consultationId, position: after } = await office.do(draftConsultation, consultation('Buses'));
      return { after, by: () => ({ consultationId }) };
    },
    read: readConsultation,
    overtake: (office, { consultationId }) => office.do(reviseDraft, { consultationId, ...consultation('Trams') }),
  }),
  ...[approveDraft, sendDraftBack].map((contract) => {
    const authors = new Map<string, ApiClient>();
    return scenario<{ consultationId: string }>({
      contract: contract as CommandContract<{ consultationId: string }>,
      begin: async (office, citizen) => {
        const author = await confirmed(citizen);
        const { position } = await office.do(grantRole, { accountId: author.id, unit: rootUnit, role: 'official' });
        await office.as({ after: position }).ask(showAccount, { accountId: author.id });
        const { id: consultationId } = await author.api.do(draftConsultation, consultation('Buses'));
        const { position: after } = await author.api.do(requestReview, { consultationId });
        authors.set(consultationId, author.api);
        return { after, by: (reason) => ({ consultationId, ...(contract === sendDraftBack ? { reason } : {}) }) };
      },
      read: readConsultation,
      overtake: async (_, { consultationId }) => {
        const author = authors.get(consultationId)!;
        await author.do(reviseDraft, { consultationId, ...consultation('Trams') });
        return author.do(requestReview, { consultationId });
      },
    });
  }),
  scenario({
    contract: publishConsultation,
    begin: async (office) => {
      const { id: consultationId, position: after } = await office.do(draftConsultation, consultation('Buses'));
      return { after, by: () => ({ consultationId, phases: [nextWeek] }) };
    },
    read: readConsultation,
    overtake: (office, { consultationId }) => office.do(reviseDraft, { consultationId, ...consultation('Trams') }),
  }),
  scenario({
    contract: correctConsultation,
    begin: async (office) => {
      const { id: consultationId } = await office.do(draftConsultation, consultation('Buses'));
      const { position: after } = await office.do(publishConsultation, { consultationId, phases: [nextWeek] });
      return { after, by: (title) => ({ consultationId, title, description: 'Which?', note: 'A slip.' }) };
    },
    read: readConsultation,
  }),
  scenario({
    contract: translateConsultation,
    begin: async (office) => {
      const { id: consultationId, position: after } = await office.do(draftConsultation, consultation('Buses'));
      return { after, by: (text) => ({ consultationId, language: 'fr', texts: [{ of: 'Buses', text }] }) };
    },
    read: async (reader, command) => ({ version: (await readConsultation(reader, command)).translationsVersion }),
  }),
  scenario({
    contract: changeDates,
    begin: async (office) => {
      const { id: consultationId } = await office.do(draftConsultation, consultation('Buses'));
      const { position: after } = await office.do(publishConsultation, { consultationId, phases: [nextWeek] });
      const { phases } = await readConsultation(office.as({ after }), { consultationId });
      const dates = (words: string) => ({ opensAt: inDays(8), closesAt: inDays(20 + words.length), reason: words });
      return { after, by: (words) => ({ consultationId, phaseId: phases[0]!.id, ...dates(words) }) };
    },
    read: async (reader, command) => ({ version: (await readConsultation(reader, command)).datesVersion }),
  }),
  scenario({
    contract: changeAnswerTerm,
    begin: async (office) => {
      const { id: consultationId } = await office.do(draftConsultation, consultation('Buses'));
      const { position: after } = await office.do(publishConsultation, { consultationId, phases: [nextWeek] });
      return { after, by: (reason) => ({ consultationId, answerWithinDays: 20 + reason.length, reason }) };
    },
    read: async (reader, command) => {
      const { version, datesVersion, answerTerm } = await readConsultation(reader, command);
      return { version: Math.max(version, datesVersion, answerTerm.version) };
    },
  }),
  scenario({
    contract: cancelConsultation,
    begin: async (office) => {
      const { id: consultationId } = await office.do(draftConsultation, consultation('Buses'));
      const { position: after } = await office.do(publishConsultation, { consultationId, phases: [nextWeek] });
      return { after, by: (reason) => ({ consultationId, reason }) };
    },
    read: readToEnd,
    overtake: extend,
  }),
  scenario({
    contract: closeConsultation,
    begin: async (office) => {
      const { consultationId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
      return { by: (reason) => ({ consultationId, reason }) };
    },
    read: readToEnd,
    overtake: extend,
  }),
  scenario({
    contract: publishOfficialAnswer,
    begin: async (office) => {
      const { consultationId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
      const { position: closed } = await office.do(closeConsultation, { consultationId, reason: 'Enough.' });
      const { activities } = await readConsultation(office.as({ after: closed }), { consultationId });
      const activityId = activities[0]!.id;
      const first = { activityId, about: 'activity', aboutId: activityId, stance: 'noted', text: 'Read.' } as const;
      const { position: after } = await office.do(publishOfficialAnswer, first);
      return { after, by: (text) => ({ ...first, text, note: 'Another word.' }) };
    },
    read: async (reader, { activityId }) => {
      const { items } = await reader.ask(listConsultations, {});
      const pages = items.map(({ id: consultationId }) => reader.ask(listOfficialAnswers, { consultationId, only: activityId }));
      return (await Promise.all(pages)).flatMap((page) => page.items)[0]!;
    },
  }),
  scenario({
    contract: publishOutcome,
    begin: async (office) => {
      const { consultationId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
      const { position: after } = await office.do(closeConsultation, { consultationId, reason: 'Enough.' });
      return { after, by: (youSaid) => ({ consultationId, youSaid, weDid: 'A pool.' }) };
    },
    read: async (reader, command) => ({ version: (await readConsultation(reader, command)).outcome?.version ?? 0 }),
  }),
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
