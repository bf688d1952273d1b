import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What lives where, who may import it, and what to do instead: the design's layers, nearest the user first. */
const layers = [
  {
    layer: 'app',
    may: ['components', 'queries', 'server/wire', 'server/console', 'contract'],
    instead:
      'a page or route only hands over: put the work in components, queries, server/wire or server/console.',
  },
  {
    layer: 'components/ui',
    may: ['components/words/time.ts'],
    instead: 'components/ui knows nothing about flows: take what you need as props.',
  },
  {
    layer: 'components',
    may: ['queries', 'contract'],
    instead: 'a component reads through queries and speaks in the contract’s terms.',
  },
  {
    layer: 'queries',
    may: ['contract'],
    instead: 'a query knows the contract and the URL, nothing of the server.',
  },
  {
    layer: 'server/wire',
    may: ['server/operations', 'server/context.ts', 'server/domain', 'contract', 'app'],
    instead: 'the wire invokes operations; what they need goes through the context.',
  },
  {
    layer: 'server/console',
    may: ['server/operations', 'server/context.ts', 'server/change-feed.ts', 'server/domain', 'contract'],
    instead: 'a read model reads through the context.',
  },
  {
    layer: 'server/operations',
    may: ['server/domain', 'server/context.ts', 'server/data/data.ts', 'contract'],
    instead: 'an operation decides by server/domain and reaches data through its context.',
  },
  {
    layer: 'server/transfer',
    may: ['server/operations', 'server/domain', 'server/data/data.ts', 'contract'],
    instead: 'what is read from files becomes commands; files and the database are opened by scripts/.',
  },
  {
    layer: 'server/runner',
    may: ['server/domain', 'server/context.ts', 'server/data/data.ts', 'contract'],
    instead: 'the runner submits commands like everyone else.',
  },
  {
    layer: 'server/data',
    may: ['server/domain', 'server/repository-root.ts', 'generated', 'contract'],
    instead: 'repositories keep what the domain decided; nothing above them belongs here.',
  },
  { layer: 'server/domain', may: ['contract'], instead: 'the domain is pure: pass in what it needs.' },
  { layer: 'contract', may: [], instead: 'the contract stands alone, on zod.' },
  {
    layer: 'e2e',
    may: ['contract'],
    instead: 'an end-to-end test knows what a user or a client knows: the contract, the AWS SDK, the page.',
  },
];

const zones = layers.map(({ layer, may, instead }) => ({
  target: `./${layer}`,
  from: './',
  except: ['node_modules', layer, 'server/testing', ...may].map((path) => `./${path}`),
  message: `${layer} may import ${may.join(', ') || 'nothing of ours'}: ${instead}`,
}));

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      'dist/**',
      'generated/**',
      'data/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.js', '.json'],
          tsconfig: { configFile: `${import.meta.dirname}/tsconfig.json` },
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@prisma/*', 'better-sqlite3', '@/generated/*'],
              message: 'Only server/data knows the database: add what you need to a repository there.',
            },
          ],
          paths: [
            {
              name: 'next/navigation',
              importNames: ['useRouter'],
              message: 'Lead on by useNavigate of components/ui: it asks before something unsaved is left.',
            },
            {
              name: 'next/link',
              message:
                'Link by AppLink or PlainLink of components/ui: they ask before something unsaved is left.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'crypto',
          property: 'randomUUID',
          message: 'Where a page is neither local nor HTTPS it is missing: newAttemptId of components/flows.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Most libraries make their objects in a function of their own.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nothing here has a `this`: what looks like a method is a function in an object.
      '@typescript-eslint/unbound-method': 'off',
      // Spreading a string is how code points are counted.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // Elsewhere `use` is a fixture of Playwright, no hook.
    files: ['app/**', 'components/**', 'queries/**'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: [
      'server/data/**',
      // The ways to another page.
      'components/ui/{app-link,use-navigate}.ts*',
      'e2e/process/**',
      'e2e/wire/conformance/every-operation.spec.ts',
      'bench/**',
      '**/*.test.ts',
      'scripts/**',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // A unit test may set its scene with any other part.
    files: ['**/*.test.{ts,tsx}'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  {
    files: [
      'app/**',
      '*.config.ts',
      'server/testing/template-database.ts',
      'e2e/global-setup.ts',
      'e2e/compatibility-reporter.ts',
    ],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    // What a response holds is looked at as a client would, without types.
    files: ['**/*.test.{ts,tsx}', 'e2e/**'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
