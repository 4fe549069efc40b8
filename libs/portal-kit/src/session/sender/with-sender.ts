/** What every form says of whom its page was made for. */
export const senderField = 'sender';

/** Has every form of a page say for whom the page was made. A page for nobody says nothing: whoever signs in beside it may send it. */
export function withSender(html: string, sender: string | undefined): string {
  if (sender === undefined) return html;
  const mark = `<input type="hidden" name="${senderField}" value="${encodeURIComponent(sender)}"/>`;
  return html.replace(/<form method="post"[^>]*>/g, (form) => form + mark);
}
