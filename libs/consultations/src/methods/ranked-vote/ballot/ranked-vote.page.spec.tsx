import { describe, expect, it } from '@jest/globals';
import { blankForm, renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import '../../../portal';
import type { TakingPartProps } from '../../method/method.page';
import { RankedVote } from './ranked-vote.page';

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
});
