import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { reactFiles, vueFiles } from '../examples/playground/frameworks.js'
import { plainFiles } from '../examples/playground/npm.js'
import { DEFAULTS } from '../examples/playground/settings.js'
import { declarationText } from '../packages/consent/src/inspect/declaration-text.ts'
import { complaints } from './support/complaints.ts'
import { FULL } from './support/full-settings.ts'
import { readmeSnippets } from './support/readme.ts'

// All that is compiled against the built package, in one file: the compiler and the declarations
// are loaded once. Sites that register no consent, or the same one, share a program.

const FRAMEWORKS = `
  declare const consent: import('@spaceone/consent').Consent<'analytics'>
  declare const app: import('vue').App
  declare const App: () => null
  declare module '@spaceone/consent' { interface Register { consent: typeof consent } }`

const [NPM = '', ...OTHERS] = readmeSnippets('ts')
const [NEXT = ''] = readmeSnippets('tsx')
const [VUE = '', REACT = ''] = OTHERS.map(text => `${FRAMEWORKS}\n${text}`)

/** A snippet, a text in it, the mistake in its place, and a word of the complaint about it. */
type Snippet = readonly [text: string, right: string, wrong: string, word: string]

test.each<[about: string, ...snippets: readonly Snippet[]]>([
  [
    'npm and Next',
    [NPM, "isGranted('analytics')", "isGranted('analyics')", '"analyics"'],
    [NEXT, 'version:', 'verzion:', 'verzion'],
  ],
  [
    'Vue and React',
    [VUE, "useGranted('analytics')", "useGranted('analyics')", '"analyics"'],
    [REACT, "useGranted('analytics')", "useGranted('analyics')", '"analyics"'],
  ],
])(
  'the snippets of the README for %s compile, and with a mistake they do not',
  (_, ...snippets) => {
    const mistaken = snippets.map(([text, right, wrong]) => text.replace(right, wrong))
    const sites = [...snippets.map(([text]) => text), ...mistaken].map(text => [text])
    expect(complaints(...sites)).toEqual([
      ...snippets.map(() => []),
      ...snippets.map(([, , , word]) => [expect.stringContaining(word)]),
    ])
  },
)

test('the snippets of the README for Vue and React do not compile where no consent is registered', () => {
  const unregistered = [VUE, REACT].map(text => [
    text.replace('interface Register', 'interface Other'),
  ])
  const found = [expect.stringContaining('interface Register')]
  expect(complaints(...unregistered)).toEqual([found, found])
})

const AROUND = `
  declare const consent: import('@spaceone/consent').Consent<'analytics'>
  declare const record: import('@spaceone/consent').ConsentRecord
  declare const request: { headers: Record<string, string | undefined> }
  declare const app: import('vue').App
  declare const browser: import('@spaceone/consent/guide').BrowserId
  declare const text: import('@spaceone/consent/guide').GuideText
  declare const mountPlayer: () => void
  declare const unmountPlayer: () => void
  declare const loadChat: () => Promise<void>
  declare const expect: (value: unknown) => { toEqual(other: unknown): void }
  declare module 'node:fs/promises' {
    export const writeFile: (file: string, text: string) => Promise<void>
  }
  declare module '*/2024-01-18.json'
  interface Window { Chat?: { shutdown(): void } }
  declare const page: import('@spaceone/consent/testing').TestPage
  declare const context: {
    addCookies(cookies: import('@spaceone/consent/testing').TestCookie[]): Promise<void>
  }
  interface ImportMeta { hot?: { dispose(undo: () => void): void } }`

test('every snippet of the documents of the package compiles, with no import missing', () => {
  const folders = ['', 'src/gate/', 'src/ui/', 'src/guide/', 'src/evidence/', 'src/inventory/']
  const documents = folders.map(folder => {
    const snippets = readmeSnippets('ts', `packages/consent/${folder}README.md`)
    expect(snippets).not.toEqual([])
    return snippets.map(text => `${text}export {}`)
  })
  const found = complaints([AROUND], ...documents, ['nobody.declares(this)'])
  expect(found.slice(0, -1)).toEqual([[], ...documents.map(() => [])])
  expect(found.at(-1)).toHaveLength(1)
})

const scriptsOf = (files: readonly { readonly name: string; readonly code: string }[]) =>
  files
    .filter(({ name }) => /\.(tsx?|vue)$/.test(name))
    .map(({ name, code }) => {
      const [, script = code] = /<script setup lang="ts">(.*)<\/script>/s.exec(code) ?? []
      return `// ${name.replace('App.vue', 'vue-app.ts')}\n${script}`
    })

/** The declaration that the files for Vue need: TypeScript cannot read `.vue` files. */
const OF_VUE = "declare module '*.vue' { const App: import('vue').Component; export default App }"

test.each([
  ['the defaults', DEFAULTS],
  ['all settings', FULL],
])(
  'the npm code of the playground for %s compiles, and with a mistake it does not',
  (_, settings) => {
    const sites = [plainFiles, vueFiles, reactFiles].map(filesOf => scriptsOf(filesOf(settings)))
    for (const site of sites) expect(site).not.toEqual([])
    expect(complaints([OF_VUE], ...sites)).toEqual([[], [], [], []])
    const mistaken = sites.map(site =>
      site.map(text => text.replace('createConsent(', 'createConsent(1, ')),
    )
    const found = [expect.stringContaining("Argument of type 'number'")]
    expect(complaints([OF_VUE], ...mistaken)).toEqual([[], found, found, found])
  },
)

const EXAMPLE = readFileSync('examples/options/consent.ts', 'utf8')

test('the example of all options compiles, and with a mistake it does not', () => {
  const mistaken = EXAMPLE.replace('pageView:', 'pageViews:')
  expect(complaints([EXAMPLE], [mistaken])).toEqual([[], [expect.stringContaining('pageViews')]])
})

const TYPES = fileURLToPath(
  new URL('../packages/consent/dist/script/consent.d.ts', import.meta.url),
)

const pageWith = (script: string) => [`/// <reference path="${TYPES}" />\n${script}\nexport {}`]

const VIDEO = `name: 'Video', category: 'media', addresses: ['video.example'], cookies: ['vid'],
  recipients: { company: 'Video Ltd.', country: 'KR', relation: 'collects-itself' },
  retention: { seconds: 90 * 86400 }, purposes: { site: { en: 'Films' } }`

test('the types beside consent.js know the global before and after consent.js has loaded, as a stub, with a function and with a configuration, and reject mistakes', () => {
  const right = pageWith(`
    window.spaceoneConsent=window.spaceoneConsent||function(){(spaceoneConsent.q=spaceoneConsent.q||[]).push(arguments)}
    spaceoneConsent({ services: [{ ${VIDEO} }], texts: { fr: { banner: { heading: 'Oui ?' } } } })
    spaceoneConsent(consent => consent.whenGranted('media/Video', () => {}))
    spaceoneConsent({ services: [{ name: 'Google Analytics', retention: { seconds: 60 } }] })
    spaceoneConsent.openPreferences?.()
    const version: string | undefined = spaceoneConsent.version`)
  const wrong = {
    text: '{ text: {} }',
    retenton: `{ services: [{ name: 'Google Analytics', retenton: 1 }] }`,
    cookie: `{ services: [{ ${VIDEO}, cookie: [] }] }`,
    // A plain text in place of texts by language.
    string: `{ services: [{ ${VIDEO.replace("{ en: 'Films' }", "'Films'")} }] }`,
    // `true` as a reason.
    Words: `{ services: [{ ${VIDEO.replace("category: 'media'", 'necessary: true')} }] }`,
  }
  const pages = Object.values(wrong).map(call => pageWith(`spaceoneConsent(${call})`))
  expect(complaints(right, ...pages)).toEqual([
    [],
    ...Object.keys(wrong).map(word => [expect.stringContaining(word)]),
  ])
})

test('what the inspector writes of an undeclared service compiles in a configuration and in a call', () => {
  const chat = {
    domain: 'chat.test',
    hosts: new Set(['cdn.chat.test', 'chat.test']),
    cookies: new Set(['chat_id']),
    keys: new Set(['chat']),
  }
  const own = {
    domain: '',
    hosts: new Set<string>(),
    cookies: chat.cookies,
    keys: new Set(['seen']),
  }
  const written = (isTag: boolean) =>
    declarationText([chat, own], {
      ...{ address: 'https://shop.test/', day: '2026-12-01', category: 'support', isTag },
    })
  const configuration = `import { defineConsent, service } from '@spaceone/consent'
    export default defineConsent({
      policy: { version: '1' },
      categories: { support: {} },
      services: [${written(false)}],
    })`
  const page = pageWith(`spaceoneConsent({ services: [${written(true)}] })`)
  expect(complaints([configuration], page)).toEqual([[], []])
})
