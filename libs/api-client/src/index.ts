export { allPages } from './all-pages';
export { ApiProblem, unless } from './api-problem';
export { ApiClient, type Caller, type ImportedVoice, type WriteOptions } from './api-client';
