import type { Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { ConsultationState } from '../consultation/consultation.decider';
import type { ContributionsExported } from '../events.contract';
import { exportsOf, type ExportContents } from '../methods/methods.contract';

export const exportStream = (exportId: string) => `export-${exportId}`;

export interface ExportCommand {
  readonly type: 'ExportContributions';
  readonly exportId: string;
  readonly consultationId: string;
  /** The consultation as it is known; undefined: there is none. */
  readonly consultation: ConsultationState | undefined;
  readonly contents: ExportContents;
  readonly purpose: string;
  readonly by: string;
}

/** An export happens once; the state says whether it did. */
export const exportDecider: Decider<boolean, ExportCommand, ContributionsExported> = {
  initialState: false,

  decide({ exportId, consultationId, consultation, contents, purpose, by }, exported) {
    if (exported) throw new Rejection('ALREADY_DONE');
    onlyPublishedConsultationsAreExported(consultation);
    if (!exportsOf(consultation.kind).includes(contents)) throw new Rejection('CONSULTATION_WRONG_KIND');
    return [{ type: 'ContributionsExported', data: { exportId, consultationId, contents, purpose, by } }];
  },

  evolve: (exported, { type }) => exported || type === 'ContributionsExported',
};

/**
 * Policy: nobody has contributed to a draft, and exports are on public record, where a draft must not show.
 * @throws Rejection CONSULTATION_NOT_FOUND
 */
function onlyPublishedConsultationsAreExported(consultation: ConsultationState | undefined): asserts consultation {
  if (!consultation || consultation.opensAt === null) throw new Rejection('CONSULTATION_NOT_FOUND');
}
