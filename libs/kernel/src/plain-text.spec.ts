import { describe, expect, it } from '@jest/globals';
import { IsOneLine, IsPlainText } from './plain-text';
import type { Rejection } from './rejection';
import { validated } from './validate';

class Words {
  @IsPlainText()
  text: string;
}

const isTaken = (text: string): boolean => {
  try {
    return validated(Words, { text }).text === text;
  } catch {
    return false;
  }
};

describe('a text', () => {
  it.each([
    ['nothing', ''],
    ['spaces of several kinds', ' \u00a0\u3000\u2028\n'],
    ['zero width space and word joiner', '\u200b\u2060'],
    ['joiners and marks of direction', '\u200c\u200d\u200e\u202e\u2066'],
    ['a byte order mark', '\ufeff'],
    ['Hangul fillers', '\u115f\u3164\uffa0'],
    ['variation selectors and tags', '\ufe0f\u{e0100}\u{e0041}'],
    ['controls', '\u0001\u0085\u007f'],
    ['marks of format', '\ufff9\ufffb\u{13430}'],
    ['what no character has', '\uffff\u{3fffe}'],
    ['blank symbols', '\u2800\u{1d159}'],
  ])('is refused where it shows nothing: %s', (_, text) => {
    expect(isTaken(text)).toBe(false);
  });

  it.each([
    ['Persian', 'می\u200cخواهم'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['joined emoji', '👩\u200d👩\u200d👧'],
    ['emoji with a selector', '❤\ufe0f'],
    ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a word between invisible ones', '\u200bYes\u2060'],
    ['one mark', '!'],
    ['two lines', 'one\n\ntwo'],
  ])('is taken as it is where it shows something: %s', (_, text) => {
    expect(isTaken(text)).toBe(true);
  });

  it('is refused in a time that grows with its length', () => {
    expect(isTaken('\u200b'.repeat(1_000_000))).toBe(false);
    expect(isTaken(`${'\u200b'.repeat(1_000_000)}x`)).toBe(true);
  });
});

class Titled {
  @IsOneLine()
  title: string;

  @IsOneLine({ each: true })
  options: string[];
}

/** By field, the constraint that is broken. */
function faultsOf(title: string, options: string[] = []): Record<string, unknown> {
  try {
    validated(Titled, { title, options });
    return {};
  } catch (error) {
    const { field, params, further = [] } = (error as Rejection).details;
    return Object.fromEntries([{ field: field!, params: params! }, ...further].map((one) => [one.field, one.params['constraint']]));
  }
}

describe('a text of one line', () => {
  it.each([
    ['a line feed', 'Buses\nfree'],
    ['a carriage return', 'Buses\rfree'],
    ['a form feed', 'Buses\ffree'],
    ['a next line', 'Buses\u0085free'],
    ['a line separator', 'Buses\u2028free'],
    ['a paragraph separator', 'Buses\u2029free'],
    ['a tab', 'Buses\tfree'],
    ['an escape', 'Buses\u001b[31m'],
    ['an override', 'Buses \u202eeerf\u202c'],
    ['an isolate that is left open', 'Buses \u2067free'],
    ['an embedding that is left open', 'Buses \u202bfree'],
    ['a closing that closes nothing', 'Buses\u2069 free'],
    ['what is closed out of turn', '\u2067\u202bBuses\u2069\u202c'],
  ])('is refused with %s, alone and in a list', (_, text) => {
    expect(faultsOf(text, ['Trams', text])).toEqual({ title: 'isOneLine', 'options[1]': 'isOneLine' });
  });

  it('is refused as no text where it is blank', () => {
    expect(faultsOf(' \n')).toEqual({ title: 'isPlainText' });
  });

  it.each([
    ...['Buses', 'حافلات 24/7', '\u2068חינם\u2069 buses', '\u202bباص\u202c'],
    ...['می\u200cخواهم', '\u200fباص', '👩\u200d👩\u200d👧'],
  ])('is taken: %s', (text) => {
    expect(faultsOf(text, [text])).toEqual({});
  });
});
