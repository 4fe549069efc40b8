import { filesOf, type WithFiles } from '@isegoria/content';
import { categoriesSaid, Rejection, type WithStandings } from '@isegoria/kernel';
import { beginningsOf, rootOf } from '../../activity/activity.decider';
import type { UnitSettings } from '../../methods/method/method.decider';
import { methods } from '../../methods/methods.decider';
import { officialAct } from '../../official-act/official-act.decider';
import { phaseIdOf, undated } from '../../phase/phase.decider';
import { aboutFrom, aboutWordsOf } from '../about/about.contract';
import type { ConsultationState } from '../consultation-state.decider';
import { discardDraft, reviseDraft, type DiscardDraft, type DraftDiscarded, type DraftRevised, type ReviseDraft } from './draft.contract';

/** The phases of every edition are others, so what was drafted in earlier ones is in none of them. */
export const revision = officialAct<ReviseDraft & WithFiles & UnitSettings & WithStandings, DraftRevised>({
  contract: reviseDraft,
  event: 'DraftRevised',

  decide(command, state, { by }) {
    onlyDrafts(state);
    const { consultationId, title, description, language, phases } = command;
    const promised = promiseIn(command);
    const about = categoriesSaid(command, state.categories);
    const edition = (state.edition ?? 0) + 1;
    const root = rootOf(consultationId, edition);
    beginningsOf({ ...command, root }, by, methods); // The events of other streams must be right before anything is recorded.
    const own = phases.map((phase, index) => ({ phaseId: phaseIdOf(root, index), title: phase.title ?? null }));
    const data = {
      consultationId,
      edition,
      title,
      description,
      about: aboutFrom(command, filesOf(command)),
      language,
      phases: own,
      ...about,
      ...promised,
      by,
    };
    return [{ type: 'DraftRevised', data }];
  },
  evolve(state, { edition, phases, title, description, about, language, categories, answerWithinDays, by }) {
    const words = { title, description, about: aboutWordsOf(about) };
    const own = { edition, language, words, phases: phases.map(undated), categories, answerWithinDays };
    return { ...state, ...own, writtenBy: by, review: undefined };
  },
  begins: (command, { edition, by }) => beginningsOf({ ...command, root: rootOf(command.consultationId, edition) }, by, methods),
});

/** What a draft promises, as its event has it. */
export function promiseIn({ answerWithinDays }: Pick<ReviseDraft, 'answerWithinDays'>): { answerWithinDays?: number } {
  return answerWithinDays == null ? {} : { answerWithinDays };
}

export const discarding = officialAct<DiscardDraft, DraftDiscarded>({
  contract: discardDraft,
  event: 'DraftDiscarded',

  decide({ consultationId }, state, { by }) {
    onlyDrafts(state);
    return [{ type: 'DraftDiscarded', data: { consultationId, by } }];
  },
  evolve: (state) => ({ ...state, discarded: true }),
});

/** Policy: what was published stays, and what an import brings is changed where it comes from. @throws Rejection ALREADY_DONE */
export function onlyDrafts({ phases, externalId }: ConsultationState): void {
  if (externalId !== null || phases.some(({ opensAt }) => opensAt !== null)) throw new Rejection('NO_DRAFT');
}
