/** The account that the first start makes; its password is in `operator.json` in the data folder. */
export const administratorEmail = 'administrator@example.org';
