/**
 * Published by the projector after each batch of a group: a hint that readers need not wait for, since the checkpoint of the group says
 * the same.
 */
export const readModelsAdvanced = 'read-models.advanced';

export interface ReadModelsAdvanced {
  /** Which read models. */
  readonly group: string;
  /** The log position that they include. */
  readonly position: number;
  /** The ids of the consultations and activities whose rows changed. */
  readonly changed: readonly string[];
}
