/**
 * Room in a drawing for the mark of the person who looks. The drawing is made once and shown to everybody; the mark is put on the page of
 * one person alone, since it says which pseudonym is whose.
 */
export function RoomForOwnMark(props: { activityId: string }) {
  return <g class="own-mark" data-own-mark={props.activityId} />;
}

/** The page with a mark in its room. */
export function withOwnMark(html: string, activityId: string, mark: string): string {
  const room = `<g class="own-mark" data-own-mark="${activityId}">`;
  return html.replaceAll(room, () => room + mark);
}
