import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import '../deliberation.texts';
import { VoteBar } from './vote-bar.page';

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
