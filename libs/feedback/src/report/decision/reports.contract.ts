import { stream } from '@isegoria/kernel';

/** What became of one report. */
export const reports = stream('report-<reportId>', 'withheld');

export const reportId = '4e904700-0000-4000-8000-000000000001';
