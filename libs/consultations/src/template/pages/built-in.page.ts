import type { Texts } from '@isegoria/texts';
import type { DraftPhase } from '../../phase/phase.contract';
import type { PhaseTerms, TemplateSummary, TemplateView } from '../template.contract';

/** One of a unit, or one that every office has. */
export type AnyTemplate = Omit<TemplateSummary, 'unit'>;
/** With the draft that it begins. Those of every office are not changed, and have no versions. */
export type WholeTemplate = Omit<TemplateView, 'unit' | 'version'>;

const term = (months: number, days = 0) => ({ months, days });

/** Templates that every office has, in the words of whoever looks: the usual kinds of consultation. */
export function builtIn({ t, language }: Texts): readonly WholeTemplate[] {
  const template = (id: 'draft-law' | 'quick-poll' | 'survey-then-vote', phases: DraftPhase[], dates: PhaseTerms[]) => ({
    id,
    name: t(`template.${id}.name`),
    note: t(`template.${id}.note`),
    phases: phases.length,
    dates,
    draft: { title: t(`template.${id}.title`), description: t(`template.${id}.description`), language, phases },
  });
  const paper = () => ({ method: 'document' as const, moderation: 'before' as const, document: t('template.draft-law.text') });
  const options = [t('template.option1'), t('template.option2'), t('template.option3')];
  const questions = [
    { id: 'matters', kind: 'long-text' as const, text: t('template.question1'), isRequired: false },
    {
      id: 'content',
      kind: 'single' as const,
      text: t('template.question2'),
      isRequired: true,
      options: [
        { id: 'yes', text: t('template.contentYes') },
        { id: 'partly', text: t('template.contentPartly') },
        { id: 'no', text: t('template.contentNo') },
      ],
    },
  ];
  return [
    template(
      'draft-law',
      [
        { title: t('template.draft-law.first'), activities: [paper()] },
        { title: t('template.draft-law.second'), activities: [paper()] },
      ],
      [
        { opensAfter: term(0), closesAfter: term(2) },
        { opensAfter: term(3), closesAfter: term(4) },
      ],
    ),
    template(
      'quick-poll',
      [{ activities: [{ method: 'poll', options: [t('template.for'), t('template.against'), t('template.noOpinion')] }] }],
      [{ opensAfter: term(0), closesAfter: term(0, 14) }],
    ),
    template(
      'survey-then-vote',
      [
        { title: t('template.survey-then-vote.first'), activities: [{ method: 'survey', questionnaire: { sections: [{ questions }] } }] },
        { title: t('template.survey-then-vote.second'), activities: [{ method: 'ranked-vote', counting: 'instant-runoff', options }] },
      ],
      [
        { opensAfter: term(0), closesAfter: term(1) },
        { opensAfter: term(1, 7), closesAfter: term(1, 21) },
      ],
    ),
  ];
}
