import {
  changeTemplate,
  listUnits,
  makeUnit,
  rootUnit,
  saveTemplate,
  setAnswerTerm,
  setReview,
  setSmallestGroup,
  showTemplate,
  withdrawTemplate,
  type CommandContract,
  type OneTemplate,
  type UnitView,
} from '@isegoria/contracts';
import type { ApiClient } from '@isegoria/api-client';
import { scenario } from './versioned-scenario.fixture';

interface InUnit {
  readonly unit: string;
}

/** Each setting of a unit has versions of its own. @param say what another word says of it */
const unitSetting = <Said extends InUnit>(
  contract: CommandContract<Said>,
  versionOf: (unit: UnitView) => number,
  say: (unit: string, word: string) => Said,
) =>
  scenario<Said>({
    contract,
    begin: async (office) => {
      const { id: unit, position: after } = await office.do(makeUnit, { above: rootUnit, name: 'A unit' });
      return { after, by: (word) => say(unit, word) };
    },
    read: async (reader, { unit }) => {
      const found = (await reader.ask(listUnits, {})).items.find((one) => one.unit === unit)!;
      return { version: versionOf(found) };
    },
  });

export const versionedUnitSettings = [
  unitSetting(setReview, ({ reviewVersion }) => reviewVersion, (unit, { length }) => ({ unit, required: length > 10 })),
  unitSetting(setSmallestGroup, ({ smallestGroupVersion }) => smallestGroupVersion, (unit, { length }) => ({ unit, people: 20 + length })),
  unitSetting(setAnswerTerm, ({ answerTermVersion }) => answerTermVersion, (unit, { length }) => ({ unit, days: 20 + length })),
];

const draft = {
  ...{ title: 'Roads', description: 'Which road?', language: 'en' as const },
  phases: [{ activities: [{ method: 'poll' as const, options: ['First', 'Later'] }] }],
};
const savedTemplate = async (office: ApiClient) => {
  const { id: templateId } = await office.do(saveTemplate, { unit: rootUnit, name: 'A template', draft });
  return { unit: rootUnit, templateId };
};
const readTemplate = (reader: ApiClient, { unit, templateId }: OneTemplate) => reader.do(showTemplate, { unit, templateId });

/** In no log: a row that counts its versions. */
export const versionedTemplates = [
  scenario({
    contract: changeTemplate,
    begin: async (office) => {
      const of = await savedTemplate(office);
      return { by: (name) => ({ ...of, name }) };
    },
    read: readTemplate,
    records: 0,
  }),
  scenario<OneTemplate>({
    contract: withdrawTemplate,
    begin: async (office) => {
      const of = await savedTemplate(office);
      return { by: () => of };
    },
    read: readTemplate,
    records: 0,
    overtake: (office, of) => office.do(changeTemplate, { ...of, name: 'Another name' }),
  }),
];
