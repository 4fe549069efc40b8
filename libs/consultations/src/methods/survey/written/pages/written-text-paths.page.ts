export const writtenTextsPath = (consultationId: string, activityId: string, question: string) =>
  `/consultations/${consultationId}/activities/${activityId}/texts/${question}`;

export const deskTextsPath = (consultationId: string, activityId: string) =>
  `/office/consultations/${consultationId}/activities/${activityId}/texts`;
