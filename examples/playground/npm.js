// The npm code for some settings: plain, Vue and React.

import { declarationOf, textsOf } from './declare.js'
import { call, callsIn, code, literal } from './literal.js'
import { LANGUAGES, listOf } from './settings.js'
import { accentStyle, pageParts } from './tag.js'

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./tag.js').File} File */

const NOTHING = code('() => {}', () => {})

/**
 * Returns the address of the policy, or one per language. The first address also serves languages
 * without an address of their own.
 *
 * @param {Settings} settings
 */
const policyUrlOf = settings => {
  const own = LANGUAGES.filter(language => settings[`policyUrl.${language}`])
  const { policyUrl } = settings
  if (!own[0]) return policyUrl || undefined
  const other = LANGUAGES.find(language => !own.includes(language))
  return {
    ...(policyUrl && other && { [other]: policyUrl }),
    ...Object.fromEntries(own.map(language => [language, settings[`policyUrl.${language}`]])),
  }
}

/**
 * Returns the categories with their services.
 *
 * @param {Settings} settings
 */
const categoriesOf = ({ ga, gtm, ads, purposes, services }) => {
  /** @type {Map<string, object[]>} */
  const categories = new Map()
  const add = (/** @type {string} */ name, /** @type {readonly object[]} */ ...more) =>
    categories.set(name, [...(categories.get(name) ?? []), ...more])
  if (ga) add('analytics', call('googleAnalytics', { id: ga }))
  if (gtm) add('analytics', call('googleTagManager', { id: gtm }))
  for (const purpose of listOf(purposes)) add(purpose)
  if (ads) add('marketing', call('googleAds', { id: ads }))
  for (const service of services) {
    const declared = { ...declarationOf(service), start: NOTHING, stop: NOTHING }
    add(service.category, call('service', declared))
  }
  return Object.fromEntries(
    [...categories].map(([name, listed]) => [name, listed[0] ? { services: listed } : {}]),
  )
}

/**
 * Returns the options of `createConsent`, to be written or evaluated.
 *
 * @param {Settings} settings
 */
export const consentOptions = settings => ({
  language: settings.lang || code('document.documentElement.lang', settings.page),
  policy: { version: settings.policyVersion, url: policyUrlOf(settings) },
  categories: categoriesOf(settings),
})

/** Returns an import of the main entry, on several lines if it is long. */
const importOf = (/** @type {readonly string[]} */ names) =>
  names.length > 4
    ? ['import {', ...names.map(name => `  ${name},`), "} from '@spaceone/consent'"].join('\n')
    : `import { ${names.join(', ')} } from '@spaceone/consent'`

/**
 * Returns the file that creates the consent.
 *
 * @param {Settings} settings
 * @param {boolean} isRegistered Whether the hooks of a framework know the categories.
 * @returns {File}
 */
const consentFile = (settings, isRegistered) => {
  const { position, theme, button } = settings
  const options = consentOptions(settings)
  const view = {
    position: position === 'bottom' ? undefined : position,
    theme: theme || undefined,
    button: button || undefined,
    texts: textsOf(settings),
  }
  const used = [...new Set(['createConsent', ...callsIn(options)])].sort()
  const given = Object.values(view).some(Boolean) ? `, ${literal(view, '', 26)}` : ''
  return {
    name: 'consent.ts',
    code: [
      importOf(used),
      "import { mountConsentUi } from '@spaceone/consent/ui'",
      '',
      `export const consent = createConsent(${literal(options, '', 37)})`,
      `mountConsentUi(consent${given})`,
      ...(isRegistered
        ? [
            '',
            "declare module '@spaceone/consent' {",
            '  interface Register {',
            '    consent: typeof consent',
            '  }',
            '}',
          ]
        : []),
    ].join('\n'),
  }
}

/** Returns the style of the accent colour as a file, if there is an accent. */
const styleFiles = (/** @type {Settings} */ { accent }) =>
  accent ? [{ name: 'consent.css', code: accentStyle(accent) }] : []

/** @param {readonly string[]} lines @param {string} indent */
const indented = (lines, indent) => lines.map(line => indent + line).join('\n')

/**
 * Returns the files of a framework. A page without a category has no hook to show.
 *
 * @param {Settings} settings
 * @param {(category: string) => readonly File[]} filesFor
 */
const withFramework = (settings, filesFor) => {
  const [category] = Object.keys(categoriesOf(settings))
  const more = category === undefined ? [] : filesFor(category)
  return [consentFile(settings, more.length > 0), ...more, ...styleFiles(settings)]
}

/**
 * @param {Settings} settings
 * @returns {readonly File[]}
 */
export const plainFiles = settings => [
  consentFile(settings, false),
  { name: '<body>', code: pageParts(settings).join('\n') },
  ...styleFiles(settings),
]

/**
 * @param {Settings} settings
 * @returns {readonly File[]}
 */
export const vueFiles = settings =>
  withFramework(settings, name => [
    {
      name: 'main.ts',
      code: `import { consentPlugin } from '@spaceone/consent/vue'
import { createApp } from 'vue'
import App from './App.vue'
import { consent } from './consent'

createApp(App).use(consentPlugin(consent)).mount('#app')`,
    },
    {
      name: 'App.vue',
      code: `<script setup lang="ts">
import { useGranted } from '@spaceone/consent/vue'

const isGranted = useGranted(${literal(name)})
</script>

<template>
  <p v-if="isGranted">…</p>
${indented(pageParts(settings), '  ')}
</template>`,
    },
  ])

/**
 * @param {Settings} settings
 * @returns {readonly File[]}
 */
export const reactFiles = settings =>
  withFramework(settings, name => [
    {
      name: 'main.tsx',
      code: `import { ConsentProvider } from '@spaceone/consent/react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { consent } from './consent'

createRoot(document.getElementById('root')!).render(
  <ConsentProvider consent={consent}>
    <App />
  </ConsentProvider>,
)`,
    },
    {
      name: 'App.tsx',
      code: `import { useGranted } from '@spaceone/consent/react'

export const App = () => {
  const isGranted = useGranted(${literal(name)})
  return (
    <>
      {isGranted && <p>…</p>}
${indented(pageParts(settings), '      ')}
    </>
  )
}`,
    },
  ])
