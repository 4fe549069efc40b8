import { poll as contract } from '@isegoria/contracts';
import { lines, listOf, textOf } from '../../web/form';
import type { MethodPages } from '../method';
import { DraftFields } from './draft-fields';
import { OptionResults } from './option-results';
import { Poll } from './poll';

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
