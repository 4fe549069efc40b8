/** A table whose content is sealed in an epoch. */
export interface SealedTable {
  readonly table: string;
  /** The column that names a row, and its type. */
  readonly name: string;
  readonly type: 'uuid' | 'text';
  /** The column with what is sealed; null once it was destroyed. */
  readonly sealed: string;
  /** The column with the epoch's label of what is sealed, where rows are found by it. */
  readonly label?: string;
}

/** Each person's key. */
export const personKeys = { table: 'vault.person_key', name: 'person_id', type: 'uuid', sealed: 'wrapped' } as const;

/** Whose a pseudonym is. */
export const pseudonyms = { table: 'vault.pseudonym', name: 'pseudonym', type: 'text', sealed: 'person', label: 'person_label' } as const;

/** All that is sealed anew when an epoch ends. What is sealed under a person's own key is readable no longer than that key is. */
export const sealedTables: readonly SealedTable[] = [personKeys, pseudonyms];
