export { fileUseAnswers } from './files/file-uses';
export { knownNotes } from './notes/known-notes';
export { officialActions, officialAnswers } from './officials/official-actions';
export { groupCalled, readModelEntities, readModelGroups, readModelNames, readModels, type ReadModelName } from './groups';
export { searchAnswers } from './search/search';
export { readModelAnswers } from './read-model-list';
