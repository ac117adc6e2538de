// The npm code for Vue and React.

import { literal } from './literal.js'
import { categoriesOf, consentFile } from './npm.js'
import { pageParts, styleFiles } from './tag.js'

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./tag.js').File} File */

/** @param {readonly string[]} lines @param {string} indent */
const indented = (lines, indent) => lines.map(line => indent + line).join('\n')

/**
 * Returns the files of a framework. If there is no category, leaves out the file with the hook.
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
 * Returns the files of a site with Vue 3.
 *
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
 * Returns the files of a site with React.
 *
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
