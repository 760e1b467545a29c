/** The arrows between modules, as docs/tour.md draws them: each module may import only what stands behind it here. */
const MAY_IMPORT = {
  policy: [],
  language: ['policy'],
  knowledge: ['policy', 'language'],
  flows: ['policy', 'language'],
  calculator: ['policy'],
  content: ['policy', 'language', 'knowledge', 'flows', 'calculator'],
  store: ['policy'],
  desk: ['policy', 'store'],
  dialogue: ['policy', 'language', 'knowledge', 'flows', 'calculator', 'content', 'store', 'desk'],
  channels: ['policy', 'dialogue'],
  picture: [],
  model: ['policy'],
};

const arrows = Object.entries(MAY_IMPORT).map(([module, allowed]) => ({
  name: `${module}-arrows`,
  severity: 'error',
  comment: `src/${module} may import only: ${[module, ...allowed].join(', ')}`,
  from: { path: `^src/${module}/` },
  to: { path: '^src/', pathNot: `^src/(${[module, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'channels-see-types-only',
      severity: 'error',
      comment: 'a channel translates and renders; what it needs of the dialogue are types',
      from: { path: '^src/channels/' },
      to: { path: '^src/dialogue/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page-stands-alone',
      severity: 'error',
      comment: 'the page runs in a browser: of the program it knows the types of what it is sent, and nothing else',
      from: { path: '^src/page/' },
      to: { path: '^src/(?!page/)', pathNot: '^src/channels/web/contract' },
    },
    {
      name: 'page-sees-types-only',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: '^src/(?!page/)', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$|^src/page/public/' }, to: {} },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
