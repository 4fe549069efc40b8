/** Where the API lives at the origin. */
export const apiPrefix = 'api/v1';
