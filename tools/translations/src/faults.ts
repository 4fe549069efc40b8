import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type Plural = Extract<Element, { pluralType?: unknown }>;

/** Numbers among which every plural category of every language that Unicode describes for whole numbers is found. */
const sampleNumbers = [...Array(201).keys(), 1_000, 10_000, 100_000, 1_000_000];

/**
 * What is wrong with a translation as an ICU message: it cannot be read, is filled in with other things than the English, or lacks a
 * plural form.
 */
export function faultsOf(english: string, translation: string, language: string): string[] {
  const parsed = parse(translation, language);
  if (typeof parsed === 'string') return [`cannot be read: ${parsed}`];
  const original = parse(english, 'en');
  const wanted = typeof original === 'string' ? [] : namesIn(original);
  const named = namesIn(parsed);
  return [
    ...wanted.filter((name) => !named.includes(name)).map((name) => `lacks {${name}}`),
    ...named.filter((name) => !wanted.includes(name)).map((name) => `has {${name}}, which the English has not`),
    ...pluralsIn(parsed).flatMap((plural) => missingForms(plural, language)),
  ];
}

function parse(message: string, language: string): readonly Element[] | string {
  try {
    return new IntlMessageFormat(message, language).getAst();
  } catch (error) {
    return (error as Error).message;
  }
}

function elementsIn(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => elementsIn(value)) : []),
    ...('children' in element ? elementsIn(element.children) : []),
  ]);
}

/** The names of what is filled in, those inside plurals included. */
function namesIn(elements: readonly Element[]): string[] {
  const filledIn = elementsIn(elements).filter((element) => element.type !== 0 && element.type !== 7);
  return [...new Set(filledIn.map((element) => ('value' in element ? String(element.value) : '')))];
}

function pluralsIn(elements: readonly Element[]): Plural[] {
  return elementsIn(elements).filter((element): element is Plural => 'pluralType' in element);
}

/** A plural may say the same of all numbers but those that it names (`=0`). Else each number needs a form of its category, or of itself. */
function missingForms({ value, options, pluralType }: Plural, language: string): string[] {
  const forms = Object.keys(options);
  if (forms.every((form) => form === 'other' || form.startsWith('='))) return [];
  const rules = new Intl.PluralRules(language, { type: pluralType ?? 'cardinal' });
  const unspoken = sampleNumbers.filter((number) => !forms.includes(`=${number}`) && !forms.includes(rules.select(number)));
  const missing = new Set(unspoken.map((number) => rules.select(number)));
  return [...missing].map(
    (category) => `{${value}} lacks the plural "${category}" (as for ${unspoken.find((number) => rules.select(number) === category)})`,
  );
}
