import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import '../../../change-of-dates/change-of-dates.texts';
import '../../document/document.texts';
import '../deliberation.texts';
import { SaidText, type SaidWords } from './said-words.page';

const shown = (said: SaidWords | undefined) => renderFragment({ texts: textsIn('en') }, <SaidText said={said} />);

describe('words that people said', () => {
  it('are called erased only where they were', () => {
    expect(shown({ status: 'accepted', text: 'More trees' })).toContain('More trees');
    expect(shown({ status: 'accepted', text: null })).toContain('This text was erased.');
    expect(shown({ status: 'withdrawn', text: null })).toMatch(/Withdrawn by its author(?!.*erased\.)/);
    expect(shown({ status: 'pending', text: null })).toMatch(/Waiting for a moderator(?!.*erased\.)/);
  });

  it('that propose others for a draft law come with those that they are about', () => {
    const words = { exact: '20,000 people', prefix: '', suffix: '', start: 0, end: 13 };
    const at = { paragraph: 'p2', version: 1, words, replaces: true, leavesOut: false };
    expect(shown({ status: 'accepted', text: '10,000 people', at })).toMatch(/Proposes other words.*On the words “.*20,000 people.*10,000 people/s);
    expect(shown({ status: 'withdrawn', text: null, at })).not.toContain('20,000');
  });

  it('that a moderator rejected come with the reason', () => {
    const html = shown({ status: 'rejected', text: null, rejected: { rejectionReason: 'It names a neighbour.', rejectionRule: null } });
    expect(html).toMatch(/Rejected by a moderator.*Reason:.*It names a neighbour\./);
    expect(html).not.toContain('This text was erased.');
  });
});
