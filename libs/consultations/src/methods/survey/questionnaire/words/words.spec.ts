import { expect, it } from '@jest/globals';
import { wordsIn } from './words.pure';

const questionnaire = {
  sections: [
    {
      title: 'By bus',
      questions: [
        {
          id: 'bus',
          kind: 'single',
          text: 'Do you go by bus?',
          isRequired: true,
          options: [{ id: 'yes', text: 'yes' }],
          when: { question: 'bus', isAnyOf: ['yes'] },
        },
        { id: 'calm', kind: 'scale', text: 'How calm?', scale: { style: 'likert', from: 1, to: 2, toLabel: 'calm', steps: ['no', 'yes'] } },
      ],
    },
  ],
};

it('lists what an office says, and nothing that only programs read', () => {
  expect(wordsIn(questionnaire)).toEqual(['By bus', 'Do you go by bus?', 'yes', 'How calm?', 'calm', 'no', 'yes']);
});
