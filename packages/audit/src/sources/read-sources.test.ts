// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are sources

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Inventory } from '@spaceone/consent/inventory'
import { afterEach, expect, test } from 'vitest'
import { readSources } from './read-sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'audit-sources-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes files into the folder, and returns what is found in them. */
const find = (files: Readonly<Record<string, string | Buffer>>, inventory?: Inventory) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const { findings, leftOut, ...rest } = readSources([folder], inventory)
  const short = (file: string) => file.slice(folder.length + 1)
  return {
    ...rest,
    messages: findings.map(({ message }) => message),
    findings: findings.map(
      ({ file, line, code, what }) => `${short(file)}:${line} ${code} ${what}`,
    ),
    leftOut: leftOut.map(({ file, reason }) => `${short(file)} ${reason}`),
  }
}

const declared = {
  policy: { version: '1' },
  services: [
    {
      ...{ name: 'Site', recipients: [], retention: 'not-stated', collects: [], databases: [] },
      addresses: ['*.clarity.ms', 'www.googletagmanager.com/gtag/js?id=G-1'],
      cookies: [{ name: 'theme' }, { name: 'user_*' }],
      storage: [{ name: 'open' }],
    },
  ],
} as const satisfies Inventory

const SOURCE = `import VueGtag from 'vue-gtag'
document.cookie = 'theme=1'
document.cookie = \`user_\${id}=1\`
localStorage.setItem('open', '1')
load('https://www.clarity.ms/tag/x')
load('https://www.googletagmanager.com')
load('https://nobody-knows.example/')
`

test('finds what no service declares, and knows hosts and packages of collectors alone', () => {
  const { findings, messages } = find({ 'a.js': SOURCE })
  expect(findings).toEqual([
    'a.js:1 undeclared-package vue-gtag',
    'a.js:2 undeclared-cookie theme',
    'a.js:3 undeclared-cookie user_*',
    'a.js:4 undeclared-storage open',
    'a.js:5 undeclared-host www.clarity.ms',
    'a.js:6 undeclared-host www.googletagmanager.com',
  ])
  expect(messages[0]).toBe(
    'The package vue-gtag contacts Google Analytics (www.googletagmanager.com), and no service of the inventory declares this host. Declare the service, or remove the package.',
  )
})

test('finds nothing that a service declares', () => {
  expect(find({ 'a.js': SOURCE }, declared).findings).toEqual([])
})

test('reads names that a file imports from another file of the site', () => {
  const { findings, computed } = find({
    'keys.ts': "import { A } from './a'\nexport const B = `${A}-b`\nexport const KEYS = { c: 'c' }",
    'a.js': "import { B } from './keys'\nexport const A = 'a'\nexport const LOOP = B",
    'use.tsx': `import { B as key, KEYS } from './keys.js'
import { D } from 'elsewhere'
localStorage.setItem(key, '1')
localStorage.setItem(KEYS.c, '1')
localStorage.setItem(D, '1')`,
  })
  expect(findings).toEqual(['use.tsx:3 undeclared-storage a-b', 'use.tsx:4 undeclared-storage c'])
  expect(computed.map(({ line }) => line)).toEqual([5])
})

test.each([
  ['tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, /* */ }', ['a']],
  ['tsconfig.app.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', ['a']],
  ['tsconfig.json', '{ "extends": "./.nuxt/tsconfig.json" }', []],
])('reads names that a file imports by an alias of %s: %s', (config, text, names) => {
  const { findings } = find({
    [config]: text,
    'src/keys.ts': "export const key = 'a'",
    'src/pages/use.ts': "import { key } from '@/keys'\nlocalStorage.setItem(key, '1')",
  })
  expect(findings).toEqual(names.map(name => `src/pages/use.ts:2 undeclared-storage ${name}`))
})

test('does not guess a name that a variable and an import after it have', () => {
  const { findings, computed } = find({
    'keys.ts': "export const key = 'a'",
    'use.ts': `function f(key) { localStorage.setItem(key, '1') }
import { key } from './keys'`,
  })
  expect(findings).toEqual([])
  expect(computed.map(({ line }) => line)).toEqual([1])
})

test('reads the packages of a package.json', () => {
  const text = '{\n  "dependencies": {\n    "vue": "3",\n    "@hotjar/browser": "1"\n  }\n}'
  expect(find({ 'package.json': text }).findings).toEqual([
    'package.json:4 undeclared-package @hotjar/browser',
  ])
})

test('a comment with a reason leaves a finding out, and is a finding without one', () => {
  const { findings } = find({
    'a.js': `// consent-ignore-next-line undeclared-cookie the theme identifies nobody
Cookies.set('a', 1)
// consent-ignore-next-line undeclared-cookie
Cookies.set('b', 1)
/* consent-ignore-next-line undeclared-cookies a mistake */
Cookies.set('c', 1)
// consent-ignore-next-line undeclared-storage another code
Cookies.set('d', 1)`,
    'b.jsx': `const a = (
  <p>
    {/* consent-ignore-next-line undeclared-host the chart of the team */}
    <img src="https://www.clarity.ms/a.png" />
  </p>
)`,
  })
  expect(findings).toEqual([
    'a.js:3 invalid-ignore undeclared-cookie',
    'a.js:4 undeclared-cookie b',
    'a.js:5 invalid-ignore undeclared-cookies',
    'a.js:6 undeclared-cookie c',
    'a.js:8 undeclared-cookie d',
  ])
})

test('leaves out installed and built files, and says which other files it could not read', () => {
  const write = "Cookies.set('a', 1)"
  const found = find({
    ...{ 'node_modules/a/a.js': write, 'dist/a.js': write, '.cache/a.js': write, 'a.css': '' },
    ...{ 'binary.ts': Buffer.from([71, 0, 16]), 'large.js': `${write}${' '.repeat(5_000_000)}` },
    ...{ 'broken.js': 'const = 1', 'types.d.ts': write, 'b.js': '' },
  })
  expect(found.findings).toEqual([])
  expect(found.leftOut).toEqual([
    'binary.ts is a binary file',
    expect.stringMatching(/^broken\.js cannot be read: Unexpected token \(1:6\)/),
    'large.js is larger than 5 MB',
  ])
  expect(found.files).toBe(2)
})

test('a path that does not exist is an error', () => {
  expect(() => readSources([join(folder, 'nowhere')], undefined)).toThrow(/no such file/)
})
