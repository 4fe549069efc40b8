import { describe, expect, it } from '@jest/globals';
import { blankForm, renderFragment } from '@isegoria/portal-kit';
import { languages, textsIn } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import '../../../portal';
import type { OwnBallot } from '../../../ballot/ballot.contract';
import type { TakingPartProps } from '../../method/method.page';
import type { MotionSettings } from '../motion.contract';
import type { HiddenResultsSetting } from '../../../hidden-results/hidden-results.contract';
import { motion } from '../motion-pages.page';
import { Motion } from './motion.page';

interface Shown {
  readonly settings?: MotionSettings;
  readonly status?: 'planned' | 'open' | 'closed';
  readonly own?: readonly string[];
  readonly form?: FormState;
  readonly language?: string;
}

const twoThirds: MotionSettings = { majority: 'two-thirds', quorum: 1_200 };

function shown({ settings = twoThirds, status = 'open', own = [], form = blankForm(), language = 'en' }: Shown): string {
  const props = {
    activity: { settings },
    phase: { status },
    ballot: { options: own } as unknown as OwnBallot,
    ...{ page: '/page', path: '/path', form: () => form },
  } as unknown as TakingPartProps;
  return renderFragment({ texts: textsIn(language) }, <Motion {...props} />);
}

const checked = (html: string) =>
  [...html.matchAll(/<input [^>]*>/g)].flatMap(([input]) => (/ checked/.test(input) ? [/value="(\w+)"/.exec(input)![1]] : []));

describe('the page of a motion', () => {
  it.each(['planned', 'open', 'closed'] as const)('says by which rules it is decided, whether or not one may vote: %s', (status) => {
    const html = shown({ status });
    expect(html).toContain('At least two thirds of those who vote yes or no must vote yes.');
    expect(html).toContain('At least 1,200 people must vote');
    expect(html.includes('<form')).toBe(status === 'open');
  });

  it('says that there is no quorum where there is none', () => {
    expect(shown({ settings: { majority: 'simple', quorum: 0 } })).toContain('There is no quorum');
  });

  it('marks the vote that was cast, and none where none was', () => {
    expect(checked(shown({ own: ['abstain'] }))).toEqual(['abstain']);
    expect(checked(shown({}))).toEqual([]);
  });

  it('keeps what was sent, with what is wrong at its field', () => {
    const form = { ...blankForm({ vote: 'no' }), errors: [{ field: 'vote', message: 'Wrong' }] };
    const html = shown({ own: ['yes'], form });
    expect(checked(html)).toEqual(['no']);
    expect(html).toContain('aria-invalid="true"');
  });

  it.each(languages)('has one box for each of yes, no and abstain in %s', (language) => {
    expect(shown({ language }).match(/type="radio"/g)).toHaveLength(3);
  });
});

describe('the draft of a motion', () => {
  it.each([
    ['', undefined],
    [' 500 ', 500],
    ['many', 0],
    ['-3', 0],
    ['2.5', 0],
  ])('takes %p as a quorum, and what is no number as one that is refused', (typed, quorum) => {
    expect(motion.draft(blankForm({ majority: 'absolute', quorum: typed }))).toEqual({ majority: 'absolute', quorum });
  });

  it('comes back as it was set', async () => {
    const back = (settings: MotionSettings & HiddenResultsSetting) => motion.drafted(undefined as never, { settings } as never);
    expect(await back({ majority: 'two-thirds', quorum: 500 })).toEqual({ majority: 'two-thirds', quorum: '500', resultsHidden: [] });
    const hidden = await back({ majority: 'simple', quorum: 0, resultsHidden: true });
    expect(hidden).toEqual({ majority: 'simple', quorum: '', resultsHidden: ['yes'] });
  });
});
