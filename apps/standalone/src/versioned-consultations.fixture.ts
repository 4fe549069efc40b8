import type { ApiClient } from '@isegoria/api-client';
import {
  addCategory,
  answerStatements,
  approveDraft,
  cancelConsultation,
  changeAnswerTerm,
  changeDates,
  changeMilestone,
  closeConsultation,
  correctConsultation,
  correctQuestionnaire,
  discardDraft,
  draftConsultation,
  grantRole,
  listCategories,
  listConsultations,
  listMilestones,
  listOfficialAnswers,
  listStatements,
  planMilestone,
  publishConsultation,
  publishOfficialAnswer,
  publishOutcome,
  requestReview,
  reviseDocument,
  renameCategory,
  reviseDraft,
  rootUnit,
  sendDraftBack,
  setCategories,
  showAccount,
  showConsultation,
  showDocument,
  translateConsultation,
  type Accepted,
  type AnswerStatements,
  type CommandContract,
  type DraftConsultation,
} from '@isegoria/contracts';
import { confirmed, published } from './taking-part.fixture';
import { inDays, scenario, type Scenario } from './versioned-scenario.fixture';

const consultation = (title: string): DraftConsultation => ({
  ...{ title, description: 'Which?', language: 'en' },
  phases: [{ activities: [{ method: 'poll', options: ['Red', 'Green'] }] }],
});
const readConsultation = (reader: ApiClient, { consultationId }: { consultationId: string }) =>
  reader.ask(showConsultation, { consultationId });
/** Its words in all languages. */
async function readWithTranslations(reader: ApiClient, command: { consultationId: string }) {
  return { version: (await readConsultation(reader, command)).translationsVersion };
}
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
/** In which consultation. */
const surveys = new Map<string, string>();
const nextWeek = { opensAt: inDays(7), closesAt: inDays(14) };

/** What officials do to consultations. */
export const versionedConsultations: readonly Scenario[] = [
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
    read: readWithTranslations,
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
      read: readWithTranslations,
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
    contract: reviseDocument,
    // The text, and why it is changed.
    records: 2,
    begin: async (office) => {
      const law = { ...consultation('Air'), phases: [{ activities: [{ method: 'document' as const, document: 'The air is clean.' }] }] };
      const { id: consultationId } = await office.do(draftConsultation, law);
      const { position: after } = await office.do(publishConsultation, { consultationId, phases: [nextWeek] });
      const { activities } = await office.as({ after }).ask(showConsultation, { consultationId });
      const { id: activityId } = activities[0]!;
      return { after, by: (words) => ({ activityId, document: `The air is ${words}.`, reason: 'It was asked for.' }) };
    },
    read: (reader, { activityId }) => reader.ask(showDocument, { activityId }),
  }),
  scenario({
    contract: translateConsultation,
    begin: async (office) => {
      const { id: consultationId, position: after } = await office.do(draftConsultation, consultation('Buses'));
      return { after, by: (text) => ({ consultationId, language: 'fr', texts: [{ of: 'Buses', text }] }) };
    },
    read: readWithTranslations,
  }),
  scenario({
    contract: renameCategory,
    begin: async (office) => {
      const { id: category, position: after } = await office.do(addCategory, { above: 'topic', names: { en: 'Buses' } });
      return { after, by: (en) => ({ category, names: { en } }) };
    },
    read: async (reader, { category }) => (await reader.ask(listCategories, {})).items.find((one) => one.category === category)!,
  }),
  scenario({
    contract: setCategories,
    begin: async (office) => {
      const topic = async (en: string) => (await office.do(addCategory, { above: 'topic', names: { en } })).id;
      const [rail, road] = [await topic('Rail'), await topic('Road')];
      const { id: consultationId } = await office.do(draftConsultation, consultation('Buses'));
      const { position: after } = await office.do(publishConsultation, { consultationId, phases: [nextWeek] });
      let turn = 0;
      return { after, by: () => ({ consultationId, categories: turn++ % 2 === 0 ? [rail] : [road] }) };
    },
    read: async (reader, command) => ({ version: (await readConsultation(reader, command)).categoriesVersion }),
  }),
  scenario({
    contract: correctQuestionnaire,
    begin: async (office) => {
      const asked = (text: string) => ({ sections: [{ questions: [{ id: 'why', kind: 'long-text' as const, text, isRequired: false }] }] });
      const phases = [{ activities: [{ method: 'survey' as const, questionnaire: asked('Why?') }] }];
      const { id: consultationId } = await office.do(draftConsultation, { ...consultation('Buses'), phases });
      const { position: after } = await office.do(publishConsultation, { consultationId, phases: [nextWeek] });
      const { id: activityId } = (await readConsultation(office.as({ after }), { consultationId })).activities[0]!;
      surveys.set(activityId, consultationId);
      return { after, by: (text) => ({ activityId, questionnaire: asked(text), note: 'A slip.' }) };
    },
    read: async (reader, { activityId }) => (await readConsultation(reader, { consultationId: surveys.get(activityId)! })).activities[0]!,
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
  scenario<AnswerStatements>({
    contract: answerStatements,
    begin: async (office) => {
      const { activityId } = await published(office, { method: 'deliberation', moderation: 'before', statements: ['One', 'Two'] });
      const { items } = await office.ask(listStatements, { activityId });
      const first = { activityId, statementIds: items.map(({ id }) => id), stance: 'noted', text: 'Read.' } as const;
      const { position: after } = await office.do(answerStatements, { ...first });
      return { after, by: (text) => ({ ...first, text, note: 'Another word.' }) };
    },
    records: 2,
  }),
  scenario({
    contract: changeMilestone,
    begin: async (office) => {
      const { consultationId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
      await office.do(closeConsultation, { consultationId, reason: 'Enough.' });
      await office.do(publishOutcome, { consultationId, youSaid: 'Green.', weDid: 'Green.' });
      const step = { consultationId, title: 'Painted', text: 'Green.', dueAt: inDays(30), status: 'planned' } as const;
      const { id: milestoneId, position: after } = await office.do(planMilestone, step);
      return { after, by: (text) => ({ ...step, milestoneId, text, note: 'Another word.' }) };
    },
    read: async (reader, { milestoneId }) => (await reader.ask(listMilestones, { milestoneId })).items[0]!,
  }),
  scenario({
    contract: publishOutcome,
    begin: async (office) => {
      const { consultationId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
      await office.do(closeConsultation, { consultationId, reason: 'Enough.' });
      const { position: after } = await office.do(publishOutcome, { consultationId, youSaid: 'Lanes.', weDid: 'A pool.' });
      return { after, by: (youSaid) => ({ consultationId, youSaid, weDid: 'A pool.', note: 'Another word.' }) };
    },
    read: async (reader, command) => ({ version: (await readConsultation(reader, command)).outcome?.version ?? 0 }),
  }),
];
