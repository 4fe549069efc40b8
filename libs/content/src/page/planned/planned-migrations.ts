/** When pages publish themselves: can be emptied, and is filled again from the start of the log. */
export const plannedMigrations = [
  `CREATE TABLE content.planned_page (stream text PRIMARY KEY, revision int NOT NULL, at timestamptz);
   CREATE INDEX planned_page_at ON content.planned_page (at)`,
];
