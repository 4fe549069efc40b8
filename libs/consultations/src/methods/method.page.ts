import type { ComponentType } from 'preact';
import type { ApiClient } from '@isegoria/api-client';
import type { MessageKey } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import type { DraftConsultation } from '../commands.contract';
import type { ConsultationPageProps } from '../consultation/consultation-props.page';
import type { ConsultationResults, ConsultationView } from '../queries.contract';
import type { OpinionMap, StatementView } from './deliberation/deliberation-queries.contract';
import type { ConsultationMethod } from './method.contract';

/** What pages need to know of a way of taking part. */
export interface MethodPages {
  readonly contract: ConsultationMethod;
  /** Where people take part. */
  readonly TakingPart: ComponentType<ConsultationPageProps>;
  /** How to take part, in a sentence. */
  how(consultation: ConsultationView): MessageKey;
  /** What the page of a consultation shows beside it. */
  statements(api: ApiClient, consultationId: string): Promise<StatementView[]>;
  /** The fields of a draft that are its own, and what they say. */
  readonly DraftFields: ComponentType<{ form: FormState }>;
  draft(form: FormState): Partial<DraftConsultation>;
  /** What a dashboard asks for beside the results. */
  map(api: ApiClient, consultationId: string): Promise<OpinionMap | undefined>;
  readonly KeyFigure: ComponentType<{ results: ConsultationResults }>;
  readonly Results: ComponentType<{ results: ConsultationResults; map?: OpinionMap }>;
}
