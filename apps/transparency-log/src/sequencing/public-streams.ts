/** Streams whose bodies everybody may read. Anything else shows its leaf only: what nobody thought of stays closed. */
const publicStreams = /^((page|consultation|statement|ballot|comment|question|export|log)-|(settings|read-models)$)/;

export function isPublicStream(stream: string): boolean {
  return publicStreams.test(stream);
}
