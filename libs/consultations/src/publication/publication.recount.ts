import type { DatesSaid } from '../phase/dates-said.recount';

export const datesOfPublication: DatesSaid = ({ type, data }, phaseId) =>
  type === 'ConsultationPublished' ? data.phases?.find((phase) => phase.phaseId === phaseId) : undefined;
