// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are sources

import { expect, test } from 'vitest'
import { tracesIn } from '../read-file.ts'

/** Returns what a source shows, each trace as `kind what`. */
const shown = (text: string, file = 'a.ts') =>
  tracesIn(file, text).traces.map(({ kind, what }) => `${kind} ${what}`)

test.each([
  ["document.cookie = 'theme=dark; path=/'", 'theme'],
  ["window.document['cookie'] = 'theme=' + value", 'theme'],
  ['const KEY = "theme"; document.cookie = `${KEY}=${value}`', 'theme'],
  ['document.cookie = `theme_${id}=1`', 'theme_*'],
  ["document.cookie = 'theme=1; expires=Fri, 01 Jan 20' + year", 'theme'],
  ["Cookies.set('theme', value)", 'theme'],
  ["import jar from 'js-cookie'; jar.withAttributes({ path: '/' }).set('theme', value)", 'theme'],
  ["cookieStore.set({ name: 'theme', value })", 'theme'],
  ["await window.cookieStore?.set('theme', value)", 'theme'],
  ["import Jar from 'universal-cookie'; const a = new Jar(); a.set('theme', 1)", 'theme'],
  ["const [, write] = useCookies(['x']); write('theme', 1)", 'theme'],
  ["import { setCookie as write } from 'cookies-next'; write('theme', 1)", 'theme'],
  ["import nookies from 'nookies'; nookies.set(context, 'theme', 1)", 'theme'],
  ["import { cookies } from 'next/headers'; (await cookies()).set('theme', 1)", 'theme'],
  ["this.$cookies.set('theme', 1)", 'theme'],
  ["const theme = useCookie('theme')", 'theme'],
  ["enum Names { Theme = 'theme' }\nCookies.set(Names.Theme!, 1)", 'theme'],
])('finds the cookie that %s writes', (text, name) =>
  expect(shown(text).filter(one => one.startsWith('cookie'))).toEqual([`cookie ${name}`]),
)

test.each([
  "document.cookie = 'theme=; Max-Age=0; path=/'",
  "document.cookie = 'theme=; expires=Thu, 01 Jan 1970 00:00:00 GMT'",
  "document.cookie = 'theme=; expires=Mon, 01 Jan 2001 00:00:00 GMT; path=/'",
  "const cookies = new Map(); cookies.set('theme', 1)",
  "Cookies.get('theme'); Cookies.remove('theme')",
  "localStorage.getItem('theme')",
  'const text = "document.cookie = \'theme=1\'"',
  "// localStorage.setItem('theme', '1')",
])('finds nothing in %s', text => expect(shown(text)).toEqual([]))

test.each([
  ["localStorage.setItem('theme', 'dark')", 'theme'],
  ["const store = window.sessionStorage; store.setItem('theme', 'dark')", 'theme'],
  ["localStorage.theme = 'dark'", 'theme'],
  ["localStorage['theme'] = 'dark'", 'theme'],
  ["const KEYS = { theme: 'theme' } as const; localStorage[KEYS.theme] = 'dark'", 'theme'],
  ['globalThis.localStorage?.setItem(`theme:${user}`, value)', 'theme:*'],
])('finds the key that %s writes', (text, key) => expect(shown(text)).toEqual([`storage ${key}`]))

test('a name that the source computes is listed, and never guessed', () => {
  const text =
    'document.cookie = name + "=1"\nconst key = "a"\nfunction f(key) { localStorage.setItem(key, 1) }'
  expect(tracesIn('a.js', text)).toMatchObject({
    traces: [],
    computed: [
      { kind: 'cookie', line: 1 },
      { kind: 'storage', line: 3 },
    ],
    ignores: [],
  })
})

test.each([
  ["script.src = 'https://www.clarity.ms/tag/' + id", 'https://www.clarity.ms/tag/'],
  ['fetch(`//www.clarity.ms/collect?a=${id}`)', 'https://www.clarity.ms/collect?a='],
  [
    "const HOST = 'https://www.clarity.ms'; fetch(`${HOST}/a`); fetch(HOST + '/b')",
    'https://www.clarity.ms',
  ],
  ['const a = <script src="https://www.clarity.ms/tag/x" />', 'https://www.clarity.ms/tag/x'],
])('finds the address in %s', (text, address) =>
  expect(shown(text, 'a.jsx')).toEqual([`host ${address}`]),
)

test.each([
  'const a = <a href="https://www.clarity.ms/">Clarity</a>',
  "const entry = { label: 'Clarity', href: 'https://www.clarity.ms/' }",
  "window.open('https://www.clarity.ms/'); location.href = 'https://www.clarity.ms/'",
  'const a = `https://${host}.clarity.ms/`',
  "const text = 'See https://www.clarity.ms/ for more'",
])('a link, a sentence and half a host contact nobody: %s', text =>
  expect(shown(text, 'a.jsx')).toEqual([]),
)

test('reads scripts in JSX, and markup in texts', () => {
  const text = `const a = (
  <Script id="b">{\`
    localStorage.setItem('c', '\${id}')
  \`}</Script>
)
const d = <script dangerouslySetInnerHTML={{ __html: 'document.cookie = "e=1"' }} />
const g = <script>localStorage.setItem('g', 1)</script>
document.write('<p><script src="https://f.example/f.js?' + id + '"></script>')`
  expect(shown(text, 'a.jsx').sort()).toEqual([
    'cookie e',
    'host https://f.example/f.js?0',
    'storage c',
    'storage g',
  ])
  expect(tracesIn('a.jsx', text).traces.map(({ line }) => line)).toEqual([3, 6, 7, 8])
})

test('a type is no address and no package', () => {
  const text =
    "import type { A } from 'vue-gtag'\ntype B = 'https://www.clarity.ms/' | import('x').C"
  expect(shown(text)).toEqual([])
})

test('finds the packages of imports, exports and calls', () => {
  const text =
    "import 'a'\nexport * from '@b/c/d'\nconst e = await import('f')\nrequire('g')\nimport './own'"
  expect(shown(text, 'a.tsx')).toEqual(['package a', 'package @b/c/d', 'package f', 'package g'])
})

test.each([
  ['a.ts', 'const a = <string>b\n@decorated class C { constructor(private d: string) {} }'],
  ['a.tsx', 'const a = <T,>(b: T) => <p>{b as string}</p>'],
  ['a.jsx', 'const a: string = <p>&nbsp;</p>'],
  ['a.cjs', 'return require("./b")'],
])('reads the language of %s', (file, text) => expect(shown(text, file)).toEqual([]))
