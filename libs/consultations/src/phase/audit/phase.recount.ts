import type { ActsInWords, Entry } from '@isegoria/audit-kit';
import { consultationDrafted, type ConsultationDrafted } from '../../consultation/consultation.contract';
import { draftRevised } from '../../consultation/draft/draft.contract';
import type { PhaseEvent } from '../phase.contract';

/** What phases are called, as drafts say; the only phase of a consultation needs no name. */
export function* namesOfPhases({ leaf, body }: Entry): Iterable<readonly [id: string, name: string]> {
  if (![consultationDrafted.type, draftRevised.type].some((type) => type === leaf.type) || !body) return;
  const { phases } = body.data as ConsultationDrafted['data'];
  for (const [index, { phaseId, title }] of phases.entries()) {
    const name = phaseInWords(title, index, phases.length);
    if (name !== undefined) yield [phaseId, name];
  }
}

/** Undefined for the only one. */
export function phaseInWords(title: string | null, index: number, count: number): string | undefined {
  if (title !== null) return `phase '${title}'`;
  return count > 1 ? `phase ${index + 1}` : undefined;
}

export const actsOfPhases: ActsInWords<PhaseEvent> = {
  PhaseOpened: ({ phaseId }, _, nameOf) => inWords(nameOf(phaseId), 'opened'),
  PhaseClosed: ({ phaseId }, _, nameOf) => inWords(nameOf(phaseId), 'closed'),
};

function inWords(name: string | undefined, what: string): string {
  return `${name === undefined ? '' : `${name} `}${what}, since its date had come`;
}
