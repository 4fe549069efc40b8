import { listReadModels } from '@isegoria/contracts';
import { answer, groupState } from '@isegoria/projection';
import { readModelNames } from './groups';

/** How the read models stand, for everybody to see: which of them stopped, and what was left out of them. */
export const readModelAnswers = [
  answer(listReadModels, readModelNames, async (_, { rows }) => {
    const states = await Promise.all(readModelNames.map((group) => groupState(rows.manager, group)));
    return { items: states.map((state) => ({ ...state, computedAt: state.computedAt.toISOString() })) };
  }),
];
