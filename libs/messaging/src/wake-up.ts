/** Published by the projector after each batch: a hint that readers need not wait for, since the checkpoint table says the same. */
export const readModelsAdvanced = 'read-models.advanced';

export interface ReadModelsAdvanced {
  /** The log position that the read models include. */
  readonly position: number;
  /** The consultations whose rows changed. */
  readonly consultations: readonly string[];
}
