/** Who may import whom, by the tags in each project.json. Each rule has a fixture in tools/boundaries that must fail lint. */
const constraints = [
  { sourceTag: 'type:base', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:context'] },
  {
    sourceTag: 'type:context',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:context',
      'type:core',
      'type:runtime',
      'type:kit',
      'type:ui',
      'type:testing',
      'type:contracts',
    ],
  },
  {
    sourceTag: 'type:kit',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:context', 'type:core', 'type:runtime', 'type:ui', 'type:testing'],
  },
  { sourceTag: 'type:wire', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'type:core',
    onlyDependOnLibsWithTags: ['type:context', 'type:kernel', 'type:contracts', 'type:wire', 'type:core', 'type:testing'],
  },
  { sourceTag: 'type:engine', onlyDependOnLibsWithTags: ['type:wire', 'type:engine', 'type:testing'] },
  {
    sourceTag: 'type:runtime',
    onlyDependOnLibsWithTags: ['type:context', 'type:kernel', 'type:contracts', 'type:core', 'type:runtime', 'type:testing'],
  },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:kernel', 'type:ui', 'type:testing'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:context', 'type:kernel', 'type:contracts', 'type:core', 'type:engine'] },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:context',
      'type:kernel',
      'type:contracts',
      'type:core',
      'type:runtime',
      'type:ui',
      'type:kit',
      'type:engine',
      'type:testing',
    ],
  },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: [
      'type:context',
      'type:kernel',
      'type:contracts',
      'type:wire',
      'type:core',
      'type:runtime',
      'type:engine',
      'type:testing',
    ],
  },
];

/** What keeps a process up is for everybody. */
export const depConstraints = constraints.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: sourceTag === 'type:base' ? [] : ['type:base', ...onlyDependOnLibsWithTags],
}));

/** What reaches a browser carries no server library; types alone may come from contracts. */
export const browserImports = {
  patterns: [
    {
      regex: '^(@nestjs/|typeorm$|class-validator$|class-transformer$|node:|@isegoria/(?!merkle-log$|.+\\.pure$))',
      allowTypeImports: true,
      message: 'Code that reaches a browser imports no server library (types may come from contracts).',
    },
  ],
};

/** What a package keeps for itself changes without notice. */
export const privateParts = {
  patterns: [
    {
      group: ['@eventstore/db-client/*', '!@eventstore/db-client/package.json'],
      message: 'Only libs/event-store-wire uses the private parts of the client, and says why.',
    },
  ],
};

/** Parts for tests are for tests. */
export const testingImports = {
  patterns: [{ group: ['@isegoria/testing'], message: 'Only specs and their fixtures import @isegoria/testing.' }],
};

/** What comes over the bus is believed only where its signature is looked at. */
export const busImports = {
  paths: [
    {
      name: '@nestjs/microservices',
      importNames: ['MessagePattern', 'EventPattern'],
      message: 'A command is taken with @Handles of libs/messaging, which refuses what no part of the platform signed.',
    },
  ],
};
