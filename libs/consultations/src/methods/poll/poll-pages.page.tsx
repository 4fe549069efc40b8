import { lines, listOf, textOf } from '@isegoria/portal-kit';
import type { MethodPages } from '../method.page';
import { DraftFields } from './poll-draft.page';
import { OptionResults } from './poll-results.page';
import { poll as contract } from './poll.contract';
import { Poll } from './poll.page';

export const poll: MethodPages = {
  contract,
  TakingPart: Poll,
  how: ({ poll }) => (poll?.multiple ? 'how.pollMultiple' : 'how.pollSingle'),
  statements: () => Promise.resolve([]),
  DraftFields,
  draft: (form) => ({ options: lines(textOf(form, 'options')), multiple: listOf(form, 'multiple').includes('yes') }),
  map: () => Promise.resolve(undefined),
  KeyFigure: () => null,
  Results: OptionResults,
};
