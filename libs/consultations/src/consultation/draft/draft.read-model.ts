import { ActivityRow } from '../../activity/activity.read-model';
import { withCategories } from '../../category/chosen/chosen.read-model';
import { rowsOfAct } from '../../official-act/official-act.read-model';
import { draftedPhases } from '../../phase/phase.read-model';
import { withAnswer } from '../../answer-owed/answer-owed.read-model';
import { withWriter } from '../../review/review.read-model';
import { withTranslationsOf } from '../../translation/translation-in-lists.read-model';
import { withAbout } from '../about/about.read-model';
import { ConsultationRow } from '../view/consultation-row.read-model';
import type { DraftDiscarded, DraftRevised } from './draft.contract';

export const revisionRows = rowsOfAct<DraftRevised>({
  type: 'DraftRevised',
  async apply({ data, position }, rows) {
    const { consultationId: id, title, description, language, about, categories } = data;
    const row = await rows.findOneBy(ConsultationRow, { id });
    const answer = { withinDays: data.answerWithinDays ?? null };
    const words = withWriter(withAbout(draftedPhases(data), about, position), data.by);
    const own = withCategories(withAnswer(words, answer), categories);
    const phases = withTranslationsOf(row?.phases ?? [], own);
    await rows.update(ConsultationRow, { id }, { title, description, language, phases: phases as never });
  },
});

/** Nobody but its office ever saw it; the log keeps it. */
export const discardingRows = rowsOfAct<DraftDiscarded>({
  type: 'DraftDiscarded',
  async apply({ data: { consultationId } }, rows) {
    await rows.delete(ConsultationRow, { id: consultationId });
    await rows.delete(ActivityRow, { consultationId });
  },
});
