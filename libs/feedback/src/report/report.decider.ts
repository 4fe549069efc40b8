import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { decided, type ByModerator } from '../moderation/moderated';
import type { ContributionReported, ReportEvent } from './report.contract';

export const reportStream = (reportId: string) => `report-${reportId}`;

export interface ReportState extends Pick<ContributionReported['data'], 'item' | 'itemId' | 'unit'> {
  readonly isDecided: boolean;
}

type Report = { readonly type: 'Report'; readonly data: ContributionReported['data'] };
type Decide = Omit<ByModerator, 'unit'> & {
  readonly type: 'DecideReport';
  readonly reportId: string;
  readonly upheld: boolean;
  /** Whether what is reported is hidden by now. */
  readonly isHidden: boolean;
};

/** A person with an account reports a thing once; another report of the same changes nothing. It is decided on once. */
export const reportDecider: Decider<ReportState | undefined, Report | Decide, ReportEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'Report') return state ? [] : [{ type: 'ContributionReported', data: command.data }];
    if (!state) throw new Rejection('NOT_FOUND');
    const { reportId, upheld, isHidden, ...decision } = command;
    const reasoned = decided({ ...decision, unit: state.unit }, { hidden: state.isDecided, decidedBy: null }, true);
    if (upheld && !isHidden) throw new Rejection('STILL_SHOWN');
    return [{ type: 'ReportDecided', data: { reportId, upheld, ...reasoned } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ContributionReported': {
        const { item, itemId, unit } = event.data;
        return { item, itemId, unit, isDecided: false };
      }
      case 'ReportDecided':
        return state && { ...state, isDecided: true };
      default:
        return unchangedBy(event, state);
    }
  },
};
