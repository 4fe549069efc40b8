import { texts, type KeysOf } from '@isegoria/texts';

export const cancellationTexts = texts({
  'status.cancelled': 'Cancelled',
  'consultations.title.cancelled': 'Cancelled',
  'consultation.cancelledBefore': 'Cancelled before it opened',
  'cancellation.cancel': 'Cancel the consultation',
  'cancellation.what':
    'It will never open, and nothing can be contributed. It stays on the site as cancelled, with your reason. This cannot be undone.',
  'cancellation.reason': 'Why is it cancelled?',
  'cancellation.cancelledOn': {
    text: 'This consultation was cancelled on {date}, before it opened.',
    comment: '{date} is a day such as "3 November 2026".',
  },
  'cancellation.why': { text: 'Reason', comment: 'Heading beside the reason for which a consultation was cancelled.' },
  'official.consultation-cancelled': 'Cancelled a consultation before it opened',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof cancellationTexts> {}
}
