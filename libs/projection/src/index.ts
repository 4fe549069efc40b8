export { FencedOff, applyBatch, codeOf, type Poison } from './apply-batch';
export { groupState, readPosition, waitForPosition, type GroupState } from './checkpoint';
export { followOn, type FollowOn } from './follow-on';
export { underLock } from './group-lock';
export type { Projection, ReadModelGroup } from './projection';
export { rebuildGroup } from './rebuild-group';
export { OlderProgram, runGroup, type GroupBatch, type RunGroup } from './run-group';
export { liveSchema, readingFrom } from './schemas';
export { rowsOfVersion, stoppedAt, swapIn, type GroupRows } from './versions';
