import type { ConsultationView } from '@isegoria/contracts';
import { consultations, hostile, ids } from './sample-data.fixture';

const [like] = consultations as [ConsultationView];

/** A survey that people answer. */
export const surveyed: ConsultationView = {
  ...like,
  id: ids.surveyed,
  title: 'How we get around',
  methods: ['survey'],
  activities: [
    {
      ...like.activities[0]!,
      id: ids.survey,
      method: 'survey',
      settings: {
        questionnaire: {
          sections: [
            {
              title: 'Your ways',
              questions: [
                {
                  id: 'mode',
                  kind: 'single',
                  text: `How do you travel? ${hostile}`,
                  isRequired: true,
                  options: [
                    { id: 'bus', text: 'By bus' },
                    { id: 'car', text: 'By car' },
                  ],
                  hasOther: true,
                },
                { id: 'why', kind: 'long-text', text: 'Why?', isRequired: false, when: { question: 'mode', isAnyOf: ['car'] } },
              ],
            },
            {
              questions: [
                { id: 'calm', kind: 'scale', text: 'How calm is it?', isRequired: false, scale: { style: 'stars', from: 1, to: 5 } },
              ],
            },
          ],
        },
      },
    },
  ],
};
