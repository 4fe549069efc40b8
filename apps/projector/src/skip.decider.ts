import { Rejection } from '@isegoria/kernel';
import type { ProjectionEventSkipped } from '@isegoria/read-model-contracts';
import type { Decider } from '@isegoria/event-sourcing';

export type SkipCommand = ProjectionEventSkipped['data'] & {
  readonly type: 'SkipEvent';
  /** Whether the group is stopped at that very event now: nothing else may be left out of the figures. */
  readonly standsThere: boolean;
};

/** What is left out of which version of a group; once is enough. */
export const skipDecider: Decider<ReadonlySet<string>, SkipCommand, ProjectionEventSkipped> = {
  initialState: new Set(),

  decide({ type: _, standsThere, ...data }, skipped) {
    if (!standsThere) throw new Rejection('NOT_FOUND');
    return skipped.has(nameOf(data)) ? [] : [{ type: 'ProjectionEventSkipped', data }];
  },

  evolve(skipped, { type, data }) {
    return type === 'ProjectionEventSkipped' ? new Set([...skipped, nameOf(data)]) : skipped;
  },
};

const nameOf = ({ group, version, eventId }: ProjectionEventSkipped['data']) => `${group} ${version} ${eventId}`;
