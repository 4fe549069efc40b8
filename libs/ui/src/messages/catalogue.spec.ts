import { describe, expect, it } from '@jest/globals';
import { languages } from '@isegoria/contracts';
import { IntlMessageFormat } from 'intl-messageformat';
import { messages, type MessageKey } from './catalogue';

type MessageFormatElement = ReturnType<IntlMessageFormat['getAst']>[number];

const keys = Object.keys(messages.en) as MessageKey[];

/** The names of the arguments of a message, those inside plurals included. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === 0 || element.type === 7) return [];
    const inside = 'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return ['value' in element ? String(element.value) : '', ...inside];
  });
}

const parsed = (language: 'en' | 'ar', key: MessageKey) => new IntlMessageFormat(messages[language][key], language).getAst();

describe.each(languages)('the catalogue of %s', (language) => {
  it.each(keys)('%s is a well-formed message with the arguments that English has', (key) => {
    expect(new Set(argumentsOf(parsed(language, key)))).toEqual(new Set(argumentsOf(parsed('en', key))));
  });

  it('has no empty message', () => {
    expect(keys.filter((key) => messages[language][key].trim() === '')).toEqual([]);
  });
});

it('says nothing in Arabic that was left in English', () => {
  const same = keys.filter((key) => messages.ar[key] === messages.en[key]);
  expect(same).toEqual([]);
  expect(keys.filter((key) => !/[\u0600-\u06FF]/.test(messages.ar[key]))).toEqual([]);
});
