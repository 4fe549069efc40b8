import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import { atEachLevel } from '../../../results/assurance/by-assurance.contract';
import '../../../portal';
import type { StatementResult } from '../deliberation.contract';
import { StatementTable } from './statement-results.page';
import { VoteBar } from './vote-bar.page';
import { votesAsDrawing } from './vote-picture.page';

const html = (node: VNode, language = 'en') => renderFragment({ texts: textsIn(language) }, node);

const tally = { agrees: 6, disagrees: 3, passes: 1 };

describe('a bar of votes', () => {
  it('gives each choice its share and says the numbers', () => {
    const bar = html(<VoteBar id="b" tally={tally} />);
    expect(bar).toContain('class="bar-agree" x="0" width="60"');
    expect(bar).toContain('class="bar-disagree" x="60" width="30"');
    expect(bar).toContain('class="bar-pass" x="90" width="10"');
    expect(bar).toMatch(/role="img" aria-labelledby="b-title"><title id="b-title">6 agree, 3 disagree, 1 pass/);
  });

  it('begins at the right in right-to-left languages', () => {
    expect(html(<VoteBar id="b" tally={tally} />, 'ar')).toContain('class="bar-agree" x="40" width="60"');
  });

  it('is empty without votes', () => {
    expect(html(<VoteBar id="b" tally={{ agrees: 0, disagrees: 0, passes: 0 }} />)).not.toContain('bar-agree');
  });
});

const statementOf = (text: string | null, status: StatementResult['status']): StatementResult => {
  return { id: 's', externalId: null, at: null, text, status, ...tally, byAssurance: atEachLevel(tally) };
};

describe('the picture of the votes', () => {
  it('has the statements that everybody may read, those that wait under moderation afterwards too', () => {
    const statements = [statementOf('Trams', 'accepted'), statementOf('Ferries', 'pending'), statementOf(null, 'rejected')];
    const drawn = html(<svg>{votesAsDrawing(textsIn('en'), statements).body}</svg>);
    expect(drawn).toContain('Trams');
    expect(drawn).toContain('Ferries');
    expect(drawn.match(/10 votes/g)).toHaveLength(2);
  });
});

describe('the table of statements', () => {
  const cellOf = (text: string | null, status: StatementResult['status']) =>
    /<tbody.*?<\/t[hd]>/s.exec(html(<StatementTable statements={[statementOf(text, status)]} />))![0];

  it('has all words that everybody may read, those that wait under moderation afterwards too', () => {
    for (const status of ['accepted', 'pending'] as const) expect(cellOf('Trams', status)).toMatch(/Trams/);
    expect(cellOf('Trams', 'pending')).not.toContain('Waiting for a moderator');
  });

  it('says in place of other words why they are not there', () => {
    const { t } = textsIn('en');
    expect(cellOf(null, 'accepted')).toContain(t('text.erased'));
    for (const status of ['pending', 'rejected', 'withdrawn'] as const) expect(cellOf(null, status)).toContain(t(`statementStatus.${status}`));
  });
});
