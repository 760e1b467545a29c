/** Texts of `.describe('…')` are documentation of a schema: no behaviour hangs on them, so no mutant of them can be killed. */
const isDescription = (path) =>
  path.isStringLiteral() && path.parent.type === 'CallExpression' && path.parent.callee.property?.name === 'describe';

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'descriptions',
    value: { shouldIgnore: (path) => (isDescription(path) ? 'documentation of a schema' : undefined) },
  },
];
