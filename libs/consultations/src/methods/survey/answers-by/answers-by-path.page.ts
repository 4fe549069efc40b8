export const answersByPath = (consultationId: string, activityId: string): string =>
  `/consultations/${consultationId}/activities/${activityId}/answers`;
