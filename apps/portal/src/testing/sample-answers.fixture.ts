import { toldKinds, type ConsultationView, type OfficialAnswerView, type ThemeView, type ToldMomentView } from '@isegoria/contracts';
import { plan, withdrawnPlan } from './sample-content.fixture';
import { daysFromNow, hostile, id, ids } from './sample-ids.fixture';

/** To each activity, to one statement and to a paragraph of a draft law, the first corrected. */
export const officialAnswersTo = ({ activities }: ConsultationView): OfficialAnswerView[] =>
  activities.map(({ id: activityId, method }, index) => ({
    activityId,
    ...{ named: null, textVersion: null },
    ...answeredIn(method, activityId),
    stance: index === 0 ? 'partly' : 'rejected',
    text: `**Half of it** is done ${hostile}`,
    answeredAt: daysFromNow(-2),
    documents: index === 0 ? [plan, withdrawnPlan] : [],
    group: method === 'deliberation' ? { id: id(90), size: 2, theme: { title: `Walks ${hostile}`, summary: 'By the water.' } } : null,
    earlier: [
      {
        ...{ stance: 'noted', text: `Read ${hostile}`, theme: null, textVersion: method === 'document' ? 1 : null },
        ...{ documents: [{ ...plan, name: `Draft ${hostile}.pdf` }] },
        ...{ note: `The council ${hostile}`, correctedAt: daysFromNow(-1) },
      },
    ],
    corrections: 1,
    version: 9,
  }));

function answeredIn(method: string, activityId: string): Pick<OfficialAnswerView, 'about' | 'aboutId'> & Partial<OfficialAnswerView> {
  if (method === 'deliberation') return { about: 'statement', aboutId: ids.statement };
  if (method === 'document') return { about: 'paragraph', aboutId: id(95), named: 'p2', textVersion: 2 };
  return { about: 'activity', aboutId: activityId };
}

/** One to each activity, though polls have nothing that people say. */
export const themesOf = (consultation: ConsultationView): ThemeView[] =>
  officialAnswersTo(consultation).map(({ activityId, about, stance, text, documents, answeredAt }, index) => ({
    ...{ group: id(91 + index), title: `Walks ${hostile}`, summary: index === 0 ? `By the water ${hostile}` : null },
    ...{ activityId, about, count: 12 - index, stance, text, documents, answeredAt },
  }));

/** One moment of each kind, the last one first. */
export const toldOf = ({ activities }: ConsultationView): ToldMomentView[] =>
  toldKinds.map((kind, index) => ({
    kind,
    at: daysFromNow(-index - 40),
    activityId: ['corrected', 'outcomeRevised'].includes(kind) ? null : activities[0]!.id,
    reason: kind === 'answered' ? null : `Two places were unclear ${hostile}`,
    version: kind === 'revised' ? 2 : null,
    answers: kind === 'answered' ? 3 : null,
  }));
