/** `scheduled` = published and no phase open, but one to come; `decided` = closed and its outcome published;
 * `cancelled` = published, and never to open. */
export const consultationStatuses = ['draft', 'scheduled', 'open', 'closed', 'decided', 'cancelled'] as const;
export type ConsultationStatus = (typeof consultationStatuses)[number];
/** Those that everybody may see. */
export const publishedStatuses = ['open', 'scheduled', 'closed', 'decided', 'cancelled'] as const satisfies readonly ConsultationStatus[];
