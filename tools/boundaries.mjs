/** Who may import whom, by the tags in each project.json. Each rule has a fixture in tools/boundaries that must fail lint. */
const constraints = [
  { sourceTag: 'type:base', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts'] },
  { sourceTag: 'type:wire', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:core', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:wire', 'type:core', 'type:testing'] },
  { sourceTag: 'type:engine', onlyDependOnLibsWithTags: ['type:wire', 'type:engine', 'type:testing'] },
  { sourceTag: 'type:runtime', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:core', 'type:runtime', 'type:testing'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:core', 'type:ui', 'type:testing'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:core', 'type:engine'] },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:core', 'type:runtime', 'type:ui', 'type:engine', 'type:testing'],
  },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:wire', 'type:core', 'type:runtime', 'type:engine', 'type:testing'],
  },
];

/** What keeps a process up is for everybody. */
export const depConstraints = constraints.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: sourceTag === 'type:base' ? [] : ['type:base', ...onlyDependOnLibsWithTags],
}));

/** A decider knows the contracts, the decider type and collections that do not change: nothing that does I/O. */
export const deciderImports = {
  patterns: [
    {
      regex: '^(?!\\.{1,2}/|immutable$|@isegoria/(contracts|event-sourcing)$)',
      message: 'A decider imports contracts and the decider type, nothing that does I/O.',
    },
  ],
};

/** What reaches a browser carries no server library; types alone may come from contracts. */
export const browserImports = {
  patterns: [
    {
      group: ['@nestjs/*', 'typeorm', 'class-validator', 'class-transformer', 'node:*', '@isegoria/*', '!@isegoria/merkle-log'],
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
