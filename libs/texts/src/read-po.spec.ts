import { expect, it } from '@jest/globals';
import { readPo } from './read-po';

const file = `msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "vote.agree"
msgid "Agree"
msgstr "D’accord"

msgctxt "vote.disagree"
msgid "Disagree"
msgstr ""

#, fuzzy
#| msgid "Skip"
msgctxt "vote.pass"
msgid "Pass"
msgstr "Sauter"

#~ msgctxt "vote.old"
#~ msgid "Old"
#~ msgstr "Vieux"
`;

it('a PO file gives its translations, without the empty, the fuzzy and the obsolete ones', () => {
  expect(readPo(file)).toEqual({ 'vote.agree': 'D’accord' });
});
