import { describe, expect, it } from '@jest/globals';
import { blankForm, renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import '../../../portal';
import type { TakingPartProps } from '../../method/method.page';
import { RankedVote, placesLeftOut } from './ranked-vote.page';

const options = ['Trams', 'Ferries', 'Cable cars'].map((text, at) => ({ id: String(at + 1), text }));

/** The form after it was refused with these places. */
function refused(values: FormState['values']): string {
  const form = { ...blankForm(values), errors: [{ field: 'options', message: 'What is wrong' }] };
  const props = {
    activity: { settings: { options } },
    phase: { status: 'open' },
    ballot: { options: [] },
    ...{ page: '/page', path: '/path', form: () => form },
  } as unknown as TakingPartProps;
  return renderFragment({ texts: textsIn('en') }, <RankedVote {...props} />);
}

describe('the page of a ranked vote', () => {
  it('says at which place an option stands once more, and keeps what was chosen', () => {
    const html = refused({ place1: '2', place2: '1', place3: '2' });
    const invalid = [...html.matchAll(/<select [^>]*>/g)].flatMap(([field]) =>
      field.includes('aria-invalid="true"') ? [/name="(\w+)"/.exec(field)![1]] : [],
    );
    expect(invalid).toEqual(['place3']);
    expect(html).toContain('This option is your 1st choice already.');
    expect(html).not.toContain('What is wrong');
    expect([...html.matchAll(/<option value="(\d)" selected/g)].map(([, value]) => value)).toEqual(['2', '1', '2']);
  });

  it('says what is wrong with all of it where nothing was chosen', () => {
    expect(refused({})).toContain('What is wrong');
  });

  it('asks about a place that is left out above one that is not, and about nothing below', () => {
    const form = (values: FormState['values']) => placesLeftOut(blankForm(values), textsIn('en'));
    for (const right of [{}, { place1: '2' }, { place1: '2', place2: '1', place3: '' }]) expect(form(right)).toEqual([]);
    const [first, third] = form({ place1: '', place2: '1', place3: '', place4: '2', place5: '' });
    expect([first!.field, third!.field]).toEqual(['place1', 'place3']);
    expect(first!.message).toContain('You left out your 1st choice');
  });
});
