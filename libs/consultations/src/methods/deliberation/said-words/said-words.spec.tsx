import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import '../../../change-of-dates/change-of-dates.texts';
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

  it('that a moderator rejected come with the reason', () => {
    const html = shown({ status: 'rejected', text: null, rejected: { rejectionReason: 'It names a neighbour.', rejectionRule: null } });
    expect(html).toMatch(/Rejected by a moderator.*Reason:.*It names a neighbour\./);
    expect(html).not.toContain('This text was erased.');
  });
});
