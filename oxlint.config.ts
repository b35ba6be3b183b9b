import { defineConfig } from 'oxlint'

/** Who may import whom inside client/src. Everybody may import shared and its own folder; what isn't named is refused. */
export const clientDirections: Record<string, string[]> = {
  words: [],
  theme: [],
  model: ['words', 'theme'],
  tools: ['words', 'theme', 'model'],
  controls: ['words', 'theme', 'model', 'tools'],
  session: ['words', 'theme', 'model', 'tools', 'controls'],
  canvas: ['words', 'theme', 'model', 'tools', 'controls'],
  panels: ['words', 'theme', 'model', 'tools', 'controls', 'session'],
  list: ['words', 'theme', 'model', 'tools', 'controls', 'session'],
  app: ['words', 'theme', 'model', 'tools', 'controls', 'session', 'canvas', 'panels', 'list'],
}

const konva = { regex: '^(konva|react-konva)(/|$)', message: 'Only client/src/canvas knows Konva.' }
const drawing = {
  regex: '^(react-dom|react-konva|konva|react-aria-components|lucide-react)(/|$)',
  message: 'Words, theme, model and tools draw nothing.',
}
const react = {
  regex: '^react(/|$)',
  message: 'Words, theme, model and tools know no React; the hooks of the model are in use-*.ts.',
}
const outside = {
  regex: '^node:|^@momentous/(client|server)(/|$)|(^|/)server/|^(\\.\\./)+shared/',
  message: 'The client imports @momentous/shared/... by its name, and nothing of the server or of Node.',
}

type Pattern = { regex: string; message: string } | { group: string[]; message: string }

/** An override replaces the rule as a whole, so a folder's patterns are always given together. */
const refuse = (files: string[], patterns: Pattern[]) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] as ['error', { patterns: Pattern[] }] },
})

const packagesRefusedIn = (folder: string) => {
  if (folder === 'canvas') return []
  return ['words', 'theme', 'model', 'tools'].includes(folder) ? [drawing, react] : [konva]
}

const clientFolders = Object.entries(clientDirections).map(([folder, allowed]) => {
  const others = Object.keys(clientDirections).filter((name) => name !== folder && !allowed.includes(name))
  const upwards = {
    regex: `^\\.\\./(.*/)?(${others.join('|')})/`,
    message: `client/src/${folder} may import ${['shared', ...allowed].join(', ')}.`,
  }
  const directions = others.length > 0 ? [outside, upwards] : [outside]
  return refuse([`client/src/${folder}/**`], [...directions, ...packagesRefusedIn(folder)])
})

const modelHooks = refuse(
  ['client/src/model/**/use-*.ts'],
  [
    outside,
    { regex: '^\\.\\./(.*/)?(tools|controls|canvas|panels|list|app)/', message: 'Hooks are the model.' },
    drawing,
  ],
)

const sharedFolders = [
  refuse(
    ['shared/src/**'],
    [
      { regex: '(^|/)(client|server|test)/', message: 'Shared knows neither client nor server.' },
      {
        group: [
          '*',
          '!./**',
          '!../**',
          '!yjs',
          '!lib0/**',
          '!valibot',
          '!fractional-indexing',
          '!ical-generator',
          '!fflate',
          '!rbush',
          '!perfect-freehand',
        ],
        message:
          'Shared imports itself, yjs, lib0, valibot, fractional-indexing, ical-generator, fflate, rbush and perfect-freehand.',
      },
    ],
  ),
  refuse(
    ['shared/src/domain/**'],
    [{ group: ['*', '!./**', '!lib0/**'], message: 'The domain is plain facts: it imports its own folder, and lib0.' }],
  ),
]

const serverFolder = refuse(
  ['server/**'],
  [
    {
      regex: '^@momentous/(client|server)(/|$)|(^|/)client/|^(\\.\\./)+shared/',
      message: 'The server imports @momentous/shared/... by its name and itself relatively, and never the client.',
    },
  ],
)

export default defineConfig({
  plugins: ['eslint', 'typescript', 'import', 'node', 'oxc', 'unicorn', 'react', 'vitest'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dist', 'data'],
  rules: {
    eqeqeq: 'error',
    'max-lines': ['error', { max: 300 }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'no-console': 'error',
    // Text is cleaned of control characters on purpose.
    'no-control-regex': 'off',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-var': 'error',
    'no-warning-comments': 'error',
    'prefer-const': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/no-duplicates': 'error',
    'import/no-self-import': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'react/rules-of-hooks': 'error',
    // Listeners are copied before they are called: one of them may leave while the others are told.
    'unicorn/no-useless-spread': 'off',
    'typescript/consistent-type-imports': 'error',
    // Text of Yjs has a toString of its own that the declarations don't show.
    'typescript/no-base-to-string': ['error', { ignoredTypeNames: ['YText', 'Text', 'Error'] }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/unbound-method': 'off',
  },
  overrides: [
    ...sharedFolders,
    serverFolder,
    ...clientFolders,
    modelHooks,
    {
      files: ['shared/src/**'],
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'Shared code takes the time as an argument.' },
          { object: 'Math', property: 'random', message: 'Shared code takes randomness as an argument.' },
        ],
      },
    },
    { files: ['server/src/**'], rules: { 'node/no-process-env': 'error' } },
    { files: ['server/src/config.ts'], rules: { 'node/no-process-env': 'off' } },
    { files: ['server/command/**', 'test/support/**', 'test/load/**'], rules: { 'no-console': 'off' } },
    {
      files: ['test/**'],
      rules: {
        'max-lines-per-function': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-misused-spread': 'off',
        'vitest/expect-expect': 'off',
        'vitest/no-conditional-expect': 'off',
        'vitest/no-disabled-tests': 'error',
        'vitest/no-focused-tests': 'error',
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
      },
    },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
})
